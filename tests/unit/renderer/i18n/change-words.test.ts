import { expect, test } from 'vitest';
import { settingsChangeText } from '../../../../renderer/i18n/change-words.ts';
import { DEFAULT_SETTINGS, type SettingsPatch } from '../../../../shared/settings/settings.ts';
import { DUTCH, ENGLISH } from '../words.ts';

const { agreements, schedules } = DEFAULT_SETTINGS;
const later = <T extends { from: string }>(versions: readonly T[], changes: object = {}) =>
  versions.map((version) => ({ ...version, from: '2026-12-01', ...changes }));

test.each<[before: SettingsPatch, after: SettingsPatch, english: string, dutch: string]>([
  [
    { agreements },
    { agreements: [...agreements, ...later(agreements)] },
    'The agreement from 1 December 2026 was added.',
    'De afspraak vanaf 1 december 2026 is toegevoegd.',
  ],
  [
    { agreements: [...agreements, ...later(agreements)] },
    { agreements },
    'The agreement from 1 December 2026 was deleted.',
    'De afspraak vanaf 1 december 2026 is verwijderd.',
  ],
  [
    { agreements },
    { agreements: agreements.map((version) => ({ ...version, maxMinutes: 45 })) },
    'The agreement from the beginning was changed.',
    'De afspraak vanaf het begin is gewijzigd.',
  ],
  [
    { schedules: later(schedules) },
    { schedules: later(schedules, { from: '2026-12-08' }) },
    'The working time from 8 December 2026 was changed.',
    'De werktijd vanaf 8 december 2026 is gewijzigd.',
  ],
  [
    { daysOff: ['2026-01-02'] },
    { daysOff: ['2026-01-02', '2026-12-24', '2026-12-25', '2026-12-31'] },
    'Day off: 24–25 December 2026, 31 December 2026.',
    'Vrij: 24–25 december 2026, 31 december 2026.',
  ],
  [
    { daysOff: ['2026-12-24'] },
    { daysOff: [] },
    'No longer off: 24 December 2026.',
    'Niet meer vrij: 24 december 2026.',
  ],
  [
    { dayChanges: {} },
    { dayChanges: { '2026-12-24': [{ from: '09:00', to: '12:00' }] } },
    'Other hours on 24 December 2026.',
    'Andere uren op 24 december 2026.',
  ],
  [
    { holidays: null },
    { holidays: { country: 'NL', region: null, part: null, without: [], with: [] } },
    'The public holidays were changed.',
    'De feestdagen zijn gewijzigd.',
  ],
])('%#: it is named what was changed', (before, after, english, dutch) => {
  const plain = (text: string) => text.replaceAll(/[\u2009\u00a0]/g, ' ').replaceAll(' – ', '–');
  expect(plain(settingsChangeText(ENGLISH, before, after))).toBe(english);
  expect(plain(settingsChangeText(DUTCH, before, after))).toBe(dutch);
});
