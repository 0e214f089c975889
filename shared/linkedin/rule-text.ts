import type { WindowSample } from '../domain/window-sample.ts';
import type { UserRule } from '../settings/settings.ts';
import { compileApps } from './apps.ts';
import { fold } from './fold.ts';
import { TABLES } from './tables.ts';
import { compileTails, counterEnd } from './tail.ts';

/** The longest text of a rule. */
const LONGEST_TEXT = 500;

/** A text as it stands in a title, capitals and accents included, where it can be found there. */
function asWritten(folded: string, title: string): string {
  let from = title.length - 1;
  while (from >= 0 && !fold(title.slice(from)).startsWith(folded)) from -= 1;
  let to = from + 1;
  while (from >= 0 && to <= title.length && fold(title.slice(from, to)) !== folded) to += 1;
  if (from < 0 || to > title.length) return folded;
  // An accent that is a character of its own belongs to the letter before it.
  while (/^\p{M}/u.test(title.slice(to))) to += 1;
  return title.slice(from, to);
}

/**
 * How a rule of the user's would know a window again: by its title without what the browser wrote around it, the
 * counter included. A title without LinkedIn's mark behind a bar, as `LinkedIn` alone, is taken whole, since
 * its words are in many titles elsewhere. Undefined where the window says nothing, or is a private one.
 *
 * @param browsers those that the user added.
 */
export function ruleTextOf(
  { app, title, frameTitle = title }: Pick<WindowSample, 'app' | 'title' | 'frameTitle'>,
  browsers: readonly string[],
): Pick<UserRule, 'match' | 'text'> | undefined {
  const folded = fold(title);
  const readTitle = compileTails(TABLES);
  const resolved = compileApps(TABLES.apps, browsers)(app);
  const { page, isPrivate } = readTitle(folded, resolved);
  if (isPrivate || folded === '' || readTitle(fold(frameTitle), resolved).isPrivate)
    return undefined;
  const bare = page.startsWith('linkedin - ') ? page.slice('linkedin - '.length) : page;
  const words = bare.slice(counterEnd(bare)).trim();
  const isMarked = words.lastIndexOf(' | ') > 0;
  const match = isMarked ? 'contains' : folded.length > LONGEST_TEXT ? 'starts' : 'equals';
  const text = asWritten((isMarked ? words : folded).slice(0, LONGEST_TEXT).trim(), title);
  return { match, text };
}
