import { describe, expect, test } from 'vitest';
import { en } from '../../../../renderer/i18n/en.ts';
import { isGuessRule, ruleText } from '../../../../renderer/i18n/rule-words.ts';
import { createClassifier } from '../../../../shared/linkedin/classify.ts';
import { TABLES } from '../../../../shared/linkedin/tables.ts';
import { DEFAULTS, readRows } from '../../linkedin/support.ts';
import { DUTCH, ENGLISH } from '../words.ts';

describe('rules in words', () => {
  test('every section and language of the tables has a name', () => {
    expect(Object.keys(en.rule.section).sort()).toEqual(TABLES.sections.map(({ id }) => id).sort());
    expect(Object.keys(en.rule.language).sort()).toEqual(
      TABLES.languages.map(({ id }) => id).sort(),
    );
  });

  test('no rule that decides a known title is nameless', () => {
    const classify = createClassifier(DEFAULTS);
    const ids = new Set(readRows('titles.tsv').map(({ sample }) => classify(sample).rule));
    expect(ids.size).toBeGreaterThan(50);
    for (const id of ids) {
      for (const words of [ENGLISH, DUTCH]) {
        const text = ruleText(words, id);
        expect(text, id).not.toBe(words.t('rule.unknown'));
        expect(text, id).not.toMatch(/\{\{|undefined/);
      }
    }
  });

  test.each([
    ['words:nl:messaging', 'Word list, Dutch: Messaging', 'Woordenlijst, Nederlands: Berichten'],
    ['words:nl', 'Word list, Dutch', 'Woordenlijst, Nederlands'],
    ['url:/company/*/jobs', 'Address: /company/*/jobs', 'Adres: /company/*/jobs'],
    ['url', 'Address', 'Adres'],
    ['user:3', 'Your rule 3', 'Je regel 3'],
    ['guess:one-part', 'Guess from a name alone', 'Gok: de titel is alleen een naam'],
    ['guess', 'Guess from the shape of the title', 'Gok: alleen de vorm van de titel is bekend'],
    ['app:sales-mark', 'The app: Sales Navigator', 'De app: Sales Navigator'],
    ['app:not-a-browser', 'The app is not a browser', 'De app is geen browser'],
    [
      'notice:kept',
      'A notice in the title, which changes nothing',
      'Een seintje in de titel, dat niets verandert',
    ],
    [
      'companion:messaging',
      'The companion in the browser: Messaging',
      'De companion in de browser: Berichten',
    ],
    ['companion', 'The companion in the browser', 'De companion in de browser'],
    [
      'companion:elsewhere',
      'The companion in the browser: not LinkedIn',
      'De companion in de browser: geen LinkedIn',
    ],
    ['what:is:this', 'A rule of another version', 'Een regel van een andere versie'],
    ['words:tlh:feed', 'A rule of another version', 'Een regel van een andere versie'],
  ])('%s', (id, english, dutch) => {
    expect(ruleText(ENGLISH, id)).toBe(english);
    expect(ruleText(DUTCH, id)).toBe(dutch);
  });

  test('a guess is one wherever the classifier says so', () => {
    const classify = createClassifier(DEFAULTS);
    const seen = readRows('titles.tsv').map(({ sample }) => classify(sample));
    expect(seen.filter(({ guess }) => guess).length).toBeGreaterThan(5);
    for (const { rule, guess } of seen) expect(isGuessRule(rule), rule).toBe(guess);
  });
});
