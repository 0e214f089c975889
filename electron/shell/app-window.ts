import { type BrowserWindow, nativeTheme } from 'electron';
import { createMainWindow } from './main-window.ts';
import type { MainWindowOptions } from './main-window-options.ts';
import { runProgram } from '../system/run-program.ts';
import { showsTrayIcons } from './tray-host.ts';

/** The page's background in each theme until it has painted. */
const BACKGROUND = { light: '#f7f7f5', dark: '#17191c' } as const;

/** The app's one window, which comes and goes while the app runs. */
export interface AppWindow {
  open(options: { readonly show: boolean }): void;
  /** Brings the window to the front, opening it where it is closed. */
  show(): void;
}

/** What the window needs to be opened. */
export interface AppWindowNeeds extends Omit<
  MainWindowOptions,
  'backgroundColor' | 'show' | 'showsTray'
> {
  readonly onClosed: () => void;
}

/** Keeps hold of the app's one window. */
export function createAppWindow({ onClosed, ...options }: AppWindowNeeds): AppWindow {
  let window: BrowserWindow | undefined;

  function open({ show }: { readonly show: boolean }): BrowserWindow {
    const opened = createMainWindow({
      ...options,
      showsTray: () => showsTrayIcons(process.platform, runProgram),
      backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
      show,
    });
    opened.on('closed', () => {
      window = undefined;
      onClosed();
    });
    return opened;
  }

  return {
    open(how) {
      window = open(how);
    },
    show() {
      window ??= open({ show: true });
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
  };
}
