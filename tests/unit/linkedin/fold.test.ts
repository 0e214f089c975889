import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut, fold } from '../../../shared/linkedin/fold.ts';

describe('fold', () => {
  it.each([
    ['Fil d’Actualité', "fil d'actualite"],
    ['FIL D`ACTUALITE', "fil d'actualite"],
    ['Übersicht', 'ubersicht'],
    ['U\u0308bersicht', 'ubersicht'],
    ['Personal - Microsoft\u200b Edge', 'personal - microsoft edge'],
    ['Feed\u00a0|\u2003LinkedIn', 'feed | linkedin'],
    ['\u200eFeed \u2014 X\u200f', 'feed - x'],
    ['Ｆｅｅｄ ｜ Ｌｉｎｋｅｄｉｎ', 'feed | linkedin'],
    ['Straße', 'strasse'],
    ['Zarejestruj się', 'zarejestruj sie'],
    ['a\tb\nc\u0000d', 'a b cd'],
    ['  Feed   now  ', 'feed now'],
    ['Лента', 'лента'],
    ['领英', '领英'],
  ])('of %j is %j', (text, expected) => expect(fold(text)).toBe(expected));

  it('does not make plain letters of those that only look like them', () => {
    expect(fold('l\u0131nkedin.com')).not.toBe('linkedin.com');
    expect(fold('linkеdin.com')).not.toBe('linkedin.com');
  });

  it('changes nothing that is folded already', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps both ends of a text that is too long, and looks at nothing between', () => {
    const long = `Feed${'x'.repeat(1_000_000)} | LinkedIn`;
    expect(cut(long).length).toBeLessThan(1100);
    expect(fold(long)).toMatch(/^feedx+\.\.\.x+ \| linkedin$/);
    expect(fold(long)).toBe(fold(`Feed${'x'.repeat(2_000_000)} | LinkedIn`));
  });

  it('leaves lone halves of a pair alone', () => {
    expect(fold('a\ud800b\udc00')).toBe('a\ud800b\udc00');
  });
});
