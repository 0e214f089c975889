/** Numbers are kept in blocks of this many, so that a list grows without being copied. */
const BLOCK_BITS = 12;
const BLOCK = 1 << BLOCK_BITS;

type NumberBlock = Float64Array | Uint32Array | Uint16Array;

/** A growing list of numbers that takes no more memory than they do. */
interface Column {
  push(value: number): void;
  at(index: number): number;
}

function createColumn(createBlock: (length: number) => NumberBlock): Column {
  const blocks: NumberBlock[] = [];
  let size = 0;
  return {
    push(value) {
      const offset = size & (BLOCK - 1);
      if (offset === 0) blocks.push(createBlock(BLOCK));
      const block = blocks[blocks.length - 1];
      if (block) block[offset] = value;
      size += 1;
    },
    at: (index) => blocks[index >>> BLOCK_BITS]?.[index & (BLOCK - 1)] ?? 0,
  };
}

/** The events of an export, as numbers: 18 bytes each. */
export interface EventTable {
  readonly size: number;
  /** @param code what the event means to its kind of bucket. */
  add(bucket: number, startMs: number, lengthMs: number, code: number): void;
  bucket(index: number): number;
  startMs(index: number): number;
  lengthMs(index: number): number;
  code(index: number): number;
}

export function createEventTable(): EventTable {
  const buckets = createColumn((length) => new Uint16Array(length));
  const starts = createColumn((length) => new Float64Array(length));
  const lengths = createColumn((length) => new Uint32Array(length));
  const codes = createColumn((length) => new Uint32Array(length));
  let size = 0;
  return {
    get size() {
      return size;
    },
    add(bucket, startMs, lengthMs, code) {
      buckets.push(bucket);
      starts.push(startMs);
      lengths.push(lengthMs);
      codes.push(code);
      size += 1;
    },
    bucket: buckets.at,
    startMs: starts.at,
    lengthMs: lengths.at,
    code: codes.at,
  };
}

/** Stretches `[startMs, endMs)` with a code each, by time and without overlaps: 20 bytes each. */
export interface SegmentList {
  readonly size: number;
  add(startMs: number, endMs: number, code: number): void;
  startMs(index: number): number;
  endMs(index: number): number;
  code(index: number): number;
  /** Index of the first one that ends after an instant; `size` where none does. */
  firstEndingAfter(atMs: number): number;
}

export function createSegmentList(): SegmentList {
  const starts = createColumn((length) => new Float64Array(length));
  const ends = createColumn((length) => new Float64Array(length));
  const codes = createColumn((length) => new Uint32Array(length));
  let size = 0;
  return {
    get size() {
      return size;
    },
    add(startMs, endMs, code) {
      starts.push(startMs);
      ends.push(endMs);
      codes.push(code);
      size += 1;
    },
    startMs: starts.at,
    endMs: ends.at,
    code: codes.at,
    firstEndingAfter(atMs) {
      let low = 0;
      let high = size;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (ends.at(middle) <= atMs) low = middle + 1;
        else high = middle;
      }
      return low;
    },
  };
}
