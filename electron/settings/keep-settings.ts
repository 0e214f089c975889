import { existsSync } from 'node:fs';
import type { AppNotice } from '../../shared/ipc/views.ts';
import type { SettingsPatch } from '../../shared/settings/settings.ts';
import type { DataFolder } from '../data-folder/data-folder.ts';
import { type News, type Part, stopAll } from '../news.ts';
import { removeUnfinished } from '../system/unfinished-copies.ts';
import type { Clock } from '../system/clock.ts';
import { type SettingsHandlers, createSettingsHandlers } from './settings-handlers.ts';
import {
  type SettingsInFile,
  type SettingsStore,
  createSettingsStore,
  keepUnsaved,
  setDamagedSettingsAside,
} from './settings-store.ts';

/** What the settings take of the app. */
export interface SettingsNeeds {
  readonly news: News;
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly folder: DataFolder;
  readonly away: { readonly why: () => string | null };
  readonly notices: { readonly add: (code: AppNotice['code']) => void };
  readonly holidays: { readonly loadFor: (settings: SettingsPatch) => Promise<void> };
  /** Opens the file that they are in. @throws where it cannot be read or made now. */
  readonly open: () => SettingsInFile;
}

/** The settings at work, kept in their file. */
export interface AppSettings extends SettingsStore, Part {
  /** Whether something is kept in memory alone. */
  isUnsaved(): boolean;
  readonly handlers: SettingsHandlers;
  /** Reads a key beside the settings. */
  getBeside(key: string): unknown;
  /** Writes a key beside the settings, once they are open. @throws where that fails. */
  setBeside(key: string, value: number): void;
}

/** Reads the settings, tells of each change, and writes what could not be written as soon as it can be. */
export function keepSettings(needs: SettingsNeeds): AppSettings {
  const { news, folder, notices } = needs;
  removeUnfinished(folder.settings);
  if (setDamagedSettingsAside(folder.settings, needs.clock.nowMs()) !== null) {
    notices.add('settings-set-aside');
  }
  let inFile: SettingsInFile | undefined;
  const file = keepUnsaved(
    () => (inFile = needs.open()),
    // Whose settings are away has been welcomed before.
    () => ({ welcomed: needs.away.why() !== null }),
  );
  const store = createSettingsStore(file, (changed) => news.tell('settings-changed', changed));
  if (store.fellBack.length > 0) notices.add('settings-fell-back');
  const unlisten = stopAll([
    news.on('database-renewed', () => {
      // Where the whole folder was deleted, the settings went with it.
      if (!existsSync(folder.settings)) store.set(store.get());
    }),
    news.on('storing-changed', (works) => {
      if (works) file.retry();
    }),
  ]);
  return {
    ...store,
    isUnsaved: file.isUnsaved,
    handlers: createSettingsHandlers(store, needs.holidays.loadFor),
    getBeside: (key): unknown => Reflect.get(Object(file.get()), key),
    setBeside: (key, value) => inFile?.setBeside(key, value),
    stop() {
      unlisten();
      file.retry();
    },
  };
}
