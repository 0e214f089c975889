/**
 * @file What extension, host and app say to each other: docs/companion.md has it for who reads no code. It knows no
 * browser and no Node, so that all three take it from here.
 */
import { ACTIVITIES, type Activity, isActivity } from '../shared/domain/activity.ts';

/** The version of all that is below; whatever changes its meaning raises it. */
export const PROTOCOL = 1;

/** What the browsers start the host by. */
export const HOST_NAME = 'app.sweetspot.companion';

/** The longest message of the extension, in bytes of JSON. The longest there is has 84. */
export const LONGEST_MESSAGE = 256;

/** The longest file that a host writes, in bytes. */
export const LONGEST_STATE = 1000;

/** So often a host says that it is still there; one that was silent for thrice as long is not. In milliseconds. */
export const ALIVE_MS = 20_000;

/** The browsers that the app connects, by the name of each in its table of programs. */
export const BROWSERS = {
  firefox: 'Firefox',
  chromium: 'Chromium',
  chrome: 'Google Chrome',
  edge: 'Microsoft Edge',
  brave: 'Brave',
  vivaldi: 'Vivaldi',
  opera: 'Opera',
} as const;
export type BrowserId = keyof typeof BROWSERS;

/** Whether a value read from outside names a browser that the app connects. */
export function isBrowserId(value: unknown): value is BrowserId {
  return typeof value === 'string' && Object.hasOwn(BROWSERS, value);
}

/**
 * The one word that the extension says:
 *
 * - an activity: its window is in front and shows that; `elsewhere` is any page that is not LinkedIn's. Job search has
 *   its shielded form alone, `private`.
 * - `away`: none of its windows is in front, as far as it may see.
 * - `unknown`: it may not look at LinkedIn's pages any more.
 */
export type Word = Exclude<Activity, 'jobs'> | 'away' | 'unknown';

/** Every word. */
export const WORDS: readonly Word[] = [
  ...ACTIVITIES.filter((activity) => activity !== 'jobs'),
  'away',
  'unknown',
];

const isWord = (value: unknown): value is Word => WORDS.some((word) => word === value);

/** The word of an activity: job search in its shielded form. */
export function wordOf(activity: Activity): Word {
  return activity === 'jobs' ? 'private' : activity;
}

/** What the word says is on the screen; null where it says of no window. */
export function activityOf(word: Word): Activity | null {
  // What is shielded is job search again before the app's own setting decides.
  if (word === 'private') return 'jobs';
  return isActivity(word) ? word : null;
}

/** The first message on a connection: who speaks. */
export interface Hello {
  readonly protocol: number;
  /** Version of the extension, as in its manifest. */
  readonly version: string;
  /** Its table of addresses, by `tableId`. */
  readonly table: string;
}

/** Every other message. */
export interface Said {
  readonly word: Word;
}

const VERSION = /^\d{1,5}(?:\.\d{1,5}){0,3}$/;
const TABLE = /^[0-9a-f]{8}$/;

/** An object with exactly these keys. */
function hasKeys<Key extends string>(
  value: unknown,
  keys: readonly Key[],
): value is Record<Key, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return (
    Object.keys(value).length === keys.length && keys.every((key) => Object.hasOwn(value, key))
  );
}

/** Reads the first message of a connection; undefined for anything else. A later protocol may mean other things. */
export function readHello(value: unknown): Hello | undefined {
  if (!hasKeys(value, ['protocol', 'version', 'table'])) return undefined;
  const { protocol, version, table } = value;
  if (protocol !== PROTOCOL) return undefined;
  if (typeof version !== 'string' || !VERSION.test(version)) return undefined;
  if (typeof table !== 'string' || !TABLE.test(table)) return undefined;
  return { protocol, version, table };
}

/** Reads any other message; undefined for anything else. */
export function readSaid(value: unknown): Said | undefined {
  return hasKeys(value, ['word']) && isWord(value.word) ? { word: value.word } : undefined;
}

/** What a host writes for the app, and all that it writes: one such file a connection. */
export interface ConnectionState extends Hello {
  readonly browser: BrowserId;
  /** The process of the host. */
  readonly pid: number;
  readonly word: Word;
  /** When the word was said, in UTC milliseconds. */
  readonly atMs: number;
}

/** Reads what a host wrote; undefined for anything else. */
export function readState(text: string): ConnectionState | undefined {
  if (text.length > LONGEST_STATE) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const keys = ['protocol', 'version', 'table', 'browser', 'pid', 'word', 'atMs'] as const;
  if (!hasKeys(value, keys)) return undefined;
  const { protocol, version, table, browser, pid, word, atMs } = value;
  const hello = readHello({ protocol, version, table });
  if (!hello || !isBrowserId(browser) || !isWord(word)) return undefined;
  if (!isWhole(pid) || pid < 1 || !isWhole(atMs)) return undefined;
  return { ...hello, browser, pid, word, atMs };
}

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);
