import { describe, expect, test } from 'vitest';
import {
  agreementsAfter,
  previewText,
  problemOf,
} from '../../../../renderer/features/agreement/agreement-draft.ts';
import { newVersion } from '../../../../renderer/store/new-agreement.ts';
import type { AgreementDraft } from '../../../../renderer/store/state/drafts.ts';
import { DEFAULT_SETTINGS } from '../../../../shared/settings/settings.ts';
import { DUTCH, ENGLISH, plain } from '../words.ts';

const TODAY = '2026-11-19';
const [FIRST] = DEFAULT_SETTINGS.agreements;
if (!FIRST) throw new Error('no agreement');
const SECOND = { ...FIRST, from: '2026-11-01', maxMinutes: 45 };
const VERSIONS = [FIRST, SECOND];

const draft = (
  kind: AgreementDraft['kind'],
  of: string,
  changes: Partial<AgreementDraft['agreement']> = {},
): AgreementDraft => ({ kind, of, agreement: { ...SECOND, ...changes } });

describe('a draft', () => {
  test.each([
    [draft('new', TODAY, { from: TODAY }), undefined],
    [draft('new', TODAY, { from: '2027-01-01' }), undefined],
    [draft('new', TODAY, { from: '2026-11-18' }), 'newInPast'],
    [draft('new', TODAY, { from: '' }), 'wrong'],
    [draft('new', TODAY, { from: TODAY, minMinutes: 50 }), 'wrong'],
    [draft('new', TODAY, { from: TODAY, window: { from: '09:00', to: '09:00' } }), 'wrong'],
    [draft('new', TODAY, { from: TODAY, lookAgainOn: TODAY }), undefined],
    [draft('new', TODAY, { from: TODAY, lookAgainOn: '2026-11-18' }), 'lookAgainFirst'],
    [draft('correct', SECOND.from, { lookAgainOn: '2026-10-31' }), 'lookAgainFirst'],
    [draft('new', TODAY, { from: TODAY, window: { from: '09:00', to: '09:30' } }), 'tooLong'],
    [draft('new', TODAY, { from: TODAY, window: { from: '09:00', to: '09:45' } }), undefined],
    [draft('new', TODAY, { from: TODAY, window: { from: '23:45', to: '00:15' } }), 'tooLong'],
    [draft('new', TODAY, { from: TODAY, window: { from: '23:30', to: '00:15' } }), undefined],
    [draft('correct', SECOND.from, { maxMinutes: 60 }), undefined],
    [draft('correct', SECOND.from, { from: '2026-10-01' }), undefined],
    [draft('correct', SECOND.from, { from: FIRST.from }), 'exists'],
    [draft('correct', SECOND.from, { until: '2026-10-31' }), 'wrong'],
    [draft('end', SECOND.from, { until: TODAY }), undefined],
    [draft('end', SECOND.from, { until: '2026-10-31' }), 'wrong'],
    [draft('end', SECOND.from, { until: '' }), 'wrong'],
    [draft('delete', SECOND.from), undefined],
  ] as const)('%# can be saved or tells why not', (one, problem) => {
    expect(problemOf(one, VERSIONS, TODAY)).toBe(problem);
  });

  test('of a new version keeps the date to look at it again where that is to come', () => {
    const lookedAt = (lookAgainOn: string | null) =>
      newVersion({ ...SECOND, lookAgainOn, until: '2027-01-01' }, TODAY).agreement;
    expect(lookedAt('2027-03-01')).toEqual({ ...SECOND, from: TODAY, lookAgainOn: '2027-03-01' });
    expect(lookedAt(TODAY)).toEqual({ ...SECOND, from: TODAY });
    expect(lookedAt(null)).toEqual({ ...SECOND, from: TODAY });
  });

  test('becomes the agreements that it stands for', () => {
    const added = { ...SECOND, from: TODAY };
    expect(agreementsAfter(draft('new', TODAY, { from: TODAY }), VERSIONS)).toEqual([
      FIRST,
      SECOND,
      added,
    ]);
    const moved = { ...SECOND, from: '2026-10-01' };
    expect(
      agreementsAfter(draft('correct', SECOND.from, { from: '2026-10-01' }), VERSIONS),
    ).toEqual([FIRST, moved]);
    const ended = { ...SECOND, until: TODAY };
    expect(agreementsAfter(draft('end', SECOND.from, { until: TODAY }), VERSIONS)).toEqual([
      FIRST,
      ended,
    ]);
    expect(agreementsAfter(draft('delete', SECOND.from), VERSIONS)).toEqual([FIRST]);
  });
});

test('what it changes is told in words', () => {
  expect(previewText({ days: 0, moves: [] }, ENGLISH)).toBe('No day that has been changes.');
  expect(plain(previewText({ days: 2, moves: [] }, ENGLISH))).toBe(
    '2 working days that have been get other terms. None of them changes place.',
  );
  const moves = [
    { from: 'room', to: 'sweet-spot', count: 3 },
    { from: 'over', to: null, count: 1 },
  ] as const;
  expect(plain(previewText({ days: 9, moves }, DUTCH))).toBe(
    'Voor 9 voorbije werkdagen geldt dan iets anders. ' +
      '3 dagen van “Ruimte” naar “Sweet spot”, één dag van “Boven het blok” naar geen plek.',
  );
});
