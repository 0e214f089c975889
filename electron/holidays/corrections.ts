/**
 * @file What date-holidays 3.37.0 has wrong or not at all, each with a source. A test says when the library has it, so
 * that the line can go.
 */

/** A day that the library leaves out. */
export interface MissingDay {
  readonly country: string;
  readonly region: string;
  readonly date: string;
  readonly name: string;
  readonly source: string;
}

export const MISSING_DAYS: readonly MissingDay[] = [
  {
    country: 'GB',
    region: 'SCT',
    date: '2026-06-15',
    name: 'World Cup bank holiday',
    source:
      'Royal Proclamation of 4 February 2026 under section 1(3) of the Banking and Financial Dealings Act 1971',
  },
];

/** A rule of the library whose days are off by some. */
export interface ShiftedRule {
  readonly country: string;
  readonly rule: string;
  readonly name: string;
  readonly byDays: number;
  readonly source: string;
}

export const SHIFTED_RULES: readonly ShiftedRule[] = [
  {
    country: 'CY',
    rule: 'orthodox -47',
    name: 'Clean Monday',
    byDays: -1,
    source:
      'Clean Monday is the Monday of the seventh week before Orthodox Easter, 48 days before it',
  },
];
