import { type GuessWords, isQuestion } from './vocabulary.ts';

/** What a title looks like whose words tell nothing. */
export type Shape = 'one-part' | 'parts' | 'role' | 'headline' | 'sentence';

/** Shortest text that is told to be a sentence, in words. */
const FEWEST_IN_SENTENCE = 4;
/** Longest role that is told from a headline, in words. */
const LONGEST_ROLE = 7;

function isRole(guess: GuessWords, text: string): boolean {
  const role = /[,(/-]/.test(text) ? (text.split(/, | - | \(|\//, 1)[0] ?? '') : text;
  const parts = role.split(' ');
  if (parts.length > LONGEST_ROLE || isQuestion(text, guess.question)) return false;
  if (parts.some((part) => guess.small.has(part))) return false;
  let last = parts.length - 1;
  while (last > 0 && /^(?:[ivx]+|\d+)$/.test(parts[last] ?? '')) last -= 1;
  return guess.rolesLast.has(parts[last] ?? '') || guess.rolesFirst.has(parts[0] ?? '');
}

/** Words as no role, no employer and no name has them: "Solving attribution with a new model". */
function isSentence(guess: GuessWords, text: string): boolean {
  const parts = text.split(/[ :,]+/);
  if (parts.length < FEWEST_IN_SENTENCE) return false;
  if (parts.some((part) => guess.rolesLast.has(part) || guess.rolesFirst.has(part))) return false;
  return isQuestion(text, guess.question) || parts.some((part) => guess.small.has(part));
}

/** What other sites write about a product before its name: "How to ...", "5 tips", a sentence. */
export function isHeadline(guess: GuessWords, text: string): boolean {
  const isPlain = text !== '' && !/^\d/.test(text);
  return !isPlain || isQuestion(text, guess.question) || isSentence(guess, text);
}

/** The shape of a folded title whose words tell nothing. */
export function shapeOf(guess: GuessWords, body: string): Shape {
  const bar = body.indexOf(' | ');
  if (bar < 0) return isRole(guess, body) ? 'role' : 'one-part';
  const first = body.slice(0, bar);
  if (isSentence(guess, first)) return 'sentence';
  return isRole(guess, body.slice(bar + 3)) && !isRole(guess, first) ? 'headline' : 'parts';
}
