import type { Activity } from '../../shared/domain/activity.ts';

/** What came of a window: a private one may differ in nothing from a normal one. */
export type Verdict = 'right' | 'wrong' | 'cannot be told' | 'not shown';

/** What one window showed, and what was made of it. */
export interface Row {
  readonly browser: string;
  readonly version: string;
  readonly language: string;
  readonly window: string;
  /** The title as the product's own way of seeing read it. */
  readonly written: string;
  /** The program's file and what the window calls itself. */
  readonly program: readonly string[];
  readonly activity: Activity | null;
  readonly rule: string;
  readonly verdict: Verdict;
}

/** Longest title that is written out. */
const LONGEST_WRITTEN = 90;

/** Marks of direction, which nobody sees, by their numbers. */
function visible(text: string): string {
  return text.replace(/[\u200B-\u200F\u202A-\u202E\u2066-\u2069]/g, (sign) => {
    return `<U+${sign.charCodeAt(0).toString(16).toUpperCase()}>`;
  });
}

function shorten(text: string): string {
  if (text.length <= LONGEST_WRITTEN) return text;
  return `${text.slice(0, 30)} … ${text.slice(-30)}\` (${text.length} characters)`;
}

function titleCell(written: string): string {
  if (written === '') return '';
  const short = shorten(visible(written));
  return short.endsWith(')') && short.includes('` (') ? `\`${short}` : `\`${short}\``;
}

/** The page `docs/browsers.md`. */
export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map((row) =>
    [
      row.browser,
      row.version,
      row.language,
      row.window,
      titleCell(row.written),
      `\`${row.program.join(', ')}\``,
      row.verdict === 'not shown' ? '' : (row.activity ?? 'not measured'),
      `\`${row.rule}\``,
      row.verdict,
    ]
      .map((cell) => cell.replaceAll('|', '\\|'))
      .join(' | '),
  );
  const count = (verdict: Verdict): number => rows.filter((row) => row.verdict === verdict).length;
  return `# What browsers write, and what is made of it

Written by \`npm run test:browsers\`: each browser that is installed shows pages with made-up titles under X11, in normal, private and other windows,
which are read by the app's own way of seeing and classified with the default settings. "Cannot be told" is a private window that differs in
nothing from a normal one; what that means for you is in [classification.md](classification.md#private-windows).

Of ${rows.length} windows ${count('right')} are right, ${count('cannot be told')} cannot be told, ${count('wrong')} are wrong and ${count('not shown')} were not shown in time.

| browser | version | language | window | title as it was read | program, names of the window | activity | rule | |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
${lines.map((line) => `| ${line} |`).join('\n')}
`;
}
