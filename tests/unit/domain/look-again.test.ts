import { describe, expect, test } from 'vitest';
import { readDataFile, writeDataFile } from '../../../electron/data-file/data-file.ts';
import { openMemoryDatabase } from '../../../electron/storage/database.ts';
import { agreementToLookAt } from '../../../shared/domain/agreement.ts';
import { DEFAULT_SETTINGS, parseSettings } from '../../../shared/settings/settings.ts';

const [FIRST] = DEFAULT_SETTINGS.agreements;
if (!FIRST) throw new Error('no agreement');
const AGREED = { ...FIRST, from: '2026-09-01', lookAgainOn: '2027-03-01' };

describe('the agreement to look at again', () => {
  test.each([
    ['2027-02-28', undefined],
    ['2027-03-01', AGREED],
    ['2029-01-01', AGREED],
  ])('on %s', (date, expected) => {
    expect(agreementToLookAt([FIRST, AGREED], date)).toBe(expected);
  });

  test('is none once its date is another, or was taken away', () => {
    const later = { ...AGREED, lookAgainOn: '2027-09-01' };
    expect(agreementToLookAt([later], '2027-03-02')).toBeUndefined();
    expect(agreementToLookAt([{ ...AGREED, lookAgainOn: null }], '2027-03-02')).toBeUndefined();
  });

  test('is none once there is a newer version, be it for later', () => {
    const next = { ...FIRST, from: '2027-04-01' };
    expect(agreementToLookAt([AGREED, next], '2027-03-02')).toBeUndefined();
    expect(agreementToLookAt([next, AGREED], '2027-03-02')).toBeUndefined();
  });

  test('is none after it ended, and none before any', () => {
    expect(agreementToLookAt([{ ...AGREED, until: '2027-03-01' }], '2027-03-02')).toBeUndefined();
    expect(agreementToLookAt([AGREED], '2026-08-31')).toBeUndefined();
    expect(agreementToLookAt([], '2027-03-02')).toBeUndefined();
  });
});

test('settings from before it could be set have none, and lose nothing', () => {
  const { lookAgainOn, ...before } = AGREED;
  const { settings, fellBack } = parseSettings({ agreements: [before] });
  expect(fellBack).toEqual([]);
  expect(settings.agreements).toEqual([{ ...before, lookAgainOn: null }]);
  expect(lookAgainOn).toBe('2027-03-01');
});

test.each(['someday', '2027-02-30', 5, ''])('%j is no such date', (lookAgainOn) => {
  expect(parseSettings({ agreements: [{ ...AGREED, lookAgainOn }] }).fellBack).toEqual([
    'agreements',
  ]);
});

test('the file of everything has it, and gives it back', () => {
  const settings = { ...DEFAULT_SETTINGS, agreements: [AGREED] };
  const text = [...writeDataFile(settings, openMemoryDatabase())].join('');
  expect(readDataFile(text).settings).toEqual(settings);
  const before = text.replace('"lookAgainOn":"2027-03-01",', '');
  expect(before).not.toBe(text);
  expect(readDataFile(before).settings.agreements).toEqual([{ ...AGREED, lookAgainOn: null }]);
});
