import type { CompanionView } from '../../shared/ipc/companion.ts';
import type { HistoryReading } from '../../shared/ipc/history-import.ts';
import type { PrivacyView } from '../../shared/ipc/privacy.ts';
import type { SightView } from '../../shared/ipc/sight.ts';
import type { AppInfo, TrackerStatus } from '../../shared/ipc/views.ts';

/** The tracker of someone who is not on LinkedIn. */
export const TRACKING: TrackerStatus = {
  state: 'tracking',
  activity: 'elsewhere',
  sinceMs: Date.UTC(2026, 10, 19, 13),
  pausedUntilMs: null,
  timerSinceMs: null,
  timed: null,
  reason: null,
};

/** What an X11 session lets the app see. */
export const SIGHT: SightView = {
  session: 'x11',
  idle: 'works',
  extension: null,
  kwin: null,
  accessibility: null,
  desktop: null,
  permissions: null,
};

/** Two browsers, one of which is connected. */
export const COMPANION: CompanionView = {
  isAvailable: true,
  folder: '/home/user/.local/share/sweetspot-companion',
  browsers: [
    {
      id: 'firefox',
      name: 'Firefox',
      isFirefox: true,
      state: 'speaks',
      saidMs: Date.UTC(2026, 10, 19, 13, 4),
    },
    { id: 'chromium', name: 'Chromium', isFirefox: false, state: 'absent', saidMs: null },
  ],
};

/** What an installed app says of itself. */
export const INFO: AppInfo = {
  version: '0.1.0',
  language: 'en',
  locale: 'en-GB',
  platform: 'linux',
  hasTray: true,
  refusedRequests: 0,
  notices: [],
  away: null,
};

/** What the privacy page shows of a folder as it should be. */
export const PRIVACY: PrivacyView = {
  refusedSinceStart: 0,
  refusedEver: 0,
  listening: { processes: 9, ports: [] },
  dir: '/home/user/.config/Sweetspot',
  location: 'local',
  files: [
    { name: '.', bytes: null, mode: 'rwx------', openToOthers: false },
    { name: 'spans.sqlite', bytes: 40_960, mode: 'rw-------', openToOthers: false },
    { name: 'settings.json', bytes: 312, mode: 'rw-------', openToOthers: false },
    {
      name: 'backups/spans-2026-11-19.sqlite',
      bytes: 36_864,
      mode: 'rw-------',
      openToOthers: false,
    },
  ],
  tables: [
    {
      name: 'spans',
      columns: ['started_at', 'ended_at', 'activity', 'zone', 'relabelled', 'manual'],
      rows: [
        ['1795098600000', '1795098905000', 'networking', 'Europe/Amsterdam', '0', '0'],
        ['1795097400000', '1795098600000', 'elsewhere', 'Europe/Amsterdam', '0', '0'],
        ['1795096980000', '1795097400000', 'private', 'Europe/Amsterdam', '0', '0'],
      ],
      count: 482,
    },
  ],
};

/** What reading another tracker's export came to. */
export const HISTORY: HistoryReading = {
  status: 'read',
  preview: {
    id: 1,
    events: 258_639,
    spans: 50_524,
    days: 108,
    from: '2026-06-01',
    to: '2026-10-30',
    time: [
      { activity: 'elsewhere', ms: 1_562_400_000 },
      { activity: 'networking', ms: 74_400_000 },
      { activity: 'feed', ms: 41_820_000 },
      { activity: 'private', ms: 9_000_000 },
    ],
    skipped: [
      { reason: 'foreign', count: 1_204 },
      { reason: 'timestamp', count: 3 },
    ],
    alreadyThere: 812,
    hosts: 2,
    hostsWithoutAfk: 1,
    excludedTitles: 'none',
    phones: 1,
    phoneMs: 5_400_000,
    zone: 'Europe/Amsterdam',
  },
};
