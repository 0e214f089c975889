import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { offerRule } from '../../../electron/rules/rule-offer.ts';
import type { RememberedWindow } from '../../../electron/tracking/window-memory.ts';
import { ACTIVITIES, type Activity } from '../../../shared/domain/activity.ts';
import { createClassifier } from '../../../shared/linkedin/classify.ts';
import { MOST_RULES, withDraft } from '../../../shared/settings/rule-file.ts';
import {
  parseSettings,
  type Settings,
  type SettingsPatch,
  type UserRule,
  userRuleSchema,
} from '../../../shared/settings/settings.ts';
import { readRows } from '../linkedin/support.ts';

const CHROME = 'Google Chrome';

function offer(
  window: RememberedWindow | undefined,
  said: Activity,
  patch: SettingsPatch = {},
  rulesOf: readonly string[] = [],
) {
  const { settings } = parseSettings(patch);
  return offerRule(1, said, {
    settings: () => settings,
    rulesOf: () => rulesOf,
    latest: { of: () => window },
  });
}

const rule = (text: string, activity: Activity): UserRule => ({
  field: 'title',
  match: 'contains',
  text,
  activity,
});

describe('a rule is offered', () => {
  test.each([
    ['(3) Jane Doe | LinkedIn - Google Chrome', 'contains', 'Jane Doe | LinkedIn'],
    ['• Zoë Roe | LinkedIn – Google Chrome', 'contains', 'Zoë Roe | LinkedIn'],
    ['Zoe\u0308 | LinkedIn - Google Chrome', 'contains', 'Zoe\u0308 | LinkedIn'],
    ['LinkedIn - (3) Acme | LinkedIn', 'contains', 'Acme | LinkedIn'],
    ['LinkedIn - Google Chrome', 'equals', 'LinkedIn - Google Chrome'],
    ['LinkedIn Learning', 'equals', 'LinkedIn Learning'],
  ])('for %s', (title, match, text) => {
    const window = { app: CHROME, title };
    expect(offer(window, 'sales')).toEqual({
      source: 'window',
      draft: {
        at: 0,
        rule: { field: 'title', match, text, activity: 'sales', elsewhereToo: false },
      },
      window,
    });
  });

  test('by changing the one of the user’s own that decided, which stays in its place', () => {
    const rules = [rule('wiki', 'feed'), rule('jane', 'learning'), rule('doe', 'sales')];
    const window = { app: CHROME, title: 'Jane Doe | LinkedIn' };
    const changed = { at: 1, rule: { ...rules[1], activity: 'networking' } };
    // What decided the window counts, not what decided most of the span.
    expect(offer(window, 'networking', { rules }, ['user:1'])).toEqual({
      source: 'own-rule',
      draft: changed,
      window,
    });
    expect(offer(undefined, 'networking', { rules }, ['notice:kept', 'user:2', 'user:1'])).toEqual({
      source: 'own-rule',
      draft: changed,
      window: null,
    });
  });

  test('without words where the window is not known any more, or is a private one', () => {
    const empty = {
      source: 'none',
      draft: { at: 0, rule: { ...rule('', 'networking'), elsewhereToo: false } },
      window: null,
    };
    expect(offer(undefined, 'networking', {}, ['words:en:feed'])).toEqual(empty);
    expect(offer(undefined, 'networking', {}, ['user:7', 'user'])).toEqual(empty);
    const title = 'Jane Doe | LinkedIn - Google Chrome (Incognito)';
    const patch = { ignorePrivateWindows: false };
    expect(offer({ app: CHROME, title }, 'networking', patch)).toEqual(empty);
    // One that says so to a screen reader alone.
    const told = { app: CHROME, title: 'Jane Doe | LinkedIn - Google Chrome', frameTitle: title };
    expect(offer(told, 'networking', patch)).toEqual(empty);
  });

  test('for job search by its own name, which is shielded when it is seen', () => {
    const made = offer({ app: CHROME, title: 'Jane Doe | LinkedIn' }, 'private');
    expect(made.draft?.rule.activity).toBe('jobs');
  });

  test('not where there is no room for one more', () => {
    const rules = Array.from({ length: MOST_RULES }, (_, at) => rule(`x${String(at)}`, 'feed'));
    expect(offer({ app: CHROME, title: 'Jane Doe | LinkedIn' }, 'sales', { rules })).toEqual({
      source: 'full',
      draft: null,
      window: null,
    });
  });
});

describe('whatever the window', () => {
  const titles = ['titles.tsv', 'further-titles.tsv']
    .flatMap(readRows)
    .filter(({ kind }) => kind === 'title')
    .map(({ sample: { app, title } }) => ({ app, title }));
  const any = fc.record({
    app: fc.constantFrom(CHROME, 'firefox', 'msedge.exe', 'Zyx', ''),
    title: fc.oneof(
      fc.string({ unit: 'binary', maxLength: 1024 }),
      fc.string({ unit: 'grapheme', maxLength: 600 }).map((text) => `${text} | LinkedIn`),
      fc.string({ unit: 'binary', maxLength: 40 }).map((text) => `(3) İ${text} | LinkedIn`),
    ),
  });
  const own = fc.array(
    fc.record({
      field: fc.constantFrom('title' as const, 'app' as const),
      match: fc.constantFrom('contains' as const, 'starts' as const, 'glob' as const),
      text: fc.constantFrom('linkedin', 'a', '*e*', 'chrome', 'feed', '\u200b'),
      activity: fc.constantFrom(...ACTIVITIES),
    }),
    { maxLength: 3 },
  );

  test(
    'a rule that is offered is a valid one, and makes the window what the user said',
    { timeout: 90_000 },
    () => {
      let made = 0;
      fc.assert(
        fc.property(
          fc.oneof(fc.constantFrom(...titles), any),
          fc.constantFrom(...ACTIVITIES),
          own,
          (window, said, rules) => {
            const { source, draft } = offer(window, said, { rules });
            if (source === 'none' || !draft) return;
            made += 1;
            expect(userRuleSchema.parse(draft.rule)).toEqual(draft.rule);
            const settings: Settings = parseSettings({ rules: withDraft(rules, draft) }).settings;
            expect(settings.rules).toHaveLength(Math.max(rules.length, draft.at + 1));
            const told = createClassifier(settings)(window);
            expect(told.rule).toBe(`user:${String(draft.at + 1)}`);
            expect(told.activity).toBe(said === 'private' ? 'jobs' : said);
          },
        ),
        { numRuns: 1500 },
      );
      expect(made).toBeGreaterThan(1000);
    },
  );

  test('of LinkedIn has a rule', () => {
    const classify = createClassifier(parseSettings({}).settings);
    const linkedIn = titles.filter((window) => classify(window).activity !== 'elsewhere');
    expect(linkedIn.length).toBeGreaterThan(200);
    const without = linkedIn.filter((window) => offer(window, 'sales').source !== 'window');
    expect(without).toEqual([]);
  });
});
