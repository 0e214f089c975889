import { expect, test } from 'vitest';
import { appendRules, moveRule } from '../../../../renderer/features/rules/change-rules.ts';
import type { UserRule } from '../../../../shared/settings/settings.ts';

const rule = (text: string): UserRule => ({
  field: 'title',
  match: 'contains',
  text,
  activity: 'feed',
});
const texts = (rules: readonly UserRule[]) => rules.map(({ text }) => text).join('');

test.each([
  [0, 1, 'bacd'],
  [3, 2, 'abdc'],
  [0, 3, 'bcda'],
  [3, 0, 'dabc'],
  [0, -1, 'abcd'],
  [3, 4, 'abcd'],
  [9, 0, 'abcd'],
])('a rule moves from %i to %i, and the others keep their order', (from, to, expected) => {
  expect(texts(moveRule(['a', 'b', 'c', 'd'].map(rule), from, to))).toBe(expected);
});

test('the rules of a file stand behind one’s own, and no browser twice', () => {
  const mine = { rules: [rule('a')], browsers: ['Min', 'Nyxt'] };
  const more = { rules: [rule('b')], browsers: ['Nyxt', 'Otter'] };
  expect(appendRules(mine, more)).toEqual({
    rules: [rule('a'), rule('b')],
    browsers: ['Min', 'Nyxt', 'Otter'],
  });
});

test('what does not fit is not cut short', () => {
  const many = { rules: Array.from({ length: 10_000 }, () => rule('x')), browsers: [] };
  const browsers = { rules: [], browsers: Array.from({ length: 200 }, (_, at) => `Browser ${at}`) };
  expect(appendRules(many, { rules: [], browsers: [] })?.rules).toHaveLength(10_000);
  expect(appendRules(many, { rules: [rule('a')], browsers: [] })).toBeUndefined();
  expect(appendRules(browsers, { rules: [], browsers: ['Min'] })).toBeUndefined();
});
