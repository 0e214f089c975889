import type { Choices } from './choices.ts';

/** What a report is for, which chooses the rest of it. */
export const PRESETS = ['talk', 'spreadsheet', 'all'] as const;
export type Preset = (typeof PRESETS)[number];

/** What each preset chooses; the days and private time stay as they are. */
export const PRESET_CHOICES: Readonly<
  Record<Preset, Pick<Choices, 'by' | 'format' | 'columns' | 'rounding'>>
> = {
  talk: { by: 'day', format: 'csv', columns: null, rounding: 1 },
  spreadsheet: { by: 'day', format: 'csv', columns: null, rounding: 1 },
  all: { by: 'span', format: 'json', columns: null, rounding: 'exact' },
};
