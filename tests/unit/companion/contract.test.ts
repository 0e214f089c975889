import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../../build/bundle.ts';
import {
  activityOf,
  type ConnectionState,
  isBrowserId,
  LONGEST_MESSAGE,
  LONGEST_STATE,
  PROTOCOL,
  readHello,
  readSaid,
  readState,
  WORDS,
  wordOf,
} from '../../../companion/contract.ts';
import { CHROMIUM_ID, manifestOf } from '../../../companion/extension/manifest.ts';
import { ACTIVITIES } from '../../../shared/domain/activity.ts';
import { compileAddresses } from '../../../shared/linkedin/address.ts';
import { PATHS, tableId } from '../../../shared/linkedin/path-table.ts';

const HELLO = { protocol: PROTOCOL, version: '99999.99999.99999.99999', table: tableId(PATHS) };
const STATE: ConnectionState = {
  ...HELLO,
  browser: 'chromium',
  pid: 4_194_304,
  word: 'notifications',
  atMs: 8_640_000_000_000_000,
};

describe('a word', () => {
  test('says of every activity what it is, and job search in its shielded form alone', () => {
    for (const activity of ACTIVITIES) {
      const meant = activity === 'private' ? 'jobs' : activity;
      expect(activityOf(wordOf(activity))).toBe(meant);
    }
    expect(WORDS).not.toContain('jobs');
    expect(WORDS.filter((word) => activityOf(word) === null)).toEqual(['away', 'unknown']);
  });
});

describe('a message', () => {
  test('is one of two, and fits its limit', () => {
    expect(readHello(HELLO)).toEqual(HELLO);
    for (const word of WORDS) expect(readSaid({ word })).toEqual({ word });
    const longest = Math.max(...[HELLO, ...WORDS.map((word) => ({ word }))].map(lengthOf));
    expect(longest).toBeLessThan(LONGEST_MESSAGE / 2);
  });

  test.each([
    ['nothing', null],
    ['a list', ['word']],
    ['no word', {}],
    ['an unknown word', { word: 'jobs' }],
    ['an address', { word: 'https://www.linkedin.com/in/zanzibar/' }],
    ['something beside the word', { word: 'feed', title: 'Zanzibar' }],
    ['a name that all objects have', { word: 'constructor' }],
  ])('is not %s', (_what, value) => expect(readSaid(value)).toBeUndefined());

  test.each([
    ['of a later protocol', { ...HELLO, protocol: PROTOCOL + 1 }],
    ['with a version in words', { ...HELLO, version: '1.0 (Zanzibar)' }],
    ['with another table id', { ...HELLO, table: 'Zanzibar' }],
    ['with something beside', { ...HELLO, browser: 'firefox' }],
    ['without a version', { protocol: PROTOCOL, table: HELLO.table }],
  ])('is no hello %s', (_what, value) => expect(readHello(value)).toBeUndefined());

  test('of any other shape is refused, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(readHello(value)).toBeUndefined();
        expect(readSaid(value)).toBeUndefined();
        expect(readState(JSON.stringify(value))).toBeUndefined();
      }),
    );
  });
});

describe('a state', () => {
  test('is read as it was written, and fits its limit', () => {
    const text = JSON.stringify(STATE);
    expect(readState(text)).toEqual(STATE);
    expect(lengthOf(STATE)).toBeLessThan(LONGEST_STATE / 2);
  });

  test.each([
    ['torn', JSON.stringify(STATE).slice(0, -1)],
    ['longer than any', JSON.stringify(STATE) + ' '.repeat(LONGEST_STATE)],
    ['of no browser that is known', JSON.stringify({ ...STATE, browser: 'toString' })],
    ['with a process that cannot be', JSON.stringify({ ...STATE, pid: 0 })],
    ['with half a moment', JSON.stringify({ ...STATE, atMs: 1.5 })],
    ['with more in it', JSON.stringify({ ...STATE, title: 'Zanzibar' })],
  ])('is refused where it is %s', (_what, text) => expect(readState(text)).toBeUndefined());
});

test('a browser is one of those that the app connects', () => {
  expect(isBrowserId('vivaldi')).toBe(true);
  expect(['hasOwnProperty', '__proto__', '', 7, null].filter(isBrowserId)).toEqual([]);
});

describe('the table of addresses', () => {
  test('has an id of its own for what it holds', () => {
    expect(tableId(PATHS)).toMatch(/^[0-9a-f]{8}$/);
    expect(tableId({ ...PATHS, shortLinks: [] })).not.toBe(tableId(PATHS));
    expect(tableId(structuredClone(PATHS))).toBe(tableId(PATHS));
  });

  test('is not larger than an extension should be, with what reads it', () => {
    expect(lengthOf(PATHS)).toBeLessThan(6_400);
    expect(compileAddresses(PATHS)('https://www.linkedin.com/messaging/')?.activity).toBe(
      'messaging',
    );
  });
});

describe('the manifest', () => {
  test('asks for LinkedIn alone, and never for private windows', () => {
    for (const target of ['folder', 'chromium', 'firefox'] as const) {
      expect(manifestOf('1.2.3', target)).toMatchObject({
        version: '1.2.3',
        incognito: 'not_allowed',
        permissions: ['nativeMessaging', 'scripting'],
        host_permissions: ['https://*.linkedin.com/*'],
        content_scripts: [{ matches: ['https://*.linkedin.com/*'] }],
      });
    }
  });

  test('has the key that the id of the extension in Chromium follows from', async () => {
    const { key } = manifestOf('1', 'folder') as { key: string };
    const digest = await crypto.subtle.digest('SHA-256', Buffer.from(key, 'base64'));
    const id = Buffer.from(digest).toString('hex').slice(0, 32);
    const letters = Array.from(id, (digit) => String.fromCharCode(97 + parseInt(digit, 16)));
    expect(letters.join('')).toBe(CHROMIUM_ID);
  });
});

test('what docs/companion.md says of messages, limits and versions is what holds', () => {
  const page = readFileSync(join(ROOT, 'docs/companion.md'), 'utf8');
  for (const word of WORDS) expect(page).toContain(`\`${word}\``);
  for (const key of Object.keys(STATE)) expect(page).toContain(`\`${key}\``);
  expect(page).toContain(`protocol ${PROTOCOL}`);
  expect(page).toContain(`${LONGEST_MESSAGE} bytes`);
  expect(page).toContain(`${LONGEST_STATE} bytes`);
});

/** Bytes of JSON. */
function lengthOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
