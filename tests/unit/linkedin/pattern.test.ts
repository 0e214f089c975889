import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileGlob, compileWords, matches } from '../../../shared/linkedin/pattern.ts';

/** The plain definition of a glob, one character at a time. */
function reference(glob: string, text: string): boolean {
  if (glob === '') return text === '';
  if (glob.startsWith('*')) {
    return reference(glob.slice(1), text) || (text !== '' && reference(glob, text.slice(1)));
  }
  const fits = text !== '' && (glob.startsWith('?') || text.startsWith(glob.charAt(0)));
  return fits && reference(glob.slice(1), text.slice(1));
}

describe('a glob', () => {
  it('is what its definition says', () => {
    const glob = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 7 });
    const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 9 });
    fc.assert(
      fc.property(glob, text, (pattern, value) => {
        expect(matches(compileGlob(pattern), value)).toBe(reference(pattern, value));
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['*jobs*', 'my jobs | linkedin', true],
    ['jobs*', 'my jobs', false],
    ['*jobs', 'jobs board', false],
    ['a*a', 'a', false],
    ['j?bs', 'jabs', true],
    ['.*', 'anything', false],
    ['*', '', true],
  ])('%s on "%s" is %s', (glob, text, expected) => {
    expect(matches(compileGlob(glob), text)).toBe(expected);
  });
});

describe('a pattern of the word lists', () => {
  it.each([
    ['{n} new messages', '3 new messages', true],
    ['{n} new messages', '1,204 new messages', true],
    ['{n} new messages', '1 204 new messages', true],
    ['{n} new messages', '99+ new messages', true],
    ['{n} new messages', 'no new messages', false],
    ['* | {n} comments', 'a | b | 56 comments', true],
    ['* | {n} comments', 'a | 56 comments here', false],
    ['* hiring * in *', 'acme hiring people in utrecht', true],
    ['* hiring * in *', 'acme hiring in', false],
    ['a?b', 'axb', false],
  ])('%s on "%s" is %s', (pattern, text, expected) => {
    expect(matches(compileWords(pattern), text)).toBe(expected);
  });
});
