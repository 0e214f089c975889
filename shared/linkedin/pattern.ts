/** One character that a `?` of a user's glob stands for. */
const ANY = '\uE000';
/** The number that a `{n}` of a word list stands for. */
const NUMBER = '\uE001';

/**
 * A glob, ready to be matched: literal pieces with `*` between them. There is no backtracking
 * beyond one piece, so that a text costs at most its length times that of the longest piece.
 */
export interface Pattern {
  readonly pieces: readonly string[];
  /** Whether the text may start, or end, with more than the pattern says. */
  readonly openStart: boolean;
  readonly openEnd: boolean;
  /** What a text has to start and to end with; empty where that is open. */
  readonly start: string;
  readonly end: string;
  /** The longest literal run, without which no text can match; empty where there is none. */
  readonly needle: string;
}

function build(pattern: string): Pattern {
  const pieces = pattern.split('*').filter((piece) => piece !== '');
  const runs = pieces.flatMap((piece) => piece.split(ANY).flatMap((run) => run.split(NUMBER)));
  const [first = ''] = pieces;
  const last = pieces.at(-1) ?? '';
  const openStart = pattern.startsWith('*');
  const openEnd = pattern.endsWith('*');
  return {
    pieces,
    openStart,
    openEnd,
    start: openStart || !isLiteral(first) ? '' : first,
    end: openEnd || !isLiteral(last) ? '' : last,
    needle: runs.reduce((longest, run) => (run.length > longest.length ? run : longest), ''),
  };
}

/** A pattern of the word lists: `*` is anything, `{n}` a number. Takes folded text. */
export function compileWords(pattern: string): Pattern {
  return build(pattern.replaceAll('{n}', NUMBER));
}

/** A glob as users write it: `*` is anything, `?` one character. Takes folded text. */
export function compileGlob(glob: string): Pattern {
  return build(glob.replaceAll('?', ANY));
}

/** Whether a UTF-16 unit is a digit of ASCII. */
export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** End of the number that starts at `from`, thousands separators and a `+` included, or -1. */
export function numberEnd(text: string, from: number): number {
  if (!isDigit(text.charCodeAt(from))) return -1;
  let end = from + 1;
  for (;;) {
    if (isDigit(text.charCodeAt(end))) end += 1;
    else if (" .,'".includes(text.charAt(end) || '-') && isDigit(text.charCodeAt(end + 1)))
      end += 2;
    else return text.charAt(end) === '+' ? end + 1 : end;
  }
}

/** End of a piece that stands at `at`, or -1. */
function pieceEnd(piece: string, text: string, at: number): number {
  let end = at;
  for (const char of piece) {
    if (char === NUMBER) end = numberEnd(text, end);
    else if (end < text.length && (char === ANY || text.startsWith(char, end))) end += char.length;
    else return -1;
    if (end < 0) return -1;
  }
  return end;
}

function isLiteral(piece: string): boolean {
  return !piece.includes(ANY) && !piece.includes(NUMBER);
}

/** Whether a text can start and end as a pattern says; of a pattern with many pieces, the cheapest part. */
function fitsAtEnds({ start, end }: Pattern, text: string): boolean {
  return text.startsWith(start) && text.endsWith(end);
}

/** Whether a folded text is what a pattern says, as a whole. */
export function matches(pattern: Pattern, text: string): boolean {
  const { pieces, openStart, openEnd, needle } = pattern;
  if (pieces.length === 0) return openStart || text === '';
  if (!fitsAtEnds(pattern, text) || !text.includes(needle)) return false;
  let at = 0;
  for (const [index, piece] of pieces.entries()) {
    const atStart = index === 0 && !openStart;
    const atEnd = index === pieces.length - 1 && !openEnd;
    if (isLiteral(piece)) {
      if (atStart && atEnd) return text === piece;
      if (atEnd) return text.length - piece.length >= at && text.endsWith(piece);
      const found = atStart ? (text.startsWith(piece) ? 0 : -1) : text.indexOf(piece, at);
      if (found < 0) return false;
      at = found + piece.length;
      continue;
    }
    let end = -1;
    for (let from = at; from <= text.length; from++) {
      const candidate = pieceEnd(piece, text, from);
      if (candidate >= 0 && (!atEnd || candidate === text.length)) {
        end = candidate;
        break;
      }
      if (atStart) return false;
    }
    if (end < 0) return false;
    at = end;
  }
  return true;
}
