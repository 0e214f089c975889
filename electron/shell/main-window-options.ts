import type { BrowserWindowConstructorOptions } from 'electron';

export interface MainWindowOptions {
  /** Path of the bundled preload. */
  readonly preload: string;
  /** Background until the page has painted, as `#rrggbb`: that of the theme, so that nothing flashes. */
  readonly backgroundColor: string;
  /** Whether the developer tools can be opened; never in a packaged app. */
  readonly devTools: boolean;
  /** Whether closing the window only hides it, as when the tray keeps the app going. */
  readonly keepAlive: () => boolean;
  /** Whether the desktop shows the tray; a hidden window could not be reached without it. */
  readonly showsTray: () => Promise<boolean>;
  /** Picture of the window where the system takes one from it (Linux, Windows). */
  readonly icon?: string;
}

/** What Electron is asked for: a window whose page has no more power than one of the web. */
export function mainWindowOptions(options: MainWindowOptions): BrowserWindowConstructorOptions {
  return {
    // Under this name, Electron keeps where the window is and whether it fills the screen, and brings it
    // back to a display that is there.
    name: 'main',
    windowStatePersistence: true,
    width: 1120,
    height: 780,
    minWidth: 480,
    minHeight: 480,
    show: false,
    title: 'Sweetspot',
    backgroundColor: options.backgroundColor,
    autoHideMenuBar: true,
    ...(options.icon === undefined ? {} : { icon: options.icon }),
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: options.devTools,
    },
  };
}
