import { describe, expect, test } from 'vitest';
import {
  answersOf,
  problemOfWeek,
  welcomePatch,
} from '../../../../renderer/features/welcome/welcome-answers.ts';
import type { SimpleWeek } from '../../../../renderer/store/state/drafts.ts';
import { DEFAULT_SETTINGS, parseSettings } from '../../../../shared/settings/settings.ts';

const TODAY = '2026-11-19';
const answers = answersOf(DEFAULT_SETTINGS, TODAY);
if (!answers?.week) throw new Error('The defaults are a simple week');
const WEEK: SimpleWeek = answers.week;

describe('the answers of the first run', () => {
  test('begin with what is set', () => {
    expect(answers).toEqual({
      week: {
        days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
        from: '09:00',
        to: '17:30',
        breakFrom: '12:30',
        breakTo: '13:00',
      },
      role: 'other',
      minMinutes: 15,
      maxMinutes: 30,
    });
  });

  test('change nothing but that it was read, where nothing was answered', () => {
    expect(welcomePatch(DEFAULT_SETTINGS, TODAY, answers)).toEqual({
      welcomed: true,
      agreements: DEFAULT_SETTINGS.agreements,
      schedules: DEFAULT_SETTINGS.schedules,
    });
  });

  test('are not saved where the block does not fit the window that was agreed', () => {
    const agreements = DEFAULT_SETTINGS.agreements.map((version) => ({
      ...version,
      window: { from: '09:00', to: '09:30' },
    }));
    const settings = { ...DEFAULT_SETTINGS, agreements };
    expect(welcomePatch(settings, TODAY, { ...answers, maxMinutes: 30 })).toBeDefined();
    expect(welcomePatch(settings, TODAY, { ...answers, maxMinutes: 45 })).toBeUndefined();
  });

  const changed = {
    ...answers,
    role: 'sales' as const,
    maxMinutes: 45,
    week: { ...WEEK, days: ['monday', 'sunday'] as const, breakFrom: '', breakTo: '' },
  };

  test('stand in for the defaults at a first run, and are settings that can be stored', () => {
    const patch = welcomePatch(DEFAULT_SETTINGS, TODAY, changed);
    expect(patch?.agreements).toMatchObject([
      { from: '1970-01-01', role: 'sales', maxMinutes: 45 },
    ]);
    const day = [{ from: '09:00', to: '17:30' }];
    expect(patch?.schedules).toMatchObject([
      { from: '1970-01-01', weeks: [{ monday: day, tuesday: [], saturday: [], sunday: day }] },
    ]);
    expect(parseSettings({ ...DEFAULT_SETTINGS, ...patch }).fellBack).toEqual([]);
  });

  test('hold from today on when it is opened again: past days keep what was agreed', () => {
    const patch = welcomePatch({ ...DEFAULT_SETTINGS, welcomed: true }, TODAY, changed);
    expect(patch?.agreements?.map(({ from, maxMinutes }) => [from, maxMinutes])).toEqual([
      ['1970-01-01', 30],
      [TODAY, 45],
    ]);
    expect(patch?.schedules?.map(({ from }) => from)).toEqual(['1970-01-01', TODAY]);
  });

  test.each([
    ['a break that ends before it starts', { week: { ...WEEK, breakTo: '12:00' } }],
    ['half a break', { week: { ...WEEK, breakTo: '' } }],
    ['no end', { week: { ...WEEK, to: '' } }],
    ['an end before the start', { week: { ...WEEK, breakFrom: '', breakTo: '', to: '08:00' } }],
    ['a block the wrong way round', { minMinutes: 31 }],
  ])('are not taken with %s', (_name, wrong) => {
    expect(welcomePatch(DEFAULT_SETTINGS, TODAY, { ...answers, ...wrong })).toBeUndefined();
  });

  test('leave a week alone that is more than these fields can hold', () => {
    const [schedule] = DEFAULT_SETTINGS.schedules;
    const [week] = schedule?.weeks ?? [];
    if (!schedule || !week) throw new Error('No schedule');
    const night = { ...week, monday: [{ from: '22:00', to: '06:00' }] };
    for (const schedules of [
      [{ ...schedule, weeks: [night] }],
      [{ ...schedule, weeks: [week, week] }],
      [{ ...schedule, breaks: [{ from: '10:00', to: '10:15' }] }],
    ]) {
      const settings = { ...DEFAULT_SETTINGS, schedules };
      const kept = answersOf(settings, TODAY);
      expect(kept?.week).toBeNull();
      if (kept) expect(welcomePatch(settings, TODAY, kept)).not.toHaveProperty('schedules');
    }
  });
});

test.each([
  [{ to: '' }, { field: 'to', why: 'missing' }],
  [{ to: '08:00' }, { field: 'to', why: 'endFirst' }],
  [{ breakTo: '' }, { field: 'breakTo', why: 'halfBreak' }],
  [{ breakFrom: '08:30' }, { field: 'breakFrom', why: 'breakOutside' }],
  [{ breakTo: '12:00' }, { field: 'breakTo', why: 'breakEndFirst' }],
  [{ breakTo: '18:00' }, { field: 'breakTo', why: 'breakOutside' }],
  [{ breakFrom: '', breakTo: '' }, undefined],
] as const)('times as %j are wrong at one field, and it is said which', (change, problem) => {
  expect(problemOfWeek({ ...WEEK, ...change })).toEqual(problem);
});
