import { BrowserWindow, app } from 'electron';
import { type News, type Part, stopAll } from '../news.ts';
import { type AppWindow, createAppWindow } from './app-window.ts';
import { startsHidden } from './autostart.ts';

/** What the window takes of the app. */
export interface WindowNeeds {
  readonly news: News;
  /** File of the preload script. */
  readonly preload: string;
  /** Whether the app can be reached without its window. */
  readonly hasTray: () => boolean;
}

/** The app's one window, where it is open. */
export function currentWindow(): Electron.BrowserWindow | undefined {
  const [window] = BrowserWindow.getAllWindows();
  return window;
}

/** Whether the window is on the screen: neither hidden in the tray nor minimised. */
export function isInSight(): boolean {
  const window = currentWindow();
  return window !== undefined && window.isVisible() && !window.isMinimized();
}

/** The window's page as it prints, as a PDF. @throws where no window is open. */
export async function printPage(): Promise<Uint8Array> {
  const opened = currentWindow();
  if (!opened) throw new Error('There is no window to print');
  return await opened.webContents.printToPDF({ printBackground: true, pageSize: 'A4' });
}

/** Opens the window, and brings it to the front where the user or the system asks for it. */
export function openWindow({ news, preload, hasTray }: WindowNeeds): AppWindow & Part {
  let quitting = false;
  const window = createAppWindow({
    preload,
    devTools: !app.isPackaged,
    keepAlive: () => !quitting && hasTray(),
    onClosed: () => news.tell('window-closed', null),
    onRest: () => news.tell('window-rests', null),
  });
  // Without a tray, an app without a window could not be reached.
  if (!hasTray() || !startsHidden(app, process)) window.open();
  app.on('second-instance', window.show);
  app.on('activate', window.show);
  app.on('window-all-closed', () => {
    if (!hasTray()) app.quit();
  });
  app.on('before-quit', () => (quitting = true));
  return {
    ...window,
    stop: stopAll([news.on('window-wanted', window.show), news.on('window-left', window.leave)]),
  };
}
