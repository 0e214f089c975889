import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  exampleFor,
  guidelineOf,
  guidelineProblem,
  withRole,
} from '../../../../renderer/features/agreement/guideline-draft.ts';
import { en } from '../../../../renderer/i18n/en.ts';
import { nl } from '../../../../renderer/i18n/nl.ts';
import type { AgreementSetting } from '../../../../renderer/store/change-settings.ts';
import type { GuidelineDraft } from '../../../../renderer/store/state/drafts.ts';
import { ROLES } from '../../../../shared/domain/agreement.ts';
import {
  parseGuidelineFile,
  writeGuidelineFile,
} from '../../../../shared/settings/guideline-file.ts';
import { DEFAULT_SETTINGS } from '../../../../shared/settings/settings.ts';

const [TERMS] = DEFAULT_SETTINGS.agreements;
if (!TERMS) throw new Error('No agreement');
const NONE: GuidelineDraft = { name: '', roles: {} };
const salesWith = (part: Partial<AgreementSetting>) =>
  withRole(NONE, 'sales', { ...exampleFor('sales', 'Customers', TERMS), ...part });

test.each([
  ['en', en],
  ['nl', nl],
])('the %s example of every role is a guideline as it stands', (_language, { maker }) => {
  const draft = ROLES.reduce(
    (before, role) => withRole(before, role, exampleFor(role, maker.goals[role], TERMS)),
    NONE,
  );
  expect(guidelineProblem(draft)).toBeUndefined();
  expect(parseGuidelineFile(writeGuidelineFile(guidelineOf(draft)))).toEqual({
    ok: true,
    guideline: guidelineOf(draft),
  });
});

test('what is empty is not suggested, and lines become one', () => {
  expect(guidelineOf(salesWith({ goal: ' ' })).roles.sales).not.toHaveProperty('goal');
  expect(guidelineOf({ ...NONE, name: ' Of \n 2027 ' }).name).toBe('Of 2027');
  expect(
    guidelineOf(salesWith({ purposes: { feed: 'business', jobs: 'business' } })).roles.sales,
  ).toMatchObject({ purposes: { feed: 'business' } });
});

test('a role that is switched off again is not in it', () => {
  const draft = withRole(salesWith({}), 'other', exampleFor('other', '', TERMS));
  expect(Object.keys(guidelineOf(withRole(draft, 'sales', undefined)).roles)).toEqual(['other']);
});

test.each<[string, string | null, GuidelineDraft]>([
  ['noRoles', null, NONE],
  ['name', null, { ...salesWith({}), name: 'see www.example.com' }],
  ['goal', 'sales', salesWith({ goal: '<b>Customers</b>' })],
  ['block', 'sales', salesWith({ minMinutes: 40, maxMinutes: 20 })],
  ['window', 'sales', salesWith({ window: { from: '09:00', to: '09:00' } })],
  ['tooLong', 'sales', salesWith({ maxMinutes: 45, window: { from: '09:00', to: '09:30' } })],
])('%s of %s keeps it from being saved', (code, role, draft) => {
  expect(guidelineProblem(draft)).toEqual({ code, role });
});

test('whatever is typed: what can be saved is read again, and what is not is told', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 100 }),
      fc.string({ unit: 'binary', maxLength: 600 }),
      (name, goal) => {
        const draft = { ...salesWith({ goal }), name };
        const reading = parseGuidelineFile(writeGuidelineFile(guidelineOf(draft)));
        expect(reading.ok).toBe(guidelineProblem(draft) === undefined);
      },
    ),
  );
});
