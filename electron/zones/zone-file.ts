import type { OffsetStretch } from '../../shared/domain/zone.ts';
import { type OffsetChange, type PosixRule, posixRule } from './posix-rule.ts';

/** The rules of one zone. */
export interface ZoneFile {
  /** The whole stretch of one offset that an instant lies in. */
  readonly stretchAt: (atMs: number) => OffsetStretch;
}

/** What the header of a block says of it. */
interface Block {
  readonly version: number;
  readonly times: number;
  readonly types: number;
  readonly leaps: number;
  /** Where the transition times begin. */
  readonly start: number;
  /** Where the next block begins. */
  readonly end: number;
}

const HEADER_BYTES = 44;
const TYPE_BYTES = 6;

/** Reads a header. @param timeBytes 4 in the first block, 8 in the second. */
function readBlock(view: DataView, at: number, timeBytes: 4 | 8): Block | undefined {
  if (view.byteLength < at + HEADER_BYTES || view.getUint32(at) !== 0x545a6966) return undefined;
  const [utc = 0, standard = 0, leaps = 0, times = 0, types = 0, letters = 0] = [
    0, 1, 2, 3, 4, 5,
  ].map((field) => view.getUint32(at + 20 + field * 4));
  const start = at + HEADER_BYTES;
  const end =
    start +
    times * (timeBytes + 1) +
    types * TYPE_BYTES +
    letters +
    leaps * (timeBytes + 4) +
    standard +
    utc;
  if (types === 0 || end > view.byteLength) return undefined;
  return { version: view.getUint8(at + 4), times, types, leaps, start, end };
}

/** Every listed change of the offset; the first has been so for ever. */
function listedChanges(view: DataView, block: Block, timeBytes: 4 | 8): OffsetChange[] {
  const typesStart = block.start + block.times * (timeBytes + 1);
  const offsetOf = (type: number) => view.getInt32(typesStart + type * TYPE_BYTES) * 1_000;
  const changes: OffsetChange[] = [{ atMs: -Infinity, offsetMs: offsetOf(0) }];
  for (let index = 0; index < block.times; index += 1) {
    const at = block.start + index * timeBytes;
    const seconds = timeBytes === 8 ? Number(view.getBigInt64(at)) : view.getInt32(at);
    const type = view.getUint8(block.start + block.times * timeBytes + index);
    if (type >= block.types) throw new RangeError('A type of the file is not there');
    changes.push({ atMs: seconds * 1_000, offsetMs: offsetOf(type) });
  }
  return changes;
}

/** Changes without those that change nothing, or are undone in the same instant. */
function joined(changes: readonly OffsetChange[]): OffsetChange[] {
  const list: OffsetChange[] = [];
  for (const change of changes) {
    if (list.at(-1)?.atMs === change.atMs) list.pop();
    if (list.at(-1)?.offsetMs !== change.offsetMs) list.push(change);
  }
  return list;
}

/** The stretch of a list of changes, in order of time, that an instant lies in. */
function stretchIn(changes: readonly OffsetChange[], atMs: number): OffsetStretch {
  let low = 0;
  let high = changes.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((changes[middle]?.atMs ?? Infinity) <= atMs) low = middle;
    else high = middle;
  }
  return {
    startMs: changes[low]?.atMs ?? -Infinity,
    endMs: changes[high]?.atMs ?? Infinity,
    offsetMs: changes[low]?.offsetMs ?? 0,
  };
}

/** The changes around an instant that the file lists no more: the last listed one, and those by the rule. */
function ruledChanges(last: OffsetChange, rule: PosixRule, atMs: number): OffsetChange[] {
  const year = new Date(atMs).getUTCFullYear();
  const ruled = [year - 1, year, year + 1].flatMap(rule.changesOf);
  return joined([last, ...ruled.filter((change) => change.atMs > last.atMs)]);
}

function zoneFile(listed: readonly OffsetChange[], rule: PosixRule | undefined): ZoneFile {
  const last = listed.at(-1);
  return {
    stretchAt(atMs) {
      const stretch = stretchIn(listed, atMs);
      if (!last || !rule || stretch.endMs < Infinity) return stretch;
      return stretchIn(ruledChanges(last, rule, atMs), atMs);
    },
  };
}

/** The rule behind the second block, between two line breaks. */
function footerOf(bytes: Uint8Array, block: Block): string {
  const text = new TextDecoder('latin1').decode(bytes.subarray(block.end));
  return /^\n([^\n]*)\n/.exec(text)?.[1] ?? '';
}

/**
 * Reads a compiled zone as systems keep it (TZif, RFC 9636, versions 1 to 4); undefined where it is none, or counts
 * leap seconds, which no clock here does.
 */
export function readZoneFile(bytes: Uint8Array): ZoneFile | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const first = readBlock(view, 0, 4);
  if (!first) return undefined;
  // Later versions say all of it again, with longer times.
  const second = first.version === 0 ? undefined : readBlock(view, first.end, 8);
  const block = second ?? first;
  if (block.leaps > 0 || (first.version !== 0 && !second)) return undefined;
  try {
    const listed = joined(listedChanges(view, block, second ? 8 : 4));
    const footer = second ? footerOf(bytes, second) : '';
    const rule = posixRule(footer);
    if (!rule) return footer === '' ? zoneFile(listed, undefined) : undefined;
    return zoneFile(listed, rule);
  } catch {
    return undefined;
  }
}
