import { setImmediate } from 'node:timers/promises';
import { DAY_MS } from '../../shared/domain/calendar.ts';
import { type DayFrames, createDayFrames } from '../../shared/domain/frames.ts';
import { UserError } from '../../shared/domain/user-error.ts';
import type { ExcludedTitles } from '../../shared/ipc/history-import.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import { EncodingError, createTextDecoder } from '../system/decode-text.ts';
import { type EventTable, type SegmentList, createSegmentList } from './columns.ts';
import { ExportShapeError, createExportReader } from './export-reader.ts';
import { createInterpreter, type Interpreter, isLinkedInCode } from './meaning.ts';
import { createNumberFilter } from './number-filter.ts';
import { type ReadEvents, createEventReader } from './read-events.ts';
import { type SkipCounter, type Skipped, createSkipCounter } from './skipped.ts';
import { joinDevices, linkedInOf, timeBeside } from './join.ts';
import { presenceOf } from './presence.ts';
import {
  type Stage,
  collect,
  decideActivity,
  fillGaps,
  mergeNeighbours,
  only,
  resolveOverlaps,
  within,
  withinWorkingTime,
} from './stages.ts';
import { type HostTracks, type PageTrack, type Track, sortIntoTracks } from './tracks.ts';
import { LEAST_GAP_MS, usualGapMs } from './usual-gap.ts';

/**
 * Bytes that are parsed at a time. What the parser makes of them is garbage soon after: the less there is of it at
 * once, the less of it outlives the young generation of the heap.
 */
const PIECE_BYTES = 2_048;

/** Events worked on before the event loop gets a turn, some tens of milliseconds. */
const EVENTS_A_TURN = 50_000;

/** What an import needs besides the file. */
export interface ImportOptions {
  readonly settings: Settings;
  /** IANA zone that the spans get. */
  readonly zone: string;
  /** UTC milliseconds. What lies later is left out. */
  readonly nowMs: number;
  /** How the file is called in an error. */
  readonly name: string;
  /** Stops the import; it then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Told, as the file is read, how many bytes have been. */
  readonly onProgress?: ((bytesRead: number) => void) | undefined;
}

/** What an export would bring in. Nothing of what was on the screen is part of it. */
export interface ImportPlan {
  readonly zone: string;
  /** Stretches with the code of an activity, by time, without overlaps. */
  readonly segments: SegmentList;
  /** Every event in the file. */
  readonly events: number;
  readonly skipped: Skipped;
  /** Computers with window events, and those of them without events of the AFK watcher. */
  readonly hosts: number;
  readonly hostsWithoutAfk: number;
  /** Whether titles of browsers' windows were left out of the export, by ActivityWatch's own setting. */
  readonly excludedTitles: ExcludedTitles;
  /** Telephones, and the LinkedIn time that they would add to that of the computers; see {@link withPhones}. */
  readonly phones: number;
  readonly phoneSegments: SegmentList;
}

/** Reads the file and turns its events into numbers. */
async function readEvents(
  stream: AsyncIterable<Uint8Array>,
  interpreter: Interpreter,
  skipped: SkipCounter,
  { nowMs, name, signal, onProgress }: ImportOptions,
): Promise<ReadEvents> {
  const decoder = createTextDecoder();
  const numbers = createNumberFilter();
  const events = createEventReader({ interpreter, skipped, nowMs });
  const reader = createExportReader(events.handler);
  let bytesRead = 0;
  try {
    for await (const piece of stream) {
      signal?.throwIfAborted();
      for (let at = 0; at < piece.length; at += PIECE_BYTES) {
        const part = piece.subarray(at, at + PIECE_BYTES);
        bytesRead += part.length;
        reader.write(numbers.take(decoder.take(part)));
      }
      onProgress?.(bytesRead);
    }
    reader.write(numbers.take(decoder.end()));
    reader.write(numbers.end());
    reader.end();
  } catch (error) {
    if (error instanceof EncodingError) {
      throw new UserError(`${name} ${error.message}.`, { cause: error });
    }
    if (!(error instanceof ExportShapeError)) throw error;
    throw new UserError(
      `${name} is no ActivityWatch export of buckets: it ${error.message}, within its first ${bytesRead} bytes.`,
      { cause: error },
    );
  }
  return events.result();
}

/** Works through tracks in turns with the rest of the process. */
interface Work {
  readonly table: EventTable;
  readonly zone: string;
  /** Null where time outside working time is measured too. */
  readonly frames: DayFrames | null;
  readonly interpreter: Interpreter;
  /** Told of events that have no time, and of those that go on for more than a day while nothing tells of presence. */
  readonly onEmpty: () => void;
  readonly onEndless: () => void;
  readonly signal: AbortSignal | undefined;
}

/**
 * Sends the events of a track through stages.
 *
 * @param mostMs longer events are left out.
 */
async function run(
  { table, signal, onEndless }: Work,
  track: Track,
  stage: Stage,
  mostMs = Infinity,
): Promise<void> {
  for (let at = 0; at < track.length; at += 1) {
    const index = track.at(at);
    const startMs = table.startMs(index);
    const lengthMs = table.lengthMs(index);
    if (lengthMs > mostMs) onEndless();
    else stage.add(startMs, startMs + lengthMs, table.code(index), table.title(index));
    if (at % EVENTS_A_TURN === EVENTS_A_TURN - 1) {
      await setImmediate();
      signal?.throwIfAborted();
    }
  }
  stage.end();
}

