import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../shared/linkedin/fold.ts';
import { type Place, TABLES } from '../../../shared/linkedin/tables.ts';

const { sections, languages } = TABLES;

describe('the languages', () => {
  it('are the files in words/, each with its line in languages.ts', () => {
    const files = readdirSync(new URL('../../../shared/linkedin/words/', import.meta.url));
    expect(languages.map(({ id }) => `${id}.json`).sort()).toEqual(files.sort());
  });

  it('are at least seven in full', () => {
    const full = languages.filter((language) => language.full).map(({ id }) => id);
    expect(full).toEqual(expect.arrayContaining(['en', 'nl', 'de', 'fr', 'es', 'it', 'pt']));
  });

  it.each(languages.filter(({ full }) => full))('$id lacks no section', (language) => {
    const lacking = sections.filter(({ id, every, wordsOf }) => {
      return every === true && !language.sections[wordsOf ?? id]?.length;
    });
    expect(lacking.map(({ id }) => id)).toEqual([]);
  });

  it.each(languages.filter(({ full }) => full))('$id lacks no kind of tail', ({ tails = {} }) => {
    // Notes on tabs come from the browsers' packages.
    const kinds = ['morePages', 'profiles', 'private'] as const;
    expect(kinds.filter((kind) => !tails[kind]?.length)).toEqual([]);
  });

  it.each(languages.filter(({ full }) => full))('$id lacks no words to guess by', (language) => {
    const kinds = ['questionWords', 'smallWords', 'notNames', 'givenNames', 'countries'] as const;
    expect(kinds.filter((kind) => !language[kind]?.length)).toEqual([]);
    expect(language.roles?.last.length).toBeGreaterThan(0);
    expect(language.roles?.first.length).toBeGreaterThan(0);
  });

  it.each(languages)('$id names no section that does not exist', (language) => {
    const known = new Set(sections.map(({ id }) => id));
    expect(Object.keys(language.sections).filter((id) => !known.has(id))).toEqual([]);
  });
});

describe('the words', () => {
  it('stand in one place only: what one language has, no other repeats', () => {
    const owners = new Map<string, string>();
    const repeated: string[] = [];
    for (const { id, where } of sections) {
      for (const language of languages) {
        for (const text of language.sections[id] ?? []) {
          const keys = where.map((place: Place) => `${place} ${fold(text)}`);
          if (keys.every((key) => owners.has(key))) {
            repeated.push(`${language.id} ${id}: ${text} (${owners.get(keys[0] ?? '') ?? ''})`);
          }
          for (const key of keys) if (!owners.has(key)) owners.set(key, `${language.id} ${id}`);
        }
      }
    }
    expect(repeated).toEqual([]);
  });

  it('are not empty once they are folded', () => {
    const all = languages.flatMap((language) => Object.values(language.sections).flat());
    expect(all.filter((text) => fold(text ?? '') === '')).toEqual([]);
  });
});

describe('the sections', () => {
  it('have an id each, and words somewhere', () => {
    expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length);
    const unnamed = sections.filter(({ id, wordsOf }) => {
      return !languages.some((language) => language.sections[wordsOf ?? id]?.length);
    });
    expect(unnamed.map(({ id }) => id)).toEqual([]);
  });
});
