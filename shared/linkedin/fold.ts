/** The longest text that is looked at; of a longer one its two ends. */
export const LONGEST = 1024;

/** Letters that Unicode does not take apart, and signs that mean the same to a reader. */
const SAME: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ς: 'σ',
  '‘': "'",
  '’': "'",
  '‛': "'",
  '′': "'",
  ʼ: "'",
  '`': "'",
  '´': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
  '│': '|',
  '┃': '|',
  '❘': '|',
  '∣': '|',
  '。': '.',
};

/** What each UTF-16 unit becomes, worked out when it is first met. */
const folded: (string | undefined)[] = [];

function foldUnit(unit: number): string {
  const char = String.fromCharCode(unit);
  // Halves of a pair are left alone, alone or together.
  if (unit >= 0xd800 && unit <= 0xdfff) return char;
  const same = SAME[char];
  if (same !== undefined) return same;
  return (
    char
      .normalize('NFKD')
      .toLowerCase()
      // Tabs, line ends and every kind of space; then accents, what only steers the display, and
      // the private characters that patterns use for themselves.
      .replace(/[\t-\r\u0085\p{Z}]/gu, ' ')
      .replace(/[\p{M}\p{Cf}\p{Cc}\uE000\uE001]/gu, '')
      .replace(/./gu, (part) => SAME[part] ?? part)
  );
}

/** Whether a text has nothing but printable ASCII. */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x20 || unit > 0x7e) return false;
  }
  return true;
}

/** A text of bounded length: one that is too long keeps its start and its end. */
export function cut(text: string): string {
  if (text.length <= LONGEST) return text;
  return `${text.slice(0, LONGEST / 2)}\u2026${text.slice(-LONGEST / 2)}`;
}

/**
 * A text in the one form in which texts are compared: cut to a bounded length, lower case, without
 * accents and invisible characters, with one kind of space, dash, quote and bar. Never throws, and
 * costs no more for a megabyte than for a kilobyte.
 */
export function fold(text: string): string {
  const lower = cut(text).toLowerCase();
  let out = lower;
  if (!isPlain(lower)) {
    out = '';
    let from = 0;
    for (let i = 0; i < lower.length; i++) {
      const unit = lower.charCodeAt(i);
      if (unit >= 0x20 && unit <= 0x7e && unit !== 0x60) continue;
      out += lower.slice(from, i) + (folded[unit] ??= foldUnit(unit));
      from = i + 1;
    }
    out += lower.slice(from);
  } else if (lower.includes('`')) {
    out = lower.replaceAll('`', "'");
  }
  if (out.includes('  ')) out = out.replace(/ {2,}/g, ' ');
  return out.startsWith(' ') || out.endsWith(' ') ? out.trim() : out;
}
