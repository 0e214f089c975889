import { isoWithOffset } from '../../shared/domain/zone.ts';
import { readSettingsFile } from '../settings/settings-file.ts';
import { requireFolder } from '../storage/data-folder.ts';
import { openDatabaseForReading } from '../storage/database.ts';
import { createSpanRepository } from '../storage/span-repository.ts';
import { folderArgument, readArguments } from './arguments.ts';
import { warnOfSettings } from './warn.ts';

/** Version of the form of the file; a reader refuses one that it does not know. */
const DATA_FILE_VERSION = 1;

/** Spans written at a time. */
const PIECE = 2_000;

/**
 * `export --data DIR`: all settings and all spans, private ones included, as one JSON file on standard
 * output; see docs/data-file.md. It changes nothing, and works while the app runs.
 */
export function exportCommand(args: string[]): void {
  const { values } = readArguments(args, { data: { type: 'string' } });
  const folder = folderArgument(values.data);
  requireFolder(folder);
  const { settings, ...parsed } = readSettingsFile(folder.settings);
  warnOfSettings(parsed);
  const database = openDatabaseForReading(folder);
  try {
    const repository = database && createSpanRepository(database);
    const firstMs = repository?.first()?.startedAtMs ?? 0;
    const spans = repository?.between(firstMs, Number.MAX_SAFE_INTEGER) ?? [];
    const head = { format: 'sweetspot-data', version: DATA_FILE_VERSION, settings };
    process.stdout.write(`${JSON.stringify(head).slice(0, -1)},"spans":[`);
    for (let at = 0; at < spans.length; at += PIECE) {
      const lines = spans.slice(at, at + PIECE).map(({ startedAtMs, endedAtMs, ...span }) =>
        JSON.stringify({
          start: isoWithOffset(span.zone, startedAtMs),
          end: isoWithOffset(span.zone, endedAtMs),
          ...span,
        }),
      );
      process.stdout.write(`${at === 0 ? '' : ','}\n${lines.join(',\n')}`);
    }
    process.stdout.write(']}\n');
  } finally {
    database?.close();
  }
}