/**
 * What the samples of a track show at each time.
 *
 * @param gapMs the longest gap in which the watcher still ran.
 */
async function samplesOf(
  work: Work,
  track: Track,
  next: Stage,
  { gapMs, mostMs }: { readonly gapMs: number; readonly mostMs?: number },
): Promise<void> {
  const filled = fillGaps(next, gapMs, work.onEmpty);
  await run(work, track, resolveOverlaps(filled, work.onEmpty), mostMs);
}

async function pagesOf(work: Work, track: Track): Promise<SegmentList> {
  const list = createSegmentList({ withTitles: true });
  await samplesOf(work, track, mergeNeighbours(collect(list)), { gapMs: LEAST_GAP_MS });
  return list;
}

/** Puts what a device shows into a list, as far as the settings let it in. */
function intoList({ frames, zone }: Work, list: SegmentList): Stage {
  const stage = mergeNeighbours(collect(list));
  return frames ? mergeNeighbours(withinWorkingTime(stage, frames, zone)) : stage;
}

/** The pages that web watchers saw, by program. */
type PagesByProgram = Map<number, SegmentList[]>;

/** A browser's own pages come before those of a browser that goes by another's name. */
async function readPages(work: Work, tracks: readonly PageTrack[]): Promise<PagesByProgram> {
  const named: PagesByProgram = new Map();
  const hiding: PagesByProgram = new Map();
  for (const { watched, track } of tracks) {
    const list = await pagesOf(work, track);
    const browsers = work.interpreter.browsersOf(watched);
    for (const program of browsers.named) put(named, program, [list]);
    for (const program of browsers.hiding) put(hiding, program, [list]);
  }
  for (const [program, lists] of hiding) put(named, program, lists);
  return named;
}

function put(pages: PagesByProgram, program: number, lists: readonly SegmentList[]): void {
  pages.set(program, [...(pages.get(program) ?? []), ...lists]);
}

/** What one computer brings in. */
async function readHost(
  work: Work,
  { windows, afk, pages }: HostTracks,
  shared: PagesByProgram,
): Promise<SegmentList> {
  const own = await readPages(work, pages);
  for (const [program, lists] of shared) put(own, program, lists);
  const result = createSegmentList();
  const list = intoList(work, result);
  const stage = afk ? within(list, presenceOf(work.table, afk)) : list;
  const noPages: readonly SegmentList[] = [];
  const decide = decideActivity(stage, (program) => own.get(program) ?? noPages);
  await samplesOf(work, windows, decide, {
    gapMs: usualGapMs(work.table, windows),
    mostMs: afk ? Infinity : DAY_MS,
  });
  return result;
}

/**
 * The LinkedIn time of a telephone. Nothing tells whether somebody looked at the rest that it showed, which would
 * count as measured time.
 */
async function readPhone(work: Work, track: Track): Promise<SegmentList> {
  const result = createSegmentList();
  const stage = only(intoList(work, result), isLinkedInCode);
  const decide = decideActivity(stage, () => []);
  await samplesOf(work, track, decide, { gapMs: LEAST_GAP_MS, mostMs: DAY_MS });
  return result;
}

function excludedTitlesOf({ browserWindows, excludedWindows }: ReadEvents): ExcludedTitles {
  if (excludedWindows === 0) return 'none';
  return excludedWindows === browserWindows ? 'all' : 'some';
}

/** A plan that takes what telephones add too. */
export function withPhones(plan: ImportPlan): ImportPlan {
  return {
    ...plan,
    segments: joinDevices([plan.segments, plan.phoneSegments]),
    phoneSegments: createSegmentList(),
  };
}

/**
 * Reads an ActivityWatch export of all buckets and reckons the spans that it would bring in. Titles and addresses are
 * classified and dropped one by one; nothing is stored.
 *
 * @throws UserError where the file is no such export; the signal's reason where it is stopped.
 */
export async function planImport(
  stream: AsyncIterable<Uint8Array>,
  options: ImportOptions,
): Promise<ImportPlan> {
  const { settings, zone, signal } = options;
  const skipCounter = createSkipCounter();
  const interpreter = createInterpreter(settings);
  const events = await readEvents(stream, interpreter, skipCounter, options);
  const { hosts, sharedPages, phones } = sortIntoTracks(events);
  const work: Work = {
    table: events.table,
    zone,
    frames: settings.measureOutside ? null : createDayFrames(settings),
    interpreter,
    onEmpty: () => skipCounter.addMany(0, 'no-time', 1),
    onEndless: () => skipCounter.addMany(0, 'endless', 1),
    signal,
  };
  const shared = await readPages(work, sharedPages);
  const computers: SegmentList[] = [];
  for (const host of hosts) computers.push(await readHost(work, host, shared));
  const telephones: SegmentList[] = [];
  for (const phone of phones) telephones.push(await readPhone(work, phone));
  const segments = joinDevices(computers);
  return {
    zone,
    segments,
    events: events.events,
    skipped: skipCounter.result,
    hosts: hosts.length,
    hostsWithoutAfk: hosts.filter(({ afk }) => !afk).length,
    excludedTitles: excludedTitlesOf(events),
    phones: phones.length,
    phoneSegments: timeBeside(linkedInOf(telephones), segments),
  };
}
