import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type OwnRules,
  parseRuleFile,
  RULE_FILE_BYTES,
  withDraft,
  writeRuleFile,
} from '../../../shared/settings/rule-file.ts';
import type { UserRule } from '../../../shared/settings/settings.ts';

const RULE: UserRule = { field: 'title', match: 'contains', text: 'Acme', activity: 'networking' };
const FILE = { format: 'sweetspot-rules', version: 1, rules: [RULE], browsers: ['Min'] };

function problem(value: unknown) {
  const reading = parseRuleFile(typeof value === 'string' ? value : JSON.stringify(value));
  return reading.ok ? 'taken' : reading.problem;
}

describe('a file of rules', () => {
  test('is read as it was written', () => {
    const own: OwnRules = {
      rules: [RULE, { field: 'url', match: 'glob', text: '*/ac?me/*', activity: 'elsewhere' }],
      browsers: ['Min', 'Łódź “quoted” \u202e'],
    };
    expect(parseRuleFile(writeRuleFile(own))).toEqual({ ok: true, own });
    expect(parseRuleFile(`\uFEFF${writeRuleFile(own)}`)).toEqual({ ok: true, own });
  });

  test('holds any text that a rule may have, lone surrogates too', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), (text) => {
        const own = { rules: [{ ...RULE, text }], browsers: [text] };
        expect(parseRuleFile(writeRuleFile(own))).toEqual({ ok: true, own });
      }),
    );
  });

  test('may leave out what a rule mostly is', () => {
    expect(
      parseRuleFile(JSON.stringify({ ...FILE, rules: [{ text: 'x', activity: 'feed' }] })),
    ).toEqual({
      ok: true,
      own: { rules: [{ ...RULE, text: 'x', activity: 'feed' }], browsers: ['Min'] },
    });
  });

  test.each([
    ['no JSON', '{"format":', { code: 'not-json', key: '', position: null }],
    ['nothing', '', { code: 'not-json', key: '', position: null }],
    ['a list', [], { code: 'not-rules', key: '', position: null }],
    ['null', null, { code: 'not-rules', key: '', position: null }],
    ['another file', { rules: [], browsers: [] }, { code: 'not-rules', key: '', position: null }],
    ['a later version', { ...FILE, version: 2 }, { code: 'newer', key: 'version', position: null }],
    [
      'an odd version',
      { ...FILE, version: '1' },
      { code: 'wrong-value', key: 'version', position: null },
    ],
    [
      'an unknown key',
      { ...FILE, rulez: [] },
      { code: 'unknown-key', key: 'rulez', position: null },
    ],
    [
      'an unknown key of a rule',
      { ...FILE, rules: [RULE, { ...RULE, regex: '.*' }] },
      { code: 'unknown-key', key: 'regex', position: 2 },
    ],
    [
      'a regular expression',
      { ...FILE, rules: [{ ...RULE, match: 'regex' }] },
      { code: 'wrong-value', key: 'match', position: 1 },
    ],
    [
      'an unknown activity',
      { ...FILE, rules: [{ ...RULE, activity: 'work' }] },
      { code: 'wrong-value', key: 'activity', position: 1 },
    ],
    [
      'a rule without a text',
      { ...FILE, rules: [{ activity: 'feed' }] },
      { code: 'missing-key', key: 'text', position: 1 },
    ],
    [
      'an empty text',
      { ...FILE, rules: [{ ...RULE, text: '' }] },
      { code: 'wrong-value', key: 'text', position: 1 },
    ],
    [
      'a text that is too long',
      { ...FILE, rules: [{ ...RULE, text: 'x'.repeat(501) }] },
      { code: 'wrong-value', key: 'text', position: 1 },
    ],
    [
      'a rule that is none',
      { ...FILE, rules: ['x'] },
      { code: 'wrong-value', key: 'rules', position: 1 },
    ],
    [
      'a browser that is none',
      { ...FILE, browsers: ['Min', 3] },
      { code: 'wrong-value', key: 'browsers', position: 2 },
    ],
    [
      'too many rules',
      { ...FILE, rules: Array.from({ length: 10_001 }, () => RULE) },
      { code: 'too-many', key: 'rules', position: null },
    ],
    [
      'too many browsers',
      { ...FILE, browsers: Array.from({ length: 201 }, (_, index) => `Browser ${index}`) },
      { code: 'too-many', key: 'browsers', position: null },
    ],
    [
      'a prototype',
      '{"format":"sweetspot-rules","version":1,"rules":[],"browsers":[],"__proto__":{"a":1}}',
      { code: 'unknown-key', key: '__proto__', position: null },
    ],
    [
      'a key that is a text of its own',
      { ...FILE, ['k'.repeat(10_000)]: 1 },
      { code: 'unknown-key', key: 'k'.repeat(40), position: null },
    ],
  ])('is refused as a whole: %s', (_name, value, expected) => {
    expect(problem(value)).toEqual(expected);
  });

  test('tells which list is missing', () => {
    const { rules, ...rest } = FILE;
    expect(rules).toHaveLength(1);
    expect(problem(rest)).toEqual({ code: 'missing-key', key: 'rules', position: null });
  });

  test('never throws and takes its time, whatever it holds', () => {
    const deep = '['.repeat(200_000);
    for (const text of [
      deep,
      `${deep}${']'.repeat(200_000)}`,
      'x'.repeat(5_000_000),
      '\0',
      '"\uD800',
    ]) {
      const started = performance.now();
      expect(problem(text)).not.toBe('taken');
      expect(performance.now() - started).toBeLessThan(1500);
    }
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(problem(text)).not.toBe('taken');
      }),
    );
  });

  test('that is as long as the settings allow can be read back', () => {
    // A lone surrogate takes the most bytes, six of them for one character.
    const text = '\uD800'.repeat(500);
    const own = { rules: Array.from({ length: 10_000 }, () => ({ ...RULE, text })), browsers: [] };
    expect(Buffer.byteLength(writeRuleFile(own))).toBeLessThan(RULE_FILE_BYTES);
  });
});

test('a draft stands in the place of its rule, or behind the last', () => {
  const other = { ...RULE, text: 'other' };
  expect(withDraft([RULE, RULE], { at: 0, rule: other })).toEqual([other, RULE]);
  expect(withDraft([RULE], { at: 1, rule: other })).toEqual([RULE, other]);
  expect(withDraft([RULE], { at: 7, rule: other })).toEqual([RULE, other]);
});
