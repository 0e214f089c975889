import { BrowserWindow } from 'electron';
import { APP_PAGE } from '../security/app-url.ts';
import { type MainWindowOptions, mainWindowOptions } from './main-window-options.ts';

/** Opens the app's one window on the app's one page. */
export function createMainWindow(options: MainWindowOptions): BrowserWindow {
  const window = new BrowserWindow(mainWindowOptions(options));

  if (options.show) {
    window.once('ready-to-show', () => {
      window.show();
    });
  }
  window.on('close', (event) => {
    if (!options.keepAlive()) return;
    event.preventDefault();
    window.hide();
  });
  void window.loadURL(APP_PAGE);
  return window;
}
