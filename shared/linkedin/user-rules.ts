import type { Activity } from '../domain/activity.ts';
import type { WindowSample } from '../domain/window-sample.ts';
import type { UserRule } from '../settings/settings.ts';
import { appFile } from './apps.ts';
import { fold } from './fold.ts';
import { compileGlob, matches, type Pattern } from './pattern.ts';

/** A rule that matched: its place in the user's list, from 1, and its activity. */
export interface UserMatch {
  readonly position: number;
  readonly activity: Activity;
}

interface Compiled {
  readonly position: number;
  readonly activity: Activity;
  readonly match: UserRule['match'];
  readonly text: string;
  readonly glob: Pattern | undefined;
  /** One bit for each kind of character that a text has to have. */
  readonly mask: number;
}

const BUCKETS = 1 << 14;

/** Where three neighbouring characters are kept. */
function bucketOf(text: string, at: number): number {
  const mixed = (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1)) * 31 + text.charCodeAt(at + 2);
  return mixed & (BUCKETS - 1);
}

function maskOf(text: string): number {
  let mask = 0;
  for (let i = 0; i < text.length; i++) mask |= 1 << (text.charCodeAt(i) & 31);
  return mask;
}

function holds(rule: Compiled, text: string): boolean {
  switch (rule.match) {
    case 'contains':
      return text.includes(rule.text);
    case 'starts':
      return text.startsWith(rule.text);
    case 'ends':
      return text.endsWith(rule.text);
    case 'equals':
      return text === rule.text;
    case 'glob':
      return rule.glob !== undefined && matches(rule.glob, text);
  }
}

/** Finds the first rule of a list that a text matches. */
type FindRule = (text: string) => Compiled | undefined;

/**
 * The rules that look at one field, found by three characters that their text has to contain: a
 * text is read once, however many rules there are, and only rules that may well match are tried.
 */
function createRuleIndex(rules: readonly Compiled[]): FindRule | undefined {
  if (rules.length === 0) return undefined;
  const frequency = new Int32Array(BUCKETS);
  const needles = rules.map((rule) => (rule.glob ? rule.glob.needle : rule.text).slice(0, 64));
  for (const needle of needles) {
    for (let i = 0; i + 2 < needle.length; i++) {
      const bucket = bucketOf(needle, i);
      frequency[bucket] = (frequency[bucket] ?? 0) + 1;
    }
  }
  // The list of a bucket, from 1; 0 where there is none.
  const listOf = new Int32Array(BUCKETS);
  const lists: Compiled[][] = [];
  const short: Compiled[] = [];
  for (const [index, rule] of rules.entries()) {
    const needle = needles[index] ?? '';
    let rarest = -1;
    for (let i = 0; i + 2 < needle.length; i++) {
      const bucket = bucketOf(needle, i);
      if (rarest < 0 || (frequency[bucket] ?? 0) < (frequency[rarest] ?? 0)) rarest = bucket;
    }
    if (rarest < 0) {
      short.push(rule);
      continue;
    }
    if (listOf[rarest] === 0) listOf[rarest] = lists.push([]);
    lists[(listOf[rarest] ?? 0) - 1]?.push(rule);
  }
  // The text that a list was last tried for: a text can hold the same three characters many times.
  const triedFor = new Int32Array(lists.length + 1);
  let round = 0;

  return (text) => {
    const mask = maskOf(text);
    let best: Compiled | undefined;
    const tryAll = (candidates: readonly Compiled[]): void => {
      for (const rule of candidates) {
        if (best && rule.position > best.position) return;
        if ((rule.mask & ~mask) === 0 && holds(rule, text)) best = rule;
      }
    };
    if (short.length > 0) tryAll(short);
    round = (round + 1) | 0;
    for (let i = 0; i + 2 < text.length; i++) {
      const list = listOf[bucketOf(text, i)] ?? 0;
      if (list === 0 || triedFor[list] === round) continue;
      triedFor[list] = round;
      tryAll(lists[list - 1] ?? []);
    }
    return best;
  };
}

/** The rule that stands higher in the user's list. */
function higher(a: Compiled | undefined, b: Compiled | undefined): Compiled | undefined {
  if (!a || !b) return a ?? b;
  return a.position <= b.position ? a : b;
}

/** Finds the user's rule for a sample; `title` is the folded title. */
export type MatchUserRules = (sample: WindowSample, title: string) => UserMatch | undefined;

/**
 * Makes the user's rules ready; undefined where there are none.
 *
 * @param takes whether a rule is one of those that are wanted; the others keep their places in the list.
 */
export function compileUserRules(
  rules: readonly UserRule[],
  takes: (rule: UserRule) => boolean = () => true,
): MatchUserRules | undefined {
  const seen = new Set<string>();
  const byField = { title: [] as Compiled[], app: [] as Compiled[], url: [] as Compiled[] };
  for (const [index, rule] of rules.entries()) {
    const text = fold(rule.text);
    const key = `${rule.field} ${rule.match} ${text}`;
    // Nothing is left of a text of invisible characters; a repeated rule is never reached.
    if (text === '' || seen.has(key) || !takes(rule)) continue;
    seen.add(key);
    const glob = rule.match === 'glob' ? compileGlob(text) : undefined;
    const { match, activity } = rule;
    const mask = maskOf(glob ? glob.pieces.join('').replaceAll('\uE000', '') : text);
    byField[rule.field].push({ position: index + 1, activity, match, text, glob, mask });
  }
  const findTitle = createRuleIndex(byField.title);
  const findApp = createRuleIndex(byField.app);
  const findUrl = createRuleIndex(byField.url);
  if (!findTitle && !findApp && !findUrl) return undefined;
  return (sample, title) => {
    let best = findTitle?.(title);
    // A program is known by what the system calls it, and by that without folder and ending.
    if (findApp) {
      for (const name of [sample.app, ...(sample.names ?? [])]) {
        best = higher(best, higher(findApp(fold(name)), findApp(appFile(name))));
      }
    }
    if (findUrl && sample.url) best = higher(best, findUrl(fold(sample.url)));
    return best;
  };
}
