/** Encodings in which a file is not read: it is in UTF-8 with or without a mark, in UTF-16 with one, or else told. */
export const ENCODING_PROBLEMS = ['utf-16-unmarked', 'utf-32', 'not-utf-8'] as const;
export type EncodingProblem = (typeof ENCODING_PROBLEMS)[number];

/** What a file in such an encoding is, and what helps, in a clause that goes on from "it". */
const CLAUSES: Readonly<Record<'en' | 'nl', Readonly<Record<EncodingProblem, string>>>> = {
  en: {
    'utf-16-unmarked': 'is in UTF-16 without a byte order mark; save it as UTF-8',
    'utf-32': 'is in UTF-32; save it as UTF-8',
    'not-utf-8':
      'is neither in UTF-8 nor in UTF-16, perhaps in Windows-1252 (“ANSI”); save it as UTF-8',
  },
  nl: {
    'utf-16-unmarked': 'staat in UTF-16 zonder byte order mark; sla het op als UTF-8',
    'utf-32': 'staat in UTF-32; sla het op als UTF-8',
    'not-utf-8':
      'staat niet in UTF-8 en niet in UTF-16, misschien in Windows-1252 (“ANSI”); sla het op als UTF-8',
  },
};

/** What is said of a file in such an encoding. @param before with the word that the clause goes on from. */
export function encodingTexts(
  language: 'en' | 'nl',
  before = '',
  after = '',
): Record<EncodingProblem, string> {
  const clauses = CLAUSES[language];
  return {
    'utf-16-unmarked': before + clauses['utf-16-unmarked'] + after,
    'utf-32': before + clauses['utf-32'] + after,
    'not-utf-8': before + clauses['not-utf-8'] + after,
  };
}
