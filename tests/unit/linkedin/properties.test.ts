import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../../shared/linkedin/classify.ts';
import { ACTIVITIES } from '../../../shared/domain/activity.ts';
import { classify, classifyTitle, classifyUrl, DEFAULTS, readRows } from './support.ts';

const anything = fc.string({ unit: 'binary', maxLength: 120 });

/** Pages of LinkedIn in the fixtures, without what browsers write around them. */
const PAGES = ['titles.tsv', 'further-titles.tsv']
  .flatMap(readRows)
  .filter(({ kind, activities }) => kind === 'title' && !activities.includes('elsewhere'))
  .map(({ sample }) => sample.title)
  .filter((title) => title.endsWith(' | LinkedIn') && !/^[([•●]|LinkedIn - /.test(title));

/** What browsers write behind a page. */
const TAILS: readonly (readonly [tail: string, app: string])[] = [
  ['', 'Safari'],
  ['', 'Arc'],
  [' - Google Chrome', 'chrome.exe'],
  [' - Google Chrome – Omar', 'Google Chrome'],
  [' - Google Chrome - Kiran (Work)', 'Google Chrome'],
  [' - High memory usage - 1,022 MB - Google Chrome', 'Google Chrome'],
  [' – Audio playing - Google Chrome', 'Google Chrome'],
  [' — Mozilla Firefox', 'firefox'],
  [' — Firefox Developer Edition', 'firefox'],
  [' - Personal - Microsoft\u200b Edge', 'msedge.exe'],
  [' and 1 more page - Profile 1 - Microsoft\u200b Edge', 'msedge.exe'],
  [" en nog 3 andere pagina's - Werk - Microsoft\u200b Edge", 'msedge.exe'],
  [' und 2 weitere Seiten – Persönlich – Microsoft\u200b Edge', 'msedge.exe'],
  [' et 12 pages de plus – Personnel – Microsoft\u200b Edge', 'msedge.exe'],
  [' y 2 páginas más - Personal: Microsoft\u200b Edge', 'msedge.exe'],
  [' e altre 2 pagine - Personale - Microsoft\u200b Edge', 'msedge.exe'],
  [' e mais 1 página — Pessoal — Microsoft\u200b Edge', 'msedge.exe'],
  [' - Brave', 'Brave Browser'],
  [' - Opera', 'opera.exe'],
  [' - Vivaldi', 'vivaldi-stable'],
  [' — Zen Browser', 'zen'],
  [' — LibreWolf', 'librewolf'],
  ['\u200e', 'DuckDuckGo'],
];
const tail = fc.constantFrom(...TAILS);
const counter = fc.oneof(
  fc.constantFrom('', '(99+) ', '• ', '● ', '• (3) ', '(3) • ', '\u200e(7) ', '🔴 '),
  fc.nat(5000).map((count) => `(${count}) `),
);

describe('the same page', () => {
  it('is the same activity with any counter, bullet and tail around it', () => {
    expect(PAGES.length).toBeGreaterThan(100);
    fc.assert(
      fc.property(fc.constantFrom(...PAGES), counter, tail, (page, before, [behind, app]) => {
        const plain = classifyTitle(page);
        expect(classifyTitle(`${before}${page}${behind}`, app)).toEqual(plain);
      }),
      { numRuns: 3000 },
    );
  });

  it('is the same activity in any case, with hard spaces, and without accents', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PAGES), (page) => {
        const plain = classifyTitle(page);
        expect(classifyTitle(page.toUpperCase())).toEqual(plain);
        expect(classifyTitle(page.replaceAll(' ', '\u00a0'))).toEqual(plain);
        expect(classifyTitle(page.normalize('NFD'))).toEqual(plain);
        expect(classifyTitle(page.normalize('NFD').replace(/\p{M}/gu, ''))).toEqual(plain);
      }),
      { numRuns: PAGES.length },
    );
  });

  it('is elsewhere with anything unknown behind it', () => {
    const site = fc.stringMatching(/^[A-Z][a-z]{3,9}( [A-Z][a-z]{3,9})?$/);
    fc.assert(
      fc.property(fc.constantFrom(...PAGES), site, (page, name) => {
        for (const title of [`${page} - ${name}x`, `${page} | ${name}x`, `${page} ${name}x`]) {
          expect(classifyTitle(`${title} - Google Chrome`).activity).toBe('elsewhere');
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('is elsewhere in any program that is no browser', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PAGES),
        fc.stringMatching(/^q[a-z]{4,9} notes$/),
        (page, app) => {
          expect(classifyTitle(page, app)).toMatchObject({
            activity: 'elsewhere',
            rule: 'app:not-a-browser',
          });
        },
      ),
    );
  });
});

