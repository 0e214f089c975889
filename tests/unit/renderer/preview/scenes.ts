import { DEFAULT_SETTINGS, type SettingsPatch } from '../../../../shared/settings/settings.ts';
import type { Span } from '../../../../shared/domain/span.ts';
import type { FailureCode } from '../../../../shared/ipc/reply.ts';
import type { AppInfo, TrackerStatus } from '../../../../shared/ipc/views.ts';
import type { WindowApi } from '../../../../shared/ipc/window-api.ts';
import { EXAMPLE_YEAR } from '../../../support/example-year.ts';
import { EXAMPLE_NOW_MS, EXAMPLE_SPANS, dayOf, viewsOver } from '../../../support/example-weeks.ts';
import type { FakeMain } from '../../../support/fake-api.ts';
import { PRIVACY, SIGHT, TRACKING } from '../../../support/fake-views.ts';

/** One state of the app to look at. */
export interface Scene {
  readonly spans: readonly Span[];
  readonly nowMs: number;
  readonly tracker: TrackerStatus;
  readonly settings?: SettingsPatch;
  readonly info?: Partial<AppInfo>;
  readonly views?: Partial<Pick<FakeMain, 'day' | 'week' | 'trends'>>;
  readonly failing?: readonly (readonly [keyof WindowApi, FailureCode])[];
  readonly shownDay?: string;
  readonly sight?: FakeMain['sight'];
  readonly privacy?: FakeMain['privacy'];
  /** What can be undone. */
  readonly undos?: FakeMain['undos'];
  /** The latest other window, for the page of the rules. */
  readonly seen?: FakeMain['seen'];
  /** The rule that is offered after a correction; the preview goes to it. */
  readonly ruleOffer?: FakeMain['ruleOffer'];
  readonly autostart?: FakeMain['autostart'];
  readonly reviewDue?: FakeMain['reviewDue'];
}

const HOUR = dayOf(
  '2026-11-16',
  [['09:02', '10:04']],
  [
    ['09:20', '09:24', 'feed'],
    ['09:51', '10:04', 'networking'],
  ],
);
const AFTER_AN_HOUR_MS = Date.parse('2026-11-16T10:04:00+01:00');
const AGREEMENT = DEFAULT_SETTINGS.agreements.map((agreement) => ({
  ...agreement,
  window: { from: '09:00', to: '10:00' },
}));
const WORKING: TrackerStatus = {
  ...TRACKING,
  activity: 'networking',
  sinceMs: Date.parse('2026-11-19T15:19:00+01:00'),
};
const MONDAY_MS = Date.parse('2026-11-16T11:40:00+01:00');
/** Nothing can be seen, for a reason. */
const blind = (reason: NonNullable<TrackerStatus['reason']>): TrackerStatus => ({
  ...TRACKING,
  state: 'not-measured',
  activity: null,
  sinceMs: null,
  reason,
});
const NEVER = new Promise<never>(() => undefined);

