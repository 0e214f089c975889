/** Numbers are kept in blocks of this many, so that a list grows without being copied. */
const BLOCK_BITS = 12;
const BLOCK = 1 << BLOCK_BITS;

type NumberBlock = Float64Array | Uint32Array | Uint8Array;

/** A growing list of numbers that takes little more memory than they need. */
interface Column {
  push(value: number): void;
  at(index: number): number;
}

/** How the numbers of a column are kept as long as they fit, relative to a base. */
interface Width {
  /** The first number that does not fit any more. */
  readonly limit: number;
  create(length: number): NumberBlock;
  /** @param first the number that a block begins with. */
  baseOf(first: number): number;
}

/** Instants of some weeks around the first: exports run either way through time. */
const TIMES: Width = {
  limit: 2 ** 32,
  create: (length) => new Uint32Array(length),
  baseOf: (first) => first - 2 ** 31,
};
const LENGTHS: Width = { ...TIMES, baseOf: () => 0 };
const SMALL: Width = {
  limit: 2 ** 8,
  create: (length) => new Uint8Array(length),
  baseOf: () => 0,
};

/** @param width a block with a number that does not fit in it becomes one of 64 bits. */
function createColumn({ limit, create, baseOf }: Width): Column {
  const blocks: NumberBlock[] = [];
  const bases: number[] = [];
  let size = 0;
  return {
    push(value) {
      const offset = size & (BLOCK - 1);
      if (offset === 0) {
        blocks.push(create(BLOCK));
        bases.push(baseOf(value));
      }
      const last = blocks.length - 1;
      let block = blocks[last] ?? create(BLOCK);
      let base = bases[last] ?? 0;
      const kept = value - base;
      if (!(block instanceof Float64Array) && !(kept >= 0 && kept < limit)) {
        const wide = Float64Array.from(block, (number) => number + base);
        blocks[last] = block = wide;
        bases[last] = base = 0;
      }
      block[offset] = value - base;
      size += 1;
    },
    at(index) {
      const at = index >>> BLOCK_BITS;
      return (blocks[at]?.[index & (BLOCK - 1)] ?? 0) + (bases[at] ?? 0);
    },
  };
}

/** A column of codes, of which there are few: what is kept of each is its place among them. */
function createCodes(): Column {
  const places = new Map<number, number>();
  const codes: number[] = [];
  const column = createColumn(SMALL);
  return {
    push(code) {
      let place = places.get(code);
      if (place === undefined) {
        place = codes.length;
        places.set(code, place);
        codes.push(code);
      }
      column.push(place);
    },
    at: (index) => codes[column.at(index)] ?? 0,
  };
}

/** The events of an export, as numbers: some 14 bytes each. */
export interface EventTable {
  readonly size: number;
  /**
   * @param code what the event means to its kind of bucket.
   * @param title stands for the title of a page; 0 where there is none.
   */
  add(bucket: number, startMs: number, lengthMs: number, code: number, title: number): void;
  bucket(index: number): number;
  startMs(index: number): number;
  lengthMs(index: number): number;
  code(index: number): number;
  title(index: number): number;
}

export function createEventTable(): EventTable {
  const buckets = createColumn(SMALL);
  const starts = createColumn(TIMES);
  const lengths = createColumn(LENGTHS);
  const codes = createCodes();
  const titles = createColumn(LENGTHS);
  let size = 0;
  return {
    get size() {
      return size;
    },
    add(bucket, startMs, lengthMs, code, title) {
      buckets.push(bucket);
      starts.push(startMs);
      lengths.push(lengthMs);
      codes.push(code);
      titles.push(title);
      size += 1;
    },
    bucket: buckets.at,
    startMs: starts.at,
    lengthMs: lengths.at,
    code: codes.at,
    title: titles.at,
  };
}

/** Stretches `[startMs, endMs)` with a code each, by time and without overlaps: some 9 bytes each, 13 with titles. */
export interface SegmentList {
  readonly size: number;
  /** @param title as in {@link EventTable}; dropped where the list keeps none. */
  add(startMs: number, endMs: number, code: number, title?: number): void;
  startMs(index: number): number;
  endMs(index: number): number;
  code(index: number): number;
  title(index: number): number;
  /** Index of the first one that ends after an instant; `size` where none does. */
  firstEndingAfter(atMs: number): number;
}

export function createSegmentList({ withTitles = false } = {}): SegmentList {
  const starts = createColumn(TIMES);
  const ends = createColumn(TIMES);
  const codes = createCodes();
  const titles = withTitles ? createColumn(LENGTHS) : undefined;
  let size = 0;
  return {
    get size() {
      return size;
    },
    add(startMs, endMs, code, title = 0) {
      starts.push(startMs);
      ends.push(endMs);
      codes.push(code);
      titles?.push(title);
      size += 1;
    },
    startMs: starts.at,
    endMs: ends.at,
    code: codes.at,
    title: (index) => titles?.at(index) ?? 0,
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
