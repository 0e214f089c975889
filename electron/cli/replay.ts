import fs from 'node:fs';
import path from 'node:path';
import type { Span } from '../../shared/domain/span.ts';
import { UserError } from '../../shared/domain/user-error.ts';
import { type HolidayCalendar, createHolidayCalendar } from '../holidays/holiday-calendar.ts';
import { readSettingsFile } from '../settings/settings-file.ts';
import { type DataFolder, ensureFolder } from '../data-folder/data-folder.ts';
import { openDatabase } from '../storage/database.ts';
import { createSpanRepository } from '../storage/span-repository.ts';
import { lockForWriting } from '../storage/writer-lock.ts';
import { EncodingError, decodeText } from '../system/decode-text.ts';
import { createRecorder } from '../tracking/recorder.ts';
import { replayTrace } from '../tracking/replay.ts';
import { type OffsetContradiction, type TraceEvent, parseTrace } from '../tracking/trace.ts';
import { folderArgument, readArguments } from './arguments.ts';
import { warnOfSettings } from './warn.ts';

/** @throws UserError where the file cannot be read, or not in its encoding. */
function readFile(file: string): string {
  try {
    return decodeText(fs.readFileSync(file));
  } catch (error) {
    const why = error instanceof EncodingError ? error.message : 'cannot be read; check its name';
    throw new UserError(`${file} ${why}.`, { cause: error });
  }
}

/** Lines whose offset is another than their zone's, of which so many are named. */
const NAMED_CONTRADICTIONS = 5;

/** Says on standard error where the offset of a line is not that of its zone. */
function warnOfOffsets(name: string, lines: readonly OffsetContradiction[]): void {
  for (const { lineNumber, zone, said, held } of lines.slice(0, NAMED_CONTRADICTIONS)) {
    process.stderr.write(
      `${name}, line ${lineNumber}: the offset ${said} is not that of ${zone} then, which is ${held}; the time is taken by the offset.\n`,
    );
  }
  const more = lines.length - NAMED_CONTRADICTIONS;
  if (more > 0) process.stderr.write(`${name}: so it is in ${more} more lines.\n`);
}

/**
 * Runs a trace through the tracker and stores its spans, all or none.
 *
 * @param holidays loaded; without it no holiday is a day off.
 * @returns the number of spans.
 * @throws UserError where the folder cannot be used, is in use, or has spans of that time.
 */
export function replayInto(
  folder: DataFolder,
  events: readonly TraceEvent[],
  holidays?: HolidayCalendar,
): number {
  ensureFolder(folder);
  const release = lockForWriting(folder);
  try {
    const database = openDatabase(folder);
    try {
      const read = readSettingsFile(folder.settings);
      warnOfSettings(read);
      const { settings } = read;
      const repository = createSpanRepository(database);
      const startMs = events.at(0)?.atMs ?? 0;
      const endMs = events.at(-1)?.atMs ?? 0;
      if (repository.between(startMs, endMs + 1).length > 0) {
        throw new UserError(
          `${folder.dir} has spans of the time of this trace already; choose another folder with --data.`,
        );
      }
      const spans = new Map<number, Span>();
      const recorder = createRecorder({
        settings,
        ...(holidays ? { rules: holidays.rulesOf } : {}),
        floorMs: repository.lastBefore(startMs)?.endedAtMs ?? -Infinity,
        store({ saved, removed }) {
          for (const startedAtMs of removed) spans.delete(startedAtMs);
          for (const span of saved) spans.set(span.startedAtMs, span);
        },
      });
      replayTrace(events, recorder);
      repository.apply({ saved: [...spans.values()], removed: [] });
      return spans.size;
    } finally {
      database.close();
    }
  } finally {
    release();
  }
}

/** `replay FILE --data DIR`: runs a recorded trace through the tracker and stores its spans in a folder. */
export async function replayCommand(args: string[]): Promise<void> {
  const { values, positionals } = readArguments(args, { data: { type: 'string' } }, ['FILE']);
  const folder = folderArgument(values.data);
  const [file = ''] = positionals;
  const name = path.basename(file);
  const contradictions: OffsetContradiction[] = [];
  const events = parseTrace(readFile(file), name, (line) => contradictions.push(line));
  warnOfOffsets(name, contradictions);
  const holidays = createHolidayCalendar();
  await holidays.loadFor(readSettingsFile(folder.settings).settings);
  const count = replayInto(folder, events, holidays);
  process.stderr.write(`${count} spans stored in ${folder.dir}.\n`);
}