/** A day with a bit of everything, over the block. */
const BUSY = dayOf(
  '2026-11-19',
  [
    ['08:40', '12:45'],
    ['13:00', '17:20'],
  ],
  Array.from({ length: 26 }, (_, index) => {
    const kinds = [
      'feed',
      'networking',
      'messaging',
      'notifications',
      'publishing',
      'learning',
      'sales',
      'other',
      'marketing',
      'recruiting',
      'private',
    ] as const;
    const start = 8 * 60 + 45 + index * 18 + (index % 3) * 4;
    const at = (minutes: number) =>
      `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
    return [
      at(start),
      at(start + 1 + ((index * 5) % 9)),
      kinds[index % kinds.length] ?? 'feed',
    ] as const;
  }),
);

/** Every state that the window has to look right in. */
export const SCENES: Readonly<Record<string, Scene>> = {
  week: { spans: EXAMPLE_SPANS, nowMs: EXAMPLE_NOW_MS, tracker: WORKING },
  window: {
    spans: EXAMPLE_SPANS,
    nowMs: EXAMPLE_NOW_MS,
    tracker: WORKING,
    settings: { agreements: AGREEMENT },
  },
  hour: {
    spans: HOUR,
    nowMs: AFTER_AN_HOUR_MS,
    tracker: { ...WORKING, sinceMs: AFTER_AN_HOUR_MS - 13 * 60_000 },
  },
  rules: {
    spans: EXAMPLE_SPANS,
    nowMs: EXAMPLE_NOW_MS,
    tracker: WORKING,
    seen: { app: 'Google Chrome', title: '(3) Jane Doe | LinkedIn - Google Chrome', url: '' },
    settings: {
      rules: [
        { field: 'title', match: 'contains', text: 'Acme wiki', activity: 'elsewhere' },
        { field: 'title', match: 'starts', text: 'Talent pipeline', activity: 'recruiting' },
        {
          field: 'url',
          match: 'glob',
          text: 'https://*.linkedin.com/company/acme/*',
          activity: 'marketing',
        },
        { field: 'app', match: 'equals', text: 'LinkedIn Learning', activity: 'learning' },
        {
          field: 'title',
          match: 'ends',
          text: 'een heel lange tekst die niet op één regel past en waarvan je toch alles wilt kunnen lezen',
          activity: 'jobs',
        },
      ],
      browsers: ['Min', 'Nyxt'],
    },
  },
  offer: {
    spans: EXAMPLE_SPANS,
    nowMs: EXAMPLE_NOW_MS,
    tracker: WORKING,
    ruleOffer: {
      source: 'window',
      draft: {
        at: 0,
        rule: {
          field: 'title',
          match: 'contains',
          text: 'Jane Doe | LinkedIn',
          activity: 'networking',
        },
      },
      window: { app: 'Google Chrome', title: '(3) Jane Doe | LinkedIn - Google Chrome' },
    },
  },
  autostart: {
    spans: EXAMPLE_SPANS,
    nowMs: EXAMPLE_NOW_MS,
    tracker: WORKING,
    autostart: { available: true, on: false, ask: true },
  },
  friday: {
    spans: EXAMPLE_SPANS,
    nowMs: Date.parse('2026-11-20T17:40:00+01:00'),
    tracker: TRACKING,
    reviewDue: { week: '2026-W47', monday: '2026-11-16' },
  },
  condensed: {
    spans: EXAMPLE_SPANS,
    nowMs: EXAMPLE_NOW_MS,
    tracker: WORKING,
    shownDay: '2026-11-17',
    views: {
      day: (isoDate) => ({
        ...viewsOver(EXAMPLE_SPANS, EXAMPLE_NOW_MS, () => DEFAULT_SETTINGS).day(isoDate),
        spans: [],
        isCondensed: true,
      }),
    },
  },
  empty: {
    spans: [],
    nowMs: Date.parse('2026-11-16T09:03:00+01:00'),
    tracker: { ...TRACKING, activity: null, sinceMs: null },
  },
  busy: {
    spans: [...EXAMPLE_SPANS.filter((s) => s.startedAtMs < Date.parse('2026-11-19')), ...BUSY],
    nowMs: Date.parse('2026-11-19T17:20:00+01:00'),
    tracker: { ...TRACKING, state: 'idle' },
  },
  corrected: {
    spans: BUSY.map((span, index) => (index % 7 === 3 ? { ...span, relabelled: true } : span)),
    nowMs: Date.parse('2026-11-19T17:20:00+01:00'),
    tracker: { ...TRACKING, state: 'idle' },
    undos: [
      {
        id: 2,
        kind: 'relabelled',
        spans: 1,
        from: 'feed',
        to: 'networking',
        startedAtMs: Date.parse('2026-11-19T09:00:00+01:00'),
        untilMs: Date.parse('2026-11-19T17:20:30+01:00'),
      },
      {
        id: 1,
        kind: 'erased',
        spans: 3,
        from: null,
        to: null,
        startedAtMs: null,
        untilMs: Date.parse('2026-11-19T17:20:10+01:00'),
      },
    ],
  },
  seller: {
    spans: BUSY,
    nowMs: Date.parse('2026-11-19T21:20:00+01:00'),
    tracker: { ...TRACKING, state: 'locked' },
    settings: {
      agreements: DEFAULT_SETTINGS.agreements.map((agreement) => ({ ...agreement, role: 'sales' })),
    },
  },
  paused: {
    spans: EXAMPLE_SPANS,
    nowMs: EXAMPLE_NOW_MS + 45 * 60_000,
    tracker: {
      ...TRACKING,
      state: 'paused',
      activity: null,
      pausedUntilMs: EXAMPLE_NOW_MS + 3_600_000,
    },
  },
  ...Object.fromEntries(
    (['unfit', 'untried', 'absent', 'foreign', 'waiting', 'off', 'refused', 'failed'] as const).map(
      (extension) => [
        `gnome-${extension}`,
        {
          spans: [],
          nowMs: MONDAY_MS,
          tracker: blind('wayland'),
          sight: { ...SIGHT, session: 'wayland', extension },
        },
      ],
    ),
  ),
  wayland: {
    spans: [],
    nowMs: MONDAY_MS,
    tracker: blind('wayland'),
    sight: { ...SIGHT, session: 'wayland', idle: 'unavailable' },
  },
  weston: {
    spans: [],
    nowMs: MONDAY_MS,
    tracker: blind('wayland'),
    sight: { ...SIGHT, session: 'wayland', desktop: 'Weston' },
  },
  ...Object.fromEntries(
    (['off', 'failed', 'on'] as const).map((kwin) => [
      `kwin-${kwin}`,
      {
        spans: [],
        nowMs: MONDAY_MS,
        tracker: kwin === 'on' ? WORKING : blind('wayland'),
        sight: { ...SIGHT, session: 'wayland', desktop: 'KDE Plasma', kwin },
      },
    ]),
  ),
  ...Object.fromEntries(
    (['off', 'waiting', 'on', 'failed'] as const).map((accessibility) => [
      `accessibility-${accessibility}`,
      {
        spans: EXAMPLE_SPANS,
        nowMs: EXAMPLE_NOW_MS,
        sight: { ...SIGHT, accessibility },
      },
    ]),
  ),
  ...Object.fromEntries(
    (['source-failed', 'source-hangs', 'no-source'] as const).map((reason) => [
      reason,
      { spans: EXAMPLE_SPANS, nowMs: EXAMPLE_NOW_MS, tracker: blind(reason) },
    ]),
  ),
  'wayland-on': {
    spans: EXAMPLE_SPANS,
    nowMs: EXAMPLE_NOW_MS,
    tracker: WORKING,
    sight: { ...SIGHT, session: 'wayland', idle: 'unavailable', extension: 'on' },
  },
  'by-hand': {
    spans: EXAMPLE_SPANS,
    nowMs: EXAMPLE_NOW_MS,
    tracker: {
      ...WORKING,
      activity: 'other',
      timerSinceMs: WORKING.sinceMs,
    },
  },
  'by-hand-ended': {
    spans: EXAMPLE_SPANS,
    nowMs: EXAMPLE_NOW_MS,
    tracker: {
      ...TRACKING,
      timed: { startedAtMs: EXAMPLE_NOW_MS - 25 * 60_000, endedAtMs: EXAMPLE_NOW_MS - 60_000 },
    },
  },
  'mac-blind': {
    spans: EXAMPLE_SPANS,
    nowMs: EXAMPLE_NOW_MS,
    tracker: blind('permission'),
    info: { platform: 'darwin' },
    sight: { ...SIGHT, session: 'macos', permissions: { screen: false, addresses: false } },
  },
  mac: {
    spans: EXAMPLE_SPANS,
    nowMs: EXAMPLE_NOW_MS,
    tracker: WORKING,
    info: { platform: 'darwin' },
    sight: { ...SIGHT, session: 'macos', permissions: { screen: true, addresses: false } },
  },
  'not-measured': {
    spans: [],
    nowMs: MONDAY_MS,
    tracker: blind('wayland'),
    info: { notices: [{ code: 'database-restored' }] },
  },
  ...Object.fromEntries(
    (['database-new', 'database-rewritten'] as const).map((code) => [
      code,
      {
        spans: EXAMPLE_SPANS,
        nowMs: EXAMPLE_NOW_MS,
        tracker: WORKING,
        info: { notices: [{ code }] },
      },
    ]),
  ),
  away: {
    spans: [],
    nowMs: EXAMPLE_NOW_MS,
    tracker: WORKING,
    info: {
      away: { dir: '/media/me/Stick/Sweetspot', wasThere: false, isFixed: false },
    },
    privacy: { ...PRIVACY, location: 'cloud-synced' },
  },
  'day-off': {
    spans: EXAMPLE_SPANS,
    nowMs: EXAMPLE_NOW_MS,
    tracker: WORKING,
    shownDay: '2026-11-15',
  },
  quiet: {
    spans: EXAMPLE_SPANS,
    nowMs: EXAMPLE_NOW_MS,
    tracker: WORKING,
    shownDay: '2026-11-12',
  },
  tuesday: {
    spans: EXAMPLE_SPANS,
    nowMs: EXAMPLE_NOW_MS,
    tracker: WORKING,
    shownDay: '2026-11-17',
  },
  loading: {
    spans: [],
    nowMs: EXAMPLE_NOW_MS,
    tracker: TRACKING,
    views: { day: () => NEVER, week: () => NEVER, trends: () => NEVER },
  },
  year: { spans: EXAMPLE_YEAR, nowMs: EXAMPLE_NOW_MS, tracker: WORKING },
  failed: {
    spans: [],
    nowMs: EXAMPLE_NOW_MS,
    tracker: { ...TRACKING, state: 'outside-hours', activity: null },
    failing: [
      ['getDay', 'internal'],
      ['getWeek', 'internal'],
      ['getTrends', 'internal'],
    ],
  },
};
