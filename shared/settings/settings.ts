import { z } from 'zod';
import { ACTIVITIES } from '../domain/activity.ts';
import { type Agreement, PURPOSES, ROLES } from '../domain/agreement.ts';
import { ISO_WEEK } from '../domain/calendar.ts';
import type { WEEKDAYS, WorkSchedule } from '../domain/work-schedule.ts';

/** First day of a default that has always been valid. */
const ALWAYS = '1970-01-01';

const isoDate = z.iso.date();
/** `HH:MM`, 00:00 to 23:59. */
export const wallTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
/** A stretch of a local day. */
export const wallRange = z.strictObject({
  from: wallTime,
  to: z.union([wallTime, z.literal('24:00')]),
});
const ranges = z.array(wallRange).max(24);

const OFFICE_HOURS = [
  { from: '09:00', to: '12:30' },
  { from: '13:00', to: '17:30' },
];

const workWeek = z.strictObject({
  monday: ranges.default(OFFICE_HOURS),
  tuesday: ranges.default(OFFICE_HOURS),
  wednesday: ranges.default(OFFICE_HOURS),
  thursday: ranges.default(OFFICE_HOURS),
  friday: ranges.default(OFFICE_HOURS),
  saturday: ranges.default([]),
  sunday: ranges.default([]),
} satisfies Record<(typeof WEEKDAYS)[number], unknown>);

const schedule = z.strictObject({
  from: isoDate.default(ALWAYS),
  weeks: z.array(workWeek).min(1).max(8).prefault([{}]),
  breaks: ranges.default([]),
}) satisfies z.ZodType<WorkSchedule>;

const agreement = z
  .strictObject({
    from: isoDate.default(ALWAYS),
    until: isoDate.nullable().default(null),
    lookAgainOn: isoDate.nullable().default(null),
    role: z.enum(ROLES).default('other'),
    minMinutes: z.int().min(0).max(1440).default(15),
    maxMinutes: z.int().min(0).max(1440).default(30),
    window: wallRange.nullable().default(null),
    purposes: z.partialRecord(z.enum(ACTIVITIES), z.enum(PURPOSES)).default({}),
    agreedWith: z.string().max(200).default(''),
    goal: z.string().max(600).default(''),
    allowed: z.string().max(600).default(''),
  })
  .refine(({ minMinutes, maxMinutes }) => minMinutes <= maxMinutes, {
    message: 'minMinutes is above maxMinutes',
  }) satisfies z.ZodType<Agreement>;

const placeCode = z
  .string()
  .regex(/^[A-Z0-9-]{1,8}$/)
  .nullable()
  .default(null);
/** Names of holidays in English, as the list of them gives them in any year. */
const holidayKeys = z.array(z.string().min(1).max(300)).max(200);

/** Public holidays of a country that are days off: all of them with exceptions, every year. */
const holidays = z.strictObject({
  /** ISO 3166-1 code, as in `NL`. */
  country: z.string().regex(/^[A-Z]{2}$/),
  /** Part of the country with holidays of its own, as in `BY`; null for the whole. */
  region: placeCode,
  /** Part of that part, as in `KATH`; null for the whole of it. */
  part: placeCode,
  /** Public holidays that are no days off. */
  without: holidayKeys.default([]),
  /** Other holidays that are days off. */
  with: holidayKeys.default([]),
  /** What stood here before: the rules of the days that are on, and of no other. In place of the exceptions. */
  days: z.exactOptional(holidayKeys),
});
export type HolidaySetting = z.infer<typeof holidays>;

/**
 * A rule of the user's own, the one thing they type that is kept. `contains`, `starts` and `ends`
 * compare plain words; `glob` knows `*` and `?`. Never a regular expression.
 */
export const userRuleSchema = z.strictObject({
  /** What the rule looks at. */
  field: z.enum(['title', 'app', 'url']).default('title'),
  match: z.enum(['contains', 'starts', 'ends', 'equals', 'glob']).default('contains'),
  text: z.string().min(1).max(500),
  activity: z.enum(ACTIVITIES),
  /**
   * Whether a rule for a LinkedIn activity makes other windows LinkedIn too. One that was made before this could be
   * chosen has no answer: it does, and the page of the rules says so until the user has chosen.
   */
  elsewhereToo: z.boolean().optional(),
});
export type UserRule = z.infer<typeof userRuleSchema>;

/** Whether a rule can make a window LinkedIn that is not: it is for a LinkedIn activity, and not kept to LinkedIn. */
export function reachesElsewhere({ activity, elsewhereToo }: UserRule): boolean {
  return activity !== 'elsewhere' && elsewhereToo !== false;
}

/** Whether a rule for a LinkedIn activity was made before its reach could be chosen. */
export function isUnchosen({ activity, elsewhereToo }: UserRule): boolean {
  return activity !== 'elsewhere' && elsewhereToo === undefined;
}

/**
 * Every setting, with its meaning, unit and default. This is the one list of them: the file
 * `settings.json`, the settings page and the README follow it.
 */
