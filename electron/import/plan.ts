import { setImmediate } from 'node:timers/promises';
import { type DayFrames, createDayFrames } from '../../shared/domain/figures.ts';
import { UserError } from '../../shared/domain/user-error.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import { EncodingError, createTextDecoder } from '../system/decode-text.ts';
import { type EventTable, type SegmentList, createSegmentList } from './columns.ts';
import { ExportShapeError, createExportReader } from './export-reader.ts';
import { createInterpreter, type Interpreter } from './meaning.ts';
import { createNumberFilter } from './number-filter.ts';
import { type ReadEvents, createEventReader } from './read-events.ts';
import { type SkipCounter, type Skipped, createSkipCounter } from './skipped.ts';
import {
  type Stage,
  collect,
  decideActivity,
  fillGaps,
  firstWins,
  mergeNeighbours,
  resolveOverlaps,
  withinWorkingTime,
  without,
} from './stages.ts';
import {
  type HostTracks,
  type PageTrack,
  type Track,
  sortIndexes,
  sortIntoTracks,
} from './tracks.ts';

/**
 * A window lasts until the next one where no more than this lies between them. The watcher looks once a second and
 * takes what it sees to have lasted where its looks are no more than 2 s apart, so between two windows lies up
 * to that. A longer gap is a watcher that did not run.
 */
const WATCHER_GAP_MS = 2_000;

/**
 * Bytes that are parsed at a time. What the parser makes of them is garbage soon after: the less there is of it at
 * once, the less of it outlives the young generation of the heap.
 */
const PIECE_BYTES = 4_096;

/** Events worked on before the event loop gets a turn, some tens of milliseconds. */
const EVENTS_A_TURN = 50_000;

/** What an import needs besides the file. */
export interface ImportOptions {
  readonly settings: Settings;
  /** IANA zone that the spans get. */
  readonly zone: string;
  /** UTC milliseconds. Events that end later are left out. */
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
  /** Told of events that have no time. */
  readonly onEmpty: () => void;
  readonly signal: AbortSignal | undefined;
}

/** Sends the events of a track through stages. */
async function run({ table, signal }: Work, track: Track, stage: Stage): Promise<void> {
  for (let at = 0; at < track.length; at += 1) {
    const index = track.at(at);
    const startMs = table.startMs(index);
    stage.add(startMs, startMs + table.lengthMs(index), table.code(index));
    if (at % EVENTS_A_TURN === EVENTS_A_TURN - 1) {
      await setImmediate();
      signal?.throwIfAborted();
    }
  }
  stage.end();
}

/** What the samples of a track show at each time. */
async function samplesOf(work: Work, track: Track, next: Stage): Promise<void> {
  const filled = fillGaps(next, WATCHER_GAP_MS, work.onEmpty);
  await run(work, track, resolveOverlaps(filled, work.onEmpty));
}

async function listOf(work: Work, track: Track): Promise<SegmentList> {
  const list = createSegmentList();
  await samplesOf(work, track, mergeNeighbours(collect(list)));
  return list;
}

/** The pages that web watchers saw, by program. */
type PagesByProgram = Map<number, SegmentList[]>;

async function readPages(work: Work, tracks: readonly PageTrack[]): Promise<PagesByProgram> {
  const pages: PagesByProgram = new Map();
  for (const { watched, track } of tracks) {
    const list = await listOf(work, track);
    for (const program of work.interpreter.browsersOf(watched)) {
      pages.set(program, [...(pages.get(program) ?? []), list]);
    }
  }
  return pages;
}

/** What one computer brings in. */
async function readHost(
  work: Work,
  { windows, afk, pages }: HostTracks,
  shared: PagesByProgram,
): Promise<SegmentList> {
  const own = await readPages(work, pages);
  const result = createSegmentList();
  let stage = mergeNeighbours(collect(result));
  if (work.frames) stage = mergeNeighbours(withinWorkingTime(stage, work.frames, work.zone));
  if (afk) {
    const idle = createSegmentList();
    await run(work, afk, resolveOverlaps(mergeNeighbours(collect(idle)), work.onEmpty));
    stage = without(stage, idle);
  }
  const noPages: readonly SegmentList[] = [];
  const lists = new Map<number, readonly SegmentList[]>();
  for (const program of new Set([...own.keys(), ...shared.keys()])) {
    lists.set(program, [...(own.get(program) ?? []), ...(shared.get(program) ?? [])]);
  }
  const decide = decideActivity(stage, (program) => lists.get(program) ?? noPages);
  await samplesOf(work, windows, decide);
  return result;
}

/** Joins what several computers bring in; where two do at once, the stretch that started first counts. */
function joinHosts(hosts: readonly SegmentList[]): SegmentList {
  const [only] = hosts;
  if (only && hosts.length === 1) return only;
  const all = createSegmentList();
  for (const list of hosts) {
    for (let index = 0; index < list.size; index += 1) {
      all.add(list.startMs(index), list.endMs(index), list.code(index));
    }
  }
  const order = Uint32Array.from({ length: all.size }, (_, index) => index);
  const joined = createSegmentList();
  const stage = firstWins(mergeNeighbours(collect(joined)));
  for (const index of sortIndexes(order, (a, b) => all.startMs(a) - all.startMs(b) || a - b)) {
    stage.add(all.startMs(index), all.endMs(index), all.code(index));
  }
  stage.end();
  return joined;
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
  const { hosts, sharedPages } = sortIntoTracks(events);
  const work: Work = {
    table: events.table,
    zone,
    frames: settings.measureOutside ? null : createDayFrames(settings),
    interpreter,
    onEmpty: () => skipCounter.addMany(0, 'no-time', 1),
    signal,
  };
  const shared = await readPages(work, sharedPages);
  const lists: SegmentList[] = [];
  for (const host of hosts) lists.push(await readHost(work, host, shared));
  return {
    zone,
    segments: joinHosts(lists),
    events: events.events,
    skipped: skipCounter.result,
    hosts: hosts.length,
    hostsWithoutAfk: hosts.filter(({ afk }) => !afk).length,
  };
}
