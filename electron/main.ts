/**
 * @file Composition root: the app's parts, in the order in which they start. Each takes those above it by name, and they stop
 * in reverse. What a part tells goes through `news`; no logic lives here.
 */
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { BrowserWindow, app, ipcMain, powerMonitor, protocol, session } from 'electron';
import { openAgreement } from './agreement/open-agreement.ts';
import { openCorrections } from './corrections/open-corrections.ts';
import { dataFolder } from './data-folder/data-folder.ts';
import { readFigures } from './figures/current-figures.ts';
import { createKeptDays, forgettingChanges } from './figures/kept-days.ts';
import { createHolidayCalendar } from './holidays/holiday-calendar.ts';
import { createHolidayHandlers, readyHolidays } from './holidays/holiday-handlers.ts';
import { answerWindow } from './ipc/answer-window.ts';
import { tellWindow } from './ipc/tell-window.ts';
import { type Parts, createNews, createParts } from './news.ts';
import { createNotices } from './notices/notices.ts';
import { openInfo } from './notices/open-info.ts';
import { openPrivacy } from './privacy/open-privacy.ts';
import { openReports } from './report/open-reports.ts';
import { openReview } from './review/open-review.ts';
import { openRules, watchWindows } from './rules/open-rules.ts';
import { registerAppScheme, serveApp } from './security/app-protocol.ts';
import { forbidCoreDumps } from './security/core-dumps.ts';
import { lockDown } from './security/lock-down.ts';
import type { Refusals } from './security/refusals.ts';
import { keepSettings } from './settings/keep-settings.ts';
import { appClipboard } from './shell/app-clipboard.ts';
import { type ChosenFolder, restart, takeFolder } from './shell/app-folders.ts';
import { createAppSpeech } from './shell/app-speech.ts';
import { earlyCheck } from './shell/early-check.ts';
import { createFileDialogs } from './shell/file-dialogs.ts';
import { followTheme } from './shell/follow-theme.ts';
import { openAutostart } from './shell/open-autostart.ts';
import { openCompanions } from './shell/open-companions.ts';
import { openSight } from './shell/open-sight.ts';
import { currentWindow, isInSight, openWindow, printPage } from './shell/open-window.ts';
import { runApp } from './shell/run-app.ts';
import { openSettings } from './shell/settings-backend.ts';
import { showSigns, startNudges } from './shell/show-signs.ts';
import { keepPlace } from './shell/window-place.ts';
import { keepBackups } from './storage/keep-backups.ts';
import { openStorage } from './storage/open-storage.ts';
import { logError } from './system/log.ts';
import { startRounds } from './system/rounds.ts';
import { createKwinConsent } from './tracking/kwin-consent.ts';
import { createPause } from './tracking/pause.ts';
import { startTracking } from './tracking/start-tracking.ts';
import { createSystemZone } from './tracking/system-zone.ts';
import { createTrackerHandlers } from './tracking/tracker-handlers.ts';
import { openYourData } from './your-data/your-data.ts';
import { goBySystemZones } from './zones/system-zones.ts';
import { tellOtherClock } from './zones/tell-other-clock.ts';

/** Results of the build, beside this file. */
const DIST = path.join(import.meta.dirname, '..');

async function main(): Promise<void> {
  forbidCoreDumps();
  goBySystemZones();
  const chosen = takeFolder();
  if (!chosen) return app.exit(0);
  registerAppScheme(protocol);
  const refusals = lockDown(app, () => session.defaultSession);
  await app.whenReady();
  await serveApp(protocol, path.join(DIST, 'renderer'));

  const parts = createParts((error) => logError('stop', error));
  const measuring = await startMeasuring(parts, chosen);
  await nextTurn(); // The ways of seeing are tried before tray and window hold the thread up.
  startShowing(parts, measuring, refusals);
  app.on('will-quit', parts.stop);
}