export const SETTING_SCHEMAS = {
  /** Language of the app; `system` takes Dutch or English after the computer's. */
  language: z.enum(['system', 'en', 'nl']).default('system'),
  /** Colours of the window. */
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** Whether the first run was read or skipped; it is shown until then. */
  welcomed: z.boolean().default(false),
  /** Whether the user was asked about starting with the session, and has answered. */
  autostartAsked: z.boolean().default(false),
  /** Seconds without input after which time no longer counts. */
  idleSeconds: z.int().min(60).max(900).default(180),
  /** Store job search as `private`. */
  shieldJobs: z.boolean().default(true),
  /** Measure LinkedIn outside working time too. */
  measureOutside: z.boolean().default(true),
  /** Take private and incognito windows as elsewhere. */
  ignorePrivateWindows: z.boolean().default(true),
  /** Signal the end of the block. */
  nudgeAtEnd: z.boolean().default(false),
  /** Remind of the start of the fixed window. */
  nudgeAtStart: z.boolean().default(false),
  /** Let KWin run the script that tells which window is in front; for KDE Plasma under Wayland alone. */
  kwinScript: z.boolean().default(false),
  /**
   * Ask browsers for the address of their page over the accessibility interface, on Linux alone; `switched-on` where the app
   * has switched that interface on itself, and off again once this is.
   */
  accessibilityBus: z.enum(['off', 'on', 'switched-on']).default('off'),
  /** How long spans are kept: 13 weeks, a year, or until they are deleted. */
  keepSpans: z.enum(['13-weeks', 'year', 'always']).default('always'),
  /** What older spans become: day totals with the same figures, or nothing. */
  olderSpans: z.enum(['totals', 'erase']).default('totals'),
  /** Whether the choice of how long was offered, which is done once, after the first 13 weeks. */
  keepingAsked: z.boolean().default(false),
  /** The latest week whose review was opened or put aside: its hint is not shown again. */
  reviewedWeek: z.string().regex(ISO_WEEK).nullable().default(null),
  /** A pause that outlasts a restart: when it ends by itself (UTC ms; null for when resumed), or null. */
  pause: z.strictObject({ untilMs: z.int().nullable() }).nullable().default(null),
  /** Dated versions of the work schedule. */
  schedules: z.array(schedule).max(200).prefault([{}]),
  /** Days without working time. */
  daysOff: z.array(isoDate).max(5000).default([]),
  /** Public holidays that are days off every year, or null. */
  holidays: holidays.nullable().default(null),
  /** Working ranges of single days, in place of the schedule's. */
  dayChanges: z.record(isoDate, ranges).default({}),
  /** Dated versions of the agreement. */
  agreements: z.array(agreement).max(200).prefault([{}]),
  /** Who signs the printed agreement, where the user has that kept; null where it is typed for each print. */
  sheet: z
    .strictObject({ name: z.string().max(200), job: z.string().max(200) })
    .nullable()
    .default(null),
  /** The user's own rules, the first that matches decides. */
  rules: z.array(userRuleSchema).max(10_000).default([]),
  /** Apps that are browsers besides those the product knows, by name or executable. */
  browsers: z.array(z.string().min(1).max(200)).max(200).default([]),
} as const;

const settingsSchema = z.object(SETTING_SCHEMAS);

/** All settings, complete. */
export type Settings = z.infer<typeof settingsSchema>;
export type SettingKey = keyof Settings;

/** The settings of someone who has changed none. */
export const DEFAULT_SETTINGS: Settings = settingsSchema.parse({});

type PatchShape = {
  [Key in SettingKey]: z.ZodExactOptional<ReturnType<(typeof SETTING_SCHEMAS)[Key]['unwrap']>>;
};

/**
 * A change to some settings, checked as a whole. Taken without the defaults, which would stand in for
 * every setting that the change leaves out.
 */
export const settingsPatchSchema = z.strictObject(
  Object.fromEntries(
    Object.entries(SETTING_SCHEMAS).map(([key, schema]) => [
      key,
      z.exactOptional<z.ZodType>(schema.unwrap()),
    ]),
  ) as unknown as PatchShape,
);
export type SettingsPatch = z.infer<typeof settingsPatchSchema>;

/** Settings read from outside. */
export interface ParsedSettings {
  readonly settings: Settings;
  /** Names of the keys whose value was not valid and for which the default stands in. */
  readonly fellBack: readonly string[];
}

/**
 * Reads settings key by key: a missing one has its default, an invalid one too and is named, and
 * one that this version does not know is left alone.
 */
export function parseSettings(value: unknown): ParsedSettings {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { settings: DEFAULT_SETTINGS, fellBack: Object.keys(SETTING_SCHEMAS) };
  }
  const fellBack: string[] = [];
  const parts: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries(SETTING_SCHEMAS)) {
    const part = schema.safeParse(Reflect.get(value, key));
    if (part.success) parts[key] = part.data;
    else fellBack.push(key);
  }
  return { settings: settingsSchema.parse(parts), fellBack };
}
