import { once } from 'node:events';
import { writeDataFile } from '../data-file/data-file.ts';
import { readSettingsFile } from '../settings/settings-file.ts';
import { requireFolder } from '../data-folder/data-folder.ts';
import { openDatabaseForReading } from '../storage/database.ts';
import { folderArgument, readArguments } from './arguments.ts';
import { warnOfSettings } from './warn.ts';

/**
 * `export --data DIR`: everything that is stored, private time included, as one JSON file on standard
 * output; see docs/data-file.md. It changes nothing, and works while the app runs.
 */
export async function exportCommand(args: string[]): Promise<void> {
  const { values } = readArguments(args, { data: { type: 'string' } });
  const folder = folderArgument(values.data);
  requireFolder(folder);
  const { settings, ...parsed } = readSettingsFile(folder.settings);
  warnOfSettings(parsed);
  const database = openDatabaseForReading(folder);
  try {
    for (const piece of writeDataFile(settings, database)) {
      if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
    }
  } finally {
    database?.close();
  }
}
