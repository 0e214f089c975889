import { writeDataFile } from '../data-file/data-file.ts';
import { readSettingsFile } from '../settings/settings-file.ts';
import { openDatabaseForReading } from '../storage/database.ts';
import { readArguments, readingFolderArgument } from './arguments.ts';
import { checkOutput, writeOutput } from './output.ts';
import { warnOfSettings } from './warn.ts';

/** What is in the file is for its owner alone. */
const OWNER_ALONE = 0o600;

/**
 * `export --data DIR [FILE]`: everything that is stored, private time included, as one JSON file, or on standard
 * output; see docs/data-file.md. It changes nothing, and works while the app runs.
 */
export async function exportCommand(args: string[]): Promise<void> {
  const { values, positionals } = readArguments(args, { data: { type: 'string' } }, [], 'FILE');
  const folder = readingFolderArgument(values.data);
  const [file] = positionals;
  checkOutput(file);
  const read = readSettingsFile(folder.settings);
  warnOfSettings(read);
  const { settings } = read;
  const database = openDatabaseForReading(folder);
  try {
    await writeOutput(file, writeDataFile(settings, database), OWNER_ALONE);
  } finally {
    database?.close();
  }
}