describe('any sample', () => {
  it('is told without a throw, as an activity, by a rule that holds nothing of it', () => {
    const app = fc.oneof(anything, fc.constantFrom('Google Chrome', 'LinkedIn', 'msedgewebview2'));
    const title = fc.oneof(
      anything,
      fc.tuple(anything, anything).map(([a, b]) => `${a} | ${b} | LinkedIn - Google Chrome`),
      fc.tuple(anything, anything).map(([a, b]) => `${a}on LinkedIn: ${b}`),
    );
    const url = fc.option(
      fc.oneof(
        anything,
        anything.map((path) => `https://www.linkedin.com/${path}`),
      ),
      { nil: undefined },
    );
    const ids =
      /^(?:words:[a-z]+:[a-z-]+|guess:[a-z-]+|app:[a-z-]+|(?:title|window):[a-z-]+|url:[\w/*?=:-]+)$/;
    fc.assert(
      fc.property(app, title, url, (name, text, address) => {
        const { activity, rule } = classify({ app: name, title: text, url: address });
        expect(ACTIVITIES).toContain(activity);
        expect(rule).toMatch(ids);
      }),
      { numRuns: 3000 },
    );
  });

  it('is told without a throw by any rules', () => {
    const rule = fc.record({
      field: fc.constantFrom('title', 'app', 'url'),
      match: fc.constantFrom('contains', 'starts', 'ends', 'equals', 'glob'),
      text: fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
      activity: fc.constantFrom(...ACTIVITIES),
    });
    const browsers = fc.array(anything, { maxLength: 3 });
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 8 }), browsers, anything, (rules, own, text) => {
        const chosen = createClassifier({ ...DEFAULTS, rules, browsers: own });
        const { activity } = chosen({ app: text, title: text, url: text });
        expect(activity).not.toBe('private');
      }),
      { numRuns: 300 },
    );
  });

  it('is told alike however long it is: only its two ends are looked at', () => {
    const ends = 'Feed | LinkedIn - Google Chrome';
    const long = (size: number): string => `Jane on LinkedIn: ${'x'.repeat(size)} | 5 comments`;
    expect(classifyTitle(long(1_000_000))).toEqual(classifyTitle(long(2_000)));
    expect(classifyTitle(`${'x '.repeat(500_000)}${ends}`).activity).toBe('networking');
    expect(classifyTitle(`${ends}${'x '.repeat(500_000)}`).activity).toBe('elsewhere');
    expect(classifyUrl(`https://www.linkedin.com/feed/${'x'.repeat(1_000_000)}`).activity).toBe(
      'feed',
    );
  });
});

describe('a title that is an address', () => {
  const text = fc.stringMatching(/^[a-z0-9./:@-]{1,20}$/);

  it('is never LinkedIn where its host only looks like it', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        for (const title of [
          `${before}xlinkedin.com/feed/`,
          `linkedin.com.${after.replace(/[/:]/g, 'x')}x.example/feed/`,
          `${before}/linkedin.com@evil.example`,
          `https://evil.example/${after}/linkedin.com/feed/`,
          `l\u0131nkedin.com/${after}`,
        ]) {
          expect(classifyTitle(`${title} - Google Chrome`).activity).toBe('elsewhere');
        }
      }),
    );
  });
});
