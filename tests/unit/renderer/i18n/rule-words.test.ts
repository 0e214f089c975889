import { describe, expect, test } from 'vitest';
import { en } from '../../../../renderer/i18n/en.ts';
import { isGuessRule, ruleText } from '../../../../renderer/i18n/rule-words.ts';
import { createClassifier } from '../../../../shared/linkedin/classify.ts';
import { TABLES } from '../../../../shared/linkedin/tables.ts';
import { DEFAULTS, readRows } from '../../linkedin/support.ts';
import { DUTCH, ENGLISH } from '../words.ts';

describe('rules in words', () => {
  test('every section of the tables has a name', () => {
    expect(Object.keys(en.rule.section).sort()).toEqual(TABLES.sections.map(({ id }) => id).sort());
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
    ['words:nl:messaging', 'Because the title said Messaging', 'Omdat in de titel Berichten stond'],
    [
      'words:en:sales-mark',
      'Because the title said Sales Navigator',
      'Omdat in de titel Sales Navigator stond',
    ],
    [
      'words:en:post',
      'Because the title was that of a post',
      'Omdat het de titel van een bijdrage was',
    ],
    ['words:nl', 'Because of what the title said', 'Om wat er in de titel stond'],
    [
      'url:/company/*/jobs',
      'Because of the address: /company/*/jobs',
      'Vanwege het adres: /company/*/jobs',
    ],
    ['url', 'Because of the address', 'Vanwege het adres'],
    ['user:3', 'Because your rule 3 says so', 'Omdat je regel 3 dat zegt'],
    [
      'guess:one-part',
      'A guess: the title was a name alone',
      'Een gok: de titel was alleen een naam',
    ],
    [
      'guess',
      'A guess from the shape of the title',
      'Een gok: alleen de vorm van de titel is bekend',
    ],
    ['app:sales-mark', 'Because the app was Sales Navigator', 'Omdat de app Sales Navigator was'],
    ['app:not-a-browser', 'Because the app was not a browser', 'Omdat de app geen browser was'],
    [
      'notice:kept',
      'Because a notice in the title changes nothing',
      'Omdat een seintje in de titel niets verandert',
    ],
    [
      'companion:messaging',
      'Because the companion in the browser said Messaging',
      'Omdat de companion in de browser Berichten zag',
    ],
    [
      'companion',
      'Because the companion in the browser said so',
      'Omdat de companion in de browser het zag',
    ],
    [
      'companion:elsewhere',
      'Because the companion in the browser said that it was not LinkedIn',
      'Omdat de companion in de browser zag dat het geen LinkedIn was',
    ],
    [
      'what:is:this',
      'Because of a rule of another version',
      'Vanwege een regel van een andere versie',
    ],
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
