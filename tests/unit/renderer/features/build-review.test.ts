import { describe, expect, test } from 'vitest';
import { buildReview } from '../../../../renderer/features/review/build-review.ts';
import { addDays } from '../../../../shared/domain/calendar.ts';
import { durationOfMs } from '../../../../renderer/i18n/words.ts';
import { weekRow } from '../../../../shared/domain/report.ts';
import { DEFAULT_SETTINGS } from '../../../../shared/settings/settings.ts';
import { EXAMPLE_NOW_MS, EXAMPLE_SPANS, viewsOver } from '../../../support/example-weeks.ts';
import { DUTCH, ENGLISH, plain, plainIn } from '../words.ts';

const views = viewsOver(EXAMPLE_SPANS, EXAMPLE_NOW_MS, () => DEFAULT_SETTINGS);
const factsOf = (isoDate: string | null, words = ENGLISH) =>
  plainIn(buildReview(views.week(isoDate), words)).facts;

describe('the three facts', () => {
  test('of a week with business time in the evening', () => {
    expect(factsOf(null)).toEqual([
      {
        label: 'Counted',
        value: '1 h 10 min',
        detail:
          'Agreed: at most 2 h 30 min. 1 with room, 1 in the sweet spot, 1 above the block, 1 not measured, 1 still to come.',
      },
      {
        label: 'Took most',
        value: 'Networking',
        detail: '23 min of 1 h 13 min in working time. Doing: 50 min; reading: 20 min.',
      },
      {
        label: 'Own time for work',
        value: '22 min',
        detail: 'Business LinkedIn outside working time.',
      },
    ]);
  });

  test('of a week without any', () => {
    expect(factsOf('2026-11-09')).toEqual([
      {
        label: 'Counted',
        value: '1 h 32 min',
        detail: 'Agreed: at most 2 h 30 min. 1 with room, 4 in the sweet spot.',
      },
      {
        label: 'Took most',
        value: 'Networking',
        detail: '50 min of 1 h 32 min in working time. Doing: 1 h 20 min; reading: 12 min.',
      },
      { label: 'The week before', value: '–', detail: 'The week before was not measured.' },
    ]);
  });

  test('of a week of which nothing is known', () => {
    expect(factsOf('2026-10-05')).toEqual([
      { label: 'Counted', value: '–', detail: 'Agreed: at most 2 h 30 min. 5 not measured.' },
      {
        label: 'Took most',
        value: '–',
        detail: 'Nothing was measured in the working time of this week.',
      },
      { label: 'The week before', value: '–', detail: 'The week before was not measured.' },
    ]);
  });

  test('in Dutch', () => {
    expect(factsOf(null, DUTCH)).toEqual([
      {
        label: 'Geteld',
        value: '1 u 10 min',
        detail:
          'Afgesproken: hooguit 2 u 30 min. 1 met ruimte, 1 in de sweet spot, 1 boven het blok, 1 niet gemeten, 1 te gaan.',
      },
      {
        label: 'Het meeste',
        value: 'Netwerken',
        detail: '23 min van de 1 u 13 min in werktijd. Doen: 50 min; lezen: 20 min.',
      },
      {
        label: 'Eigen tijd voor het werk',
        value: '22 min',
        detail: 'Zakelijk op LinkedIn buiten werktijd.',
      },
    ]);
  });
});

test('are those of the report', () => {
  const view = views.week(null);
  const row = weekRow(view.week, { includePrivate: true, roundMinutes: 1 });
  const [counted, most] = factsOf(null);
  expect(counted?.value).toBe(plain(durationOfMs(ENGLISH, row.countedMs)));
  expect(most?.detail).toContain(plain(durationOfMs(ENGLISH, row.insideMs.networking ?? 0)));
});

describe('the question', () => {
  const questionOf = (isoDate: string) => buildReview(views.week(isoDate), ENGLISH).question;

  test('stays for a week, and takes turns through all eight, over the end of a year too', () => {
    const mondays = Array.from({ length: 16 }, (_, index) => addDays('2026-11-16', 7 * index));
    const questions = mondays.map(questionOf);
    expect(mondays.map((monday) => questionOf(addDays(monday, 6)))).toEqual(questions);
    expect(new Set(questions.slice(0, 8)).size).toBe(8);
    expect(questions.slice(8)).toEqual(questions.slice(0, 8));
  });
});
