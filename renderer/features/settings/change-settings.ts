import type { WallRange } from '../../../shared/domain/agreement.ts';
import { versionOn } from '../../../shared/domain/versions.ts';
import { WEEKDAYS } from '../../../shared/domain/work-schedule.ts';
import type { Settings } from '../../../shared/settings/settings.ts';

type AgreementSetting = Settings['agreements'][number];
type ScheduleSetting = Settings['schedules'][number];

/** The working ranges of one week, as the settings keep them. */
export type WorkWeekSetting = ScheduleSetting['weeks'][number];

/** What of an agreement can change; its date follows by itself. */
export type AgreementChange = Partial<Omit<AgreementSetting, 'from'>>;

/** Puts a version that starts today after those before it; one of today is replaced. */
function withVersion<T extends { readonly from: string }>(versions: readonly T[], next: T): T[] {
  return [...versions.filter(({ from }) => from !== next.from), next].sort((a, b) =>
    a.from < b.from ? -1 : 1,
  );
}

/**
 * The agreements after a change that holds from today on; earlier days keep the version they had.
 * Undefined where there is no version to change.
 */
export function changeAgreement(
  agreements: readonly AgreementSetting[],
  today: string,
  change: AgreementChange,
): AgreementSetting[] | undefined {
  const current = versionOn(agreements, today);
  return current && withVersion(agreements, { ...current, ...change, from: today });
}

/** The schedules after a change of the week that holds from today on; breaks stay as they are. */
export function changeWorkWeek(
  schedules: readonly ScheduleSetting[],
  today: string,
  week: WorkWeekSetting,
): ScheduleSetting[] | undefined {
  const current = versionOn(schedules, today);
  return current && withVersion(schedules, { ...current, from: today, weeks: [week] });
}

/**
 * A clock time as someone types it, as `HH:MM`; undefined where it is none. `24:00` is the end of a day.
 *
 * @example parseWallTime('9.30') // '09:30'
 * @example parseWallTime('5:30 pm') // '17:30'
 */
export function parseWallTime(text: string): string | undefined {
  const match = /^\s*(\d{1,2})(?:[:.h ]?(\d{2}))?\s*(?:([ap])\.?\s?m\.?)?\s*$/iu.exec(text);
  if (!match) return undefined;
  const [, hourText = '', minuteText = '00', half] = match;
  const hour = Number(hourText);
  const minute = Number(minuteText);
  if (half !== undefined && (hour < 1 || hour > 12)) return undefined;
  const hour24 = half === undefined ? hour : (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  if (minute > 59 || hour24 > 24 || (hour24 === 24 && minute > 0)) return undefined;
  return `${String(hour24).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

const WALL_TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Minutes since midnight; the end of a range at or before its start is on the next day. */
function minutesOf({ from, to }: WallRange): readonly [number, number] {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const start = minutes(from);
  const end = minutes(to);
  return [start, end <= start ? end + 1440 : end];
}

/** Whether every time of a week is complete and no two ranges of a day overlap. */
export function isWorkWeekSound(week: WorkWeekSetting): boolean {
  return WEEKDAYS.every((day) => {
    const ranges = week[day];
    const complete = ranges.every(
      ({ from, to }) => WALL_TIME.test(from) && (to === '24:00' || WALL_TIME.test(to)),
    );
    if (!complete) return false;
    const sorted = ranges.map(minutesOf).sort((a, b) => a[0] - b[0]);
    return sorted.every((range, index) => {
      const next = sorted[index + 1];
      return next === undefined || range[1] <= next[0];
    });
  });
}
