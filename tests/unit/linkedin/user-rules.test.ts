import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../shared/linkedin/fold.ts';
import { compileGlob, matches } from '../../../shared/linkedin/pattern.ts';
import { compileUserRules } from '../../../shared/linkedin/user-rules.ts';
import type { UserRule } from '../../../shared/settings/settings.ts';

function rule(text: string, match: UserRule['match'] = 'contains'): UserRule {
  return { field: 'title', match, text, activity: 'sales' };
}

/** Position of the rule that decides for a title. */
function decides(rules: readonly UserRule[], title: string): number | undefined {
  return compileUserRules(rules)?.({ app: '', title }, fold(title))?.position;
}

/** The plain way: one rule after the other. */
function oneByOne(rules: readonly UserRule[], title: string): number | undefined {
  const folded = fold(title);
  const index = rules.findIndex(({ match, text }) => {
    const wanted = fold(text);
    if (wanted === '') return false;
    if (match === 'glob') return matches(compileGlob(wanted), folded);
    if (match === 'starts') return folded.startsWith(wanted);
    if (match === 'ends') return folded.endsWith(wanted);
    return match === 'equals' ? folded === wanted : folded.includes(wanted);
  });
  return index < 0 ? undefined : index + 1;
}

describe("the user's rules", () => {
  it('are none where there are none, or none with a text', () => {
    expect(compileUserRules([])).toBeUndefined();
    expect(compileUserRules([rule('\u200b ')])).toBeUndefined();
  });

  it('compare without case, accents and kinds of dashes', () => {
    expect(decides([rule('RÉUNION – Acme')], 'reunion - acme | LinkedIn')).toBe(1);
  });

  it('know no regular expressions', () => {
    expect(decides([rule('.*'), rule('(a+)+$'), rule('[a-z]')], 'aaaa')).toBeUndefined();
    expect(decides([rule('(a+)+$')], 'x (a+)+$ y')).toBe(1);
  });

  it('are taken in their order', () => {
    expect(decides([rule('linkedin'), rule('feed')], 'Feed | LinkedIn')).toBe(1);
    expect(decides([rule('feed'), rule('linkedin')], 'Feed | LinkedIn')).toBe(1);
    expect(decides([rule('jobs'), rule('ed'), rule('feed')], 'Feed | LinkedIn')).toBe(2);
  });

  it('find the same as one by one does', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ', '*', '?'), maxLength: 6 });
    const match = fc.constantFrom('contains', 'starts', 'ends', 'equals', 'glob');
    const rules = fc.array(fc.tuple(text, match), { maxLength: 12 });
    const title = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), maxLength: 14 });
    fc.assert(
      fc.property(rules, fc.array(title, { minLength: 1, maxLength: 5 }), (list, titles) => {
        const own = list.map(([words, how]) => rule(words, how));
        const find = compileUserRules(own);
        for (const value of titles) {
          const found = find?.({ app: '', title: value }, fold(value))?.position;
          expect(found).toBe(oneByOne(own, value));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('know a program by what the system says and by its plain name', () => {
    const rules: UserRule[] = [{ ...rule('Teams', 'equals'), field: 'app' }];
    const find = compileUserRules(rules);
    for (const app of ['teams', 'Teams.exe', 'C:\\x\\Teams.exe', '/Applications/Teams.app']) {
      expect(find?.({ app, title: '' }, '')?.position).toBe(1);
    }
    expect(find?.({ app: 'ms-teams', title: '' }, '')).toBeUndefined();
  });

  it('are found among 10,000, the highest first', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => rule(`customer ${index} review`));
    expect(decides([...many, rule('last one')], 'The last one')).toBe(10_001);
    expect(decides([...many, rule('last one')], 'Customer 77 review, the last one')).toBe(78);
    expect(decides(many, 'Customer 10000 review')).toBeUndefined();
  });
});
