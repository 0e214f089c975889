import { BrowserWindow } from 'electron';
import { APP_PAGE } from '../security/app-url.ts';
import { type MainWindowOptions, mainWindowOptions } from './main-window-options.ts';

/** Puts a window out of sight that stays open: into the tray, or where the user can still reach it. */
async function putAway(window: BrowserWindow, showsTray: () => Promise<boolean>): Promise<void> {
  if (await showsTray()) window.hide();
  else window.minimize();
}

/** Opens the app's one window on the app's one page. */
export function createMainWindow(options: MainWindowOptions): BrowserWindow {
  const window = new BrowserWindow(mainWindowOptions(options));

  window.once('ready-to-show', () => {
    window.show();
  });
  window.on('close', (event) => {
    if (!options.keepAlive()) return;
    event.preventDefault();
    void putAway(window, options.showsTray);
  });
  void window.loadURL(APP_PAGE);
  return window;
}
