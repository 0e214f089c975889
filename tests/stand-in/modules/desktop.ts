import { EventEmitter } from 'node:events';
import type {
  Display,
  Notification,
  NotificationConstructorOptions,
  Rectangle,
  Screen,
  Shell,
  SystemPreferences,
} from 'electron';
import type { Held } from './held.ts';
import { createEvent } from './stand-in-event.ts';

/** What the app did to the desktop, for a test to look at. */
export const done = {
  notifications: [] as NotificationConstructorOptions[],
  opened: [] as string[],
  shownInFolder: [] as string[],
  copied: [] as string[],
  beeps: 0,
};

/**
 * What the user of a Mac has given, which a test changes as they do in its settings; how often the app looked,
 * and how often macOS asked the user because of that.
 */
export const permissions = { screen: false, accessibility: false, looks: 0, prompts: 0 };

/** Opens nothing, anywhere. */
export const shell = {
  openExternal: (url: string) => {
    done.opened.push(url);
    return Promise.reject(new Error('The stand-in opens nothing'));
  },
  openPath: (path: string) => {
    done.opened.push(path);
    return Promise.resolve('The stand-in opens nothing');
  },
  showItemInFolder: (path: string) => {
    done.shownInFolder.push(path);
  },
  beep: () => {
    done.beeps += 1;
  },
} satisfies Pick<Shell, 'beep' | 'openExternal' | 'openPath' | 'showItemInFolder'>;

/** What is put on the clipboard, by its type. */
export class StandInClipboardItem {
  readonly #items: Readonly<Record<string, Blob>>;
  readonly types: string[];

  constructor(items: Readonly<Record<string, Blob>>) {
    this.#items = items;
    this.types = Object.keys(items);
  }

  getType(type: string): Promise<Blob> {
    const blob = this.#items[type];
    return blob
      ? Promise.resolve(blob)
      : Promise.reject(new Error('There is nothing of that type'));
  }
}

/** A clipboard of its own: that of the system stays as it is. */
export const clipboard = {
  writeText: (text: string) => {
    done.copied.push(text);
    return Promise.resolve();
  },
  readText: () => Promise.resolve(done.copied.at(-1) ?? ''),
  write: (items: readonly StandInClipboardItem[]) => {
    copiedItems = items;
    return Promise.resolve();
  },
  read: () => Promise.resolve(copiedItems),
};

let copiedItems: readonly StandInClipboardItem[] = [];

export class StandInNotification extends EventEmitter {
  title: string;
  body: string;
  silent: boolean;
  readonly #options: NotificationConstructorOptions;

  static isSupported(): boolean {
    return true;
  }

  constructor(options: NotificationConstructorOptions = {}) {
    super();
    this.#options = options;
    this.title = options.title ?? '';
    this.body = options.body ?? '';
    this.silent = options.silent ?? false;
  }

  show(): void {
    done.notifications.push(this.#options);
    this.emit('show', createEvent({}));
  }

  close(): void {
    this.emit('close', createEvent({}));
  }
}

export type NotificationHeld = Held<StandInNotification, Notification>;

const DISPLAY_AREA: Rectangle = { x: 0, y: 0, width: 1280, height: 900 };
const display = {
  id: 1,
  bounds: DISPLAY_AREA,
  workArea: DISPLAY_AREA,
  size: { width: DISPLAY_AREA.width, height: DISPLAY_AREA.height },
  workAreaSize: { width: DISPLAY_AREA.width, height: DISPLAY_AREA.height },
  scaleFactor: 1,
  rotation: 0,
} satisfies Partial<Display>;

class StandInScreen extends EventEmitter {
  getPrimaryDisplay(): typeof display {
    return display;
  }

  getAllDisplays(): (typeof display)[] {
    return [display];
  }

  getDisplayMatching(): typeof display {
    return display;
  }

  getDisplayNearestPoint(): typeof display {
    return display;
  }
}

export const screen = new StandInScreen();
// Its displays have only the places and sizes of Electron's.
export type ScreenHeld = Held<StandInScreen, Record<keyof Screen, unknown>>;

class StandInSystemPreferences extends EventEmitter {
  getMediaAccessStatus(kind: string): ReturnType<SystemPreferences['getMediaAccessStatus']> {
    permissions.looks += 1;
    return kind === 'screen' && permissions.screen ? 'granted' : 'denied';
  }

  isTrustedAccessibilityClient(prompt: boolean): boolean {
    if (prompt && !permissions.accessibility) permissions.prompts += 1;
    return permissions.accessibility;
  }
}

export const systemPreferences = new StandInSystemPreferences();
export type SystemPreferencesHeld = Held<StandInSystemPreferences, SystemPreferences>;