/** What measures and stores, and the figures of it. */
async function startMeasuring({ keep }: Parts, { dir, home, away: why }: ChosenFolder) {
  const news = createNews();
  const clock = { nowMs: Date.now, zone: createSystemZone() };
  const folder = dataFolder(dir);
  const notices = createNotices();
  const isKnownSound = await earlyCheck;
  const { store, away } = keep(openStorage({ news, clock, folder, why, notices, isKnownSound }));
  const holidays = createHolidayCalendar();
  const open = () => openSettings(folder.dir, away.require);
  const settings = keep(keepSettings({ news, clock, folder, away, notices, holidays, open }));
  keep(followTheme(news, settings));
  await readyHolidays(holidays, settings);
  const keptDays = createKeptDays();
  const apply = forgettingChanges(keptDays, away.storing(store.apply));
  const kwin = createKwinConsent({ news, settings, tracking: () => tracking });
  const sight = openSight({ kwin, news, tracking: () => tracking });
  const windows = keep(watchWindows({ news, clock, ownApps: [app.getName(), process.execPath] }));
  const computer = { app, power: powerMonitor, sight, onWindow: windows.see };
  const basis = { news, clock, settings, holidays, store };
  const tracking = keep(startTracking({ ...basis, apply, ...computer }));
  const { tracker } = tracking;
  const { recorder } = tracker;
  const figures = keep(readFigures({ ...basis, recorder, keptDays }));
  const seen = { sight, windows, tracking, tracker, recorder, figures };
  return { ...basis, ...seen, folder, home, away, notices };
}

/** What shows it, in the window and around it, and what the user does with it there. */
function startShowing(
  { keep }: Parts,
  measuring: Awaited<ReturnType<typeof startMeasuring>>,
  refusals: Refusals,
): void {
  const { news, clock, folder, store, away, settings, holidays } = measuring;
  const { sight, tracking, tracker, figures } = measuring;
  const speech = createAppSpeech(settings);
  const dialogs = createFileDialogs(currentWindow);
  const reports = openReports({ news, figures, speech, dialogs, ...appClipboard, printPage });
  const corrections = keep(openCorrections({ ...measuring, reports }));
  const yourData = keep(openYourData({ ...measuring, dialogs, speech, restart }));
  keep(tellWindow({ news, settings, windows: () => BrowserWindow.getAllWindows() }));
  const pause = createPause(settings, clock);
  const { tryRelabel: relabel, relabelTimed } = corrections;
  const signs = { news, settings, figures, speech, tracking, away, pause, relabel };
  const { hasTray, nudge } = keep(showSigns({ ...signs, quit: () => app.quit() }));
  const autostart = openAutostart({ settings, figures });
  const told = { speech, refusals, hasTray, isInSight, awayView: yourData.away };
  answerWindow(ipcMain, store.doubt, {
    ...keep(openInfo({ ...measuring, ...told, version: app.getVersion() })).handlers,
    ...figures.handlers,
    ...settings.handlers,
    ...createHolidayHandlers(holidays, speech.language),
    ...createTrackerHandlers(tracker, pause, relabelTimed),
    ...sight.handlers,
    ...keep(openCompanions({ news, ...tracking }, path.join(DIST, 'companion'))).handlers,
    ...corrections.handlers,
    ...openRules({ ...measuring, dialogs, speech }),
    ...openAgreement({ figures, dialogs, speech }),
    ...openReview({ news, clock, folder, store, settings, figures }),
    ...reports.handlers,
    ...yourData.handlers,
    ...keep(openPrivacy({ news, folder, store, settings, refusals })).handlers,
    ...autostart.handlers,
    ...keep(keepPlace(news)).handlers,
  });
  keep(openWindow({ news, hasTray, preload: path.join(DIST, 'preload', 'preload.cjs') }));
  autostart.refresh();
  keep(keepBackups({ news, folder, store, retention: yourData.retention }));
  keep(startRounds(news));
  keep(startNudges(nudge));
  void tellOtherClock(news, clock, measuring.notices);
}

runApp(main);
