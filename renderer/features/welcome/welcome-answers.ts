import { type Agreement, fitsWindow } from '../../../shared/domain/agreement.ts';
import { versionOn } from '../../../shared/domain/versions.ts';
import { WEEKDAYS } from '../../../shared/domain/work-schedule.ts';
import type { Settings, SettingsPatch } from '../../../shared/settings/settings.ts';
import type { SimpleWeek, WelcomeAnswers } from '../../store/state/drafts.ts';

type WorkWeekSetting = Settings['schedules'][number]['weeks'][number];

/** A schedule's week as a simple one; null where it is not one. */
function simpleWeekOf(week: WorkWeekSetting): SimpleWeek | null {
  const days = WEEKDAYS.filter((day) => week[day].length > 0);
  const [first] = days;
  const ranges = first === undefined ? [] : week[first];
  const [morning, afternoon] = ranges;
  const isSame = days.every((day) => JSON.stringify(week[day]) === JSON.stringify(ranges));
  if (!morning || ranges.length > 2 || !isSame) return null;
  const simple = {
    days,
    from: morning.from,
    to: (afternoon ?? morning).to,
    breakFrom: afternoon ? morning.to : '',
    breakTo: afternoon ? afternoon.from : '',
  };
  // A night shift, or the end of a day, has no clock time that a field could show in order.
  return simple.to !== '24:00' && isWeekSound(simple) ? simple : null;
}

/** What is wrong with a week's times, and the field that it is wrong in. */
export interface WeekProblem {
  readonly field: 'from' | 'to' | 'breakFrom' | 'breakTo';
  readonly why: 'missing' | 'endFirst' | 'halfBreak' | 'breakEndFirst' | 'breakOutside';
}

/** The first thing that is wrong with the times of a working day, in the order of its fields. */
export function problemOfWeek({
  from,
  to,
  breakFrom,
  breakTo,
}: SimpleWeek): WeekProblem | undefined {
  if (from === '') return { field: 'from', why: 'missing' };
  if (to === '') return { field: 'to', why: 'missing' };
  if (to <= from) return { field: 'to', why: 'endFirst' };
  if (breakFrom === '' && breakTo === '') return undefined;
  if (breakFrom === '') return { field: 'breakFrom', why: 'halfBreak' };
  if (breakTo === '') return { field: 'breakTo', why: 'halfBreak' };
  if (breakFrom <= from || breakFrom >= to) return { field: 'breakFrom', why: 'breakOutside' };
  if (breakTo <= breakFrom) return { field: 'breakTo', why: 'breakEndFirst' };
  return breakTo >= to ? { field: 'breakTo', why: 'breakOutside' } : undefined;
}

/** The ranges of a working day; undefined where its times are not in order. */
function rangesOf(week: SimpleWeek) {
  if (problemOfWeek(week)) return undefined;
  const { from, to, breakFrom, breakTo } = week;
  if (breakFrom === '') return [{ from, to }];
  return [
    { from, to: breakFrom },
    { from: breakTo, to },
  ];
}

/** Whether a week's times are complete and in order. */
function isWeekSound(week: SimpleWeek): boolean {
  return rangesOf(week) !== undefined;
}

/**
 * What is wrong with a block: it is none of whole minutes of a day, the first not above the second, or it has no room
 * in the fixed window that was agreed. Undefined where nothing is.
 */
export function problemOfBlock(
  { minMinutes, maxMinutes }: WelcomeAnswers,
  window: Agreement['window'],
): 'wrong' | 'tooLong' | undefined {
  if (minMinutes < 0 || minMinutes > maxMinutes || maxMinutes > 1440) return 'wrong';
  return fitsWindow({ maxMinutes, window }) ? undefined : 'tooLong';
}

/** The answers that the settings hold already. */
export function answersOf(settings: Settings, today: string): WelcomeAnswers | undefined {
  const agreement = versionOn(settings.agreements, today);
  if (!agreement) return undefined;
  const schedule = versionOn(settings.schedules, today);
  const [week] = schedule?.weeks ?? [];
  return {
    week:
      week && schedule?.weeks.length === 1 && schedule.breaks.length === 0
        ? simpleWeekOf(week)
        : null,
    role: agreement.role,
    minMinutes: agreement.minMinutes,
    maxMinutes: agreement.maxMinutes,
  };
}

/** A version in place of the one valid today at a first run, else from today on: past days keep theirs. */
function putVersion<T extends { readonly from: string }>(
  versions: readonly T[],
  today: string,
  isFirstRun: boolean,
  change: (current: T) => T,
): T[] {
  const current = versionOn(versions, today);
  if (!current) return [...versions];
  const changed = change(current);
  if (JSON.stringify(changed) === JSON.stringify(current)) return [...versions];
  const from = isFirstRun ? current.from : today;
  const others = versions.filter((version) => version.from !== from);
  return [...others, { ...changed, from }].sort((a, b) => (a.from < b.from ? -1 : 1));
}

/**
 * The change of settings that the answers ask for, and that the first run is over. Undefined where a
 * time is not sound, or the block is not.
 */
export function welcomePatch(
  settings: Settings,
  today: string,
  answers: WelcomeAnswers,
): SettingsPatch | undefined {
  const { week, role, minMinutes, maxMinutes } = answers;
  const ranges = week ? rangesOf(week) : [];
  const window = versionOn(settings.agreements, today)?.window ?? null;
  if (problemOfBlock(answers, window) || !ranges) return undefined;
  const isFirstRun = !settings.welcomed;
  return {
    welcomed: true,
    agreements: putVersion(settings.agreements, today, isFirstRun, (current) => ({
      ...current,
      role,
      minMinutes,
      maxMinutes,
    })),
    ...(week
      ? {
          schedules: putVersion(settings.schedules, today, isFirstRun, (current) => ({
            ...current,
            weeks: [
              {
                monday: week.days.includes('monday') ? ranges : [],
                tuesday: week.days.includes('tuesday') ? ranges : [],
                wednesday: week.days.includes('wednesday') ? ranges : [],
                thursday: week.days.includes('thursday') ? ranges : [],
                friday: week.days.includes('friday') ? ranges : [],
                saturday: week.days.includes('saturday') ? ranges : [],
                sunday: week.days.includes('sunday') ? ranges : [],
              },
            ],
          })),
        }
      : {}),
  };
}
