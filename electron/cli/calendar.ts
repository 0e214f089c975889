import type { PlanProblem } from '../../shared/domain/block-plan.ts';
import { UserError } from '../../shared/domain/user-error.ts';
import { isoDateAt } from '../../shared/domain/zone.ts';
import { MOST_REMINDER_MINUTES, calendarTitle } from '../../shared/ipc/block-calendar.ts';
import { localZone } from '../../shared/local-zone.ts';
import { wallTime } from '../../shared/settings/settings.ts';
import { blockCalendar } from '../agreement/block-calendar.ts';
import { createHolidayCalendar } from '../holidays/holiday-calendar.ts';
import { readSettingsFile } from '../settings/settings-file.ts';
import { languageOf, textsOf } from '../texts/languages.ts';
import { dateArgument, readArguments, readingFolderArgument, required } from './arguments.ts';
import { checkOutput, writeOutput } from './output.ts';
import { warnOfSettings } from './warn.ts';

const PROBLEMS: Readonly<Record<PlanProblem, string>> = {
  'no-agreement': 'No agreement is valid in these twelve months; make one in the app.',
  'no-minutes': 'The agreement has a block of 0 minutes; nothing is to be put in a calendar.',
  'no-days': 'The schedule has no working day in these twelve months.',
  'outside-window': '--at is outside the fixed window of the agreement; choose a time within it.',
  'outside-hours': '--at is outside the working hours of every day; choose a time within them.',
};

function timeArgument(value: string | undefined): string | null {
  if (value === undefined) return null;
  if (!wallTime.safeParse(value).success) throw new UserError('--at wants a time as in 09:30.');
  return value;
}

function titleArgument(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const title = calendarTitle.safeParse(value);
  if (!title.success) {
    throw new UserError('--title wants 1 to 100 characters on one line.');
  }
  return title.data;
}

function reminderArgument(value: string | undefined): number | null {
  if (value === undefined) return null;
  const minutes = Number(value);
  if (!/^\d{1,4}$/.test(value) || minutes > MOST_REMINDER_MINUTES) {
    throw new UserError(`--reminder wants whole minutes, 0 to ${MOST_REMINDER_MINUTES}.`);
  }
  return minutes;
}

/** A calendar is to be read by another program: who else may is the folder's matter. */
const ANYONE = 0o666;

/**
 * `calendar --data DIR --out FILE`: the agreed block of the next twelve months as a calendar file. It changes
 * nothing in the folder, and works while the app runs.
 */
export async function calendarCommand(args: string[]): Promise<void> {
  const { values } = readArguments(args, {
    data: { type: 'string' },
    out: { type: 'string' },
    at: { type: 'string' },
    title: { type: 'string' },
    reminder: { type: 'string' },
    from: { type: 'string' },
  });
  const folder = readingFolderArgument(values.data);
  const out = required(values.out, 'out');
  checkOutput(out);
  const at = timeArgument(values.at);
  const title = titleArgument(values.title);
  const reminderMinutes = reminderArgument(values.reminder);
  const zone = localZone();
  const nowMs = Date.now();
  const from =
    values.from === undefined ? isoDateAt(zone, nowMs) : dateArgument(values.from, 'from');
  const read = readSettingsFile(folder.settings);
  warnOfSettings(read);
  const { settings } = read;
  const holidays = createHolidayCalendar();
  await holidays.loadFor(settings);
  const language = languageOf(settings.language, [Intl.DateTimeFormat().resolvedOptions().locale]);
  const calendar = blockCalendar(holidays.rulesOf(settings), {
    from,
    at,
    zone,
    nowMs,
    reminderMinutes,
    title: title ?? textsOf(language).calendarTitle,
  });
  if (!calendar.ok) throw new UserError(PROBLEMS[calendar.problem]);
  await writeOutput(out, [calendar.text], ANYONE);
  if (calendar.plan.atStartOfDay) {
    process.stderr.write(
      'The agreement has no fixed window: each block is at the start of the working day. --at HH:MM chooses another time.\n',
    );
  }
}
