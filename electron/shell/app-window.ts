import { type BrowserWindow, nativeTheme } from 'electron';
import { createMainWindow } from './main-window.ts';
import type { MainWindowOptions } from './main-window-options.ts';
import { runProgram } from '../system/run-program.ts';
import { showsTrayIcons } from './tray-host.ts';

/** The page's background in each theme until it has painted. */
const BACKGROUND = { light: '#f7f7f5', dark: '#17191c' } as const;

/** A window that was put away is at hand for this long, and then asked this often whether it may end. */
const REST_MS = 10_000;

/** The app's one window, which comes and goes while the app runs. */
export interface AppWindow {
  open(): void;
  /** Brings the window to the front, opening it where it is closed. */
  show(): void;
  /** Ends the window where it is out of sight. */
  leave(): void;
}

/** What the window needs to be opened. */
export interface AppWindowNeeds extends Omit<MainWindowOptions, 'backgroundColor' | 'showsTray'> {
  readonly onClosed: () => void;
  /** Told again and again while the window is out of sight. */
  readonly onRest: () => void;
}

/** Calls something again and again while a window is hidden. */
function whileHidden(window: BrowserWindow, call: () => void): void {
  let timer: NodeJS.Timeout | undefined;
  const stop = () => {
    clearInterval(timer);
  };
  window.on('hide', () => {
    stop();
    timer = setInterval(call, REST_MS);
  });
  window.on('show', stop);
  window.on('closed', stop);
}

/** Keeps hold of the app's one window. There is none until it is asked for, and none soon after it was put away. */
export function createAppWindow({ onClosed, onRest, ...options }: AppWindowNeeds): AppWindow {
  let window: BrowserWindow | undefined;

  function open(): BrowserWindow {
    const opened = createMainWindow({
      ...options,
      showsTray: () => showsTrayIcons(process.platform, runProgram),
      backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    });
    whileHidden(opened, onRest);
    opened.on('closed', () => {
      window = undefined;
      onClosed();
    });
    return opened;
  }

  return {
    open() {
      window ??= open();
    },
    show() {
      window ??= open();
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    leave() {
      if (window?.isVisible() === false) window.destroy();
    },
  };
}
