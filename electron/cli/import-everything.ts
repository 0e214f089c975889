import fs from 'node:fs';
import path from 'node:path';
import { writeFileSync } from 'atomically';
import { UserError } from '../../shared/domain/user-error.ts';
import type { DataTaken } from '../../shared/ipc/data-file.ts';
import type { SettingsPatch } from '../../shared/settings/settings.ts';
import { DATA_FILE_BYTES, type DataFile, readDataBytes } from '../data-file/data-file.ts';
import { DataFileError } from '../data-file/data-section.ts';
import { takeOver } from '../data-file/take-over.ts';
import { readSettingsFile, readSettingsObject } from '../settings/settings-file.ts';
import { setDamagedSettingsAside } from '../settings/settings-store.ts';
import { type DataFolder, ensureFolder } from '../data-folder/data-folder.ts';
import { openDatabase } from '../storage/database.ts';
import { lockForWriting } from '../storage/writer-lock.ts';
import { warnOfSettings } from './warn.ts';

/** @throws UserError where the file cannot be read or is none of everything. */
function readFile(file: string): DataFile {
  try {
    const stat = fs.statSync(file);
    if (!stat.isFile()) throw new UserError(`${file} is no file; import wants one.`);
    if (stat.size > DATA_FILE_BYTES) throw new DataFileError('too-long');
    return readDataBytes(fs.readFileSync(file));
  } catch (error) {
    if (error instanceof DataFileError) {
      throw new UserError(
        `${path.basename(file)} cannot be imported: ${error.message}. Nothing was imported.`,
        { cause: error },
      );
    }
    if (error instanceof UserError) throw error;
    throw new UserError(`${file} cannot be read; check its name.`, { cause: error });
  }
}

/**
 * Changes keys of `settings.json` and leaves all others, also those that are no setting. A file that cannot be read
 * is set aside first.
 *
 * @throws UserError where that cannot be done: it is not overwritten.
 */
function changeSettingsFile(file: string, patch: SettingsPatch): void {
  const aside = setDamagedSettingsAside(file, Date.now());
  if (aside === 'failed') {
    throw new UserError(`${file} is damaged and cannot be set aside; check its permissions.`);
  }
  if (aside !== null) process.stderr.write(`The damaged settings are kept as ${aside}.\n`);
  const kept = readSettingsObject(file) ?? {};
  writeFileSync(file, `${JSON.stringify({ ...kept, ...patch }, null, '\t')}\n`, { mode: 0o600 });
}

/**
 * `import everything FILE --data DIR`: takes over what `export` wrote, all or nothing. What is stored stays and
 * only free time is filled, so that the same file twice changes nothing.
 *
 * @param settings whether to take its settings; where it is not said, only a folder without any does.
 */
export function importEverything(
  name: string,
  folder: DataFolder,
  settings: 'take' | 'keep' | undefined,
): DataTaken {
  const file = readFile(name);
  ensureFolder(folder);
  const release = lockForWriting(folder);
  try {
    const read = readSettingsFile(folder.settings);
    warnOfSettings(read);
    const { settings: here } = read;
    const choice = settings ?? (fs.existsSync(folder.settings) ? 'keep' : 'take');
    const database = openDatabase(folder);
    try {
      return takeOver(
        database,
        file,
        here,
        choice === 'take' ? (patch) => changeSettingsFile(folder.settings, patch) : null,
        Date.now(),
      );
    } finally {
      database.close();
    }
  } finally {
    release();
  }
}
