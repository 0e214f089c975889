import { describe, expect, test } from 'vitest';
import { BROWSERS, type BrowserId, type Word } from '../../../companion/contract.ts';
import { addWord, type Read } from '../../../electron/tracking/with-companion.ts';
import type { UserRule } from '../../../shared/settings/settings.ts';
import { createClassifier } from '../../../shared/linkedin/classify.ts';
import { HELLO } from '../../support/native-messages.ts';
import { DEFAULTS } from '../linkedin/support.ts';

let pid = 100;
const says = (browser: BrowserId, word: Word) => ({ ...HELLO, browser, word, pid: pid++, atMs: 0 });
const seen = (app: string, title = 'Mail', url?: string): Read => {
  return { kind: 'window', key: '1', sample: { app, title, ...(url ? { url } : {}) } };
};

/** What the tracker would take it for: an activity, what else was seen, or why nothing is. */
function outcome(read: Read): string {
  if (typeof read === 'string') return read;
  if (read.kind !== 'window') return read.kind;
  const { activity, rule } = createClassifier(DEFAULTS)(read.sample);
  return `${activity}, ${rule}`;
}

describe('where the window in front is seen', () => {
  test('the companion of that browser says what it is', () => {
    for (const browser of Object.keys(BROWSERS) as BrowserId[]) {
      const read = addWord(seen(BROWSERS[browser]), [says(browser, 'messaging')]);
      expect(outcome(read)).toBe('messaging, companion:messaging');
    }
    expect(outcome(addWord(seen('firefox-esr'), [says('firefox', 'feed')]))).toContain('feed');
  });

  test('no other companion has a say, whatever it said last', () => {
    const late = [says('chromium', 'feed'), says('firefox', 'messaging')];
    expect(outcome(addWord(seen('chromium'), late))).toBe('feed, companion:feed');
    expect(outcome(addWord(seen('firefox-esr'), late))).toBe('messaging, companion:messaging');
    expect(outcome(addWord(seen('gnome-terminal'), late))).toBe('elsewhere, app:not-a-browser');
    expect(outcome(addWord(seen('vivaldi', 'Feed | LinkedIn - Vivaldi'), late))).toMatch(
      /^feed, words/,
    );
  });

  test.each([
    ['is away, as behind a private window', ['away']],
    ['may not look', ['unknown']],
    ['is in two profiles that do not agree', ['feed', 'messaging']],
  ] as const)('the title decides where it %s', (_what, words) => {
    const connections = words.map((word) => says('chromium', word));
    const read = addWord(seen('chromium', 'Notifications | LinkedIn - Chromium'), connections);
    expect(outcome(read)).toMatch(/^notifications, words/);
  });

  test('a reading that failed, or an empty desktop, stays what it is', () => {
    const connections = [says('chromium', 'feed')];
    for (const read of [
      { kind: 'no-window' },
      { kind: 'unmeasured' },
      { kind: 'failed', why: 'hangs' },
    ] as const) {
      expect(addWord(read, connections)).toBe(read);
    }
  });
});

describe('where nothing can be seen', () => {
  test.each<[string, readonly [BrowserId, Word][], string]>([
    ['nobody speaks', [], 'wayland'],
    ['one says what is in front', [['firefox', 'private']], 'jobs, companion:jobs'],
    [
      'one of two is in front',
      [
        ['chromium', 'away'],
        ['firefox', 'sales'],
      ],
      'sales, companion:sales',
    ],
    ['no page of LinkedIn is', [['firefox', 'elsewhere']], 'elsewhere, companion:elsewhere'],
    [
      'none is in front',
      [
        ['chromium', 'away'],
        ['firefox', 'away'],
      ],
      'no-window',
    ],
    [
      'one is late',
      [
        ['chromium', 'feed'],
        ['firefox', 'sales'],
      ],
      'unmeasured',
    ],
    ['the only one may not look', [['firefox', 'unknown']], 'wayland'],
  ])('and %s', (_what, said, expected) => {
    const connections = said.map(([browser, word]) => says(browser, word));
    expect(outcome(addWord('wayland', connections))).toBe(expected);
  });
});

describe('precedence', () => {
  const rule: UserRule = { field: 'title', match: 'equals', text: 'Mail', activity: 'learning' };
  const companion = 'feed';
  const privateTitle = 'Feed | LinkedIn — Mozilla Firefox Private Browsing';
  const url = 'https://www.linkedin.com/notifications/';
  const title = 'Messaging | LinkedIn — Mozilla Firefox';
  test.each([
    ['a lock screen', { app: 'swaylock', title: 'Mail', companion }, 'app:lock-screen'],
    ['the user’s own rule', { app: 'firefox', title: 'Mail', url, companion }, 'user:1'],
    ['another program', { app: 'gedit', title, companion }, 'app:not-a-browser'],
    ['a private window', { app: 'firefox', title: privateTitle, url, companion }, 'window:private'],
    ['the companion', { app: 'firefox', title, url, companion }, 'companion:feed'],
    ['its no', { app: 'firefox', title, url, companion: 'elsewhere' }, 'companion:elsewhere'],
    ['its yes to another title', { app: 'firefox', title: 'x', companion }, 'companion:feed'],
    ['the system’s address', { app: 'firefox', title, url }, 'url:/notifications'],
    ['the title', { app: 'firefox', title }, 'words:en:messaging'],
    ['a guess', { app: 'firefox', title: 'Jo Do | LinkedIn — Mozilla Firefox' }, 'guess:one-part'],
  ] as const)('comes down to %s', (_what, sample, expected) => {
    const classify = createClassifier({ ...DEFAULTS, rules: [rule] });
    expect(classify(sample).rule).toBe(expected);
  });

  test('a notice in the title changes nothing where the companion tells', () => {
    const sample = { app: 'firefox', title: '(1) Jo Do sent you a message', companion } as const;
    expect(createClassifier(DEFAULTS)(sample)).toMatchObject({ activity: 'feed', notice: false });
  });
});
