/**
 * @file Composition root of the app: builds the services and wires them to Electron. No logic lives here.
 * Long because it is the one list of all parts, in the order in which they need each other.
 */
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { writeFile } from 'atomically';
import {
  BrowserWindow,
  app,
  clipboard,
  ipcMain,
  nativeTheme,
  powerMonitor,
  protocol,
  session,
} from 'electron';
import { MINUTE_MS } from '../shared/domain/rounding.ts';
import type { AppNotice } from '../shared/ipc/views.ts';
import { createCorrections } from './corrections/corrections.ts';
import { createHandlers, pauseSetting } from './handlers.ts';
import { createPush } from './ipc/push.ts';
import { createHolidayCalendar } from './holidays/holiday-calendar.ts';
import { writePieces } from './system/write-pieces.ts';
import { registerHandlers } from './ipc/register-handlers.ts';
import { isTrustedSender } from './ipc/trusted-sender.ts';
import { later } from './system/later.ts';
import { logError } from './system/log.ts';
import { readListening } from './privacy/listening-ports.ts';
import { createRefusedEver, REFUSED_KEY } from './privacy/refused-ever.ts';
import { readFiles, readTables } from './privacy/stored.ts';
import { readBoundedFile } from './system/read-bounded-file.ts';
import { runProgram } from './system/run-program.ts';
import { createGuidelineHandlers } from './agreement/guideline-handlers.ts';
import { createRuleHandlers } from './rules/rule-handlers.ts';
import { createWindowWatch } from './rules/window-watch.ts';
import { createKeptDays, forgettingChanges } from './figures/kept-days.ts';
import { registerAppScheme, serveApp } from './security/app-protocol.ts';
import { forbidCoreDumps } from './security/core-dumps.ts';
import { lockDown } from './security/lock-down.ts';
import {
  createSettingsStore,
  keepUnsaved,
  setDamagedSettingsAside,
} from './settings/settings-store.ts';
import { type SettingsInFile, openSettings } from './shell/settings-backend.ts';
import { holdsNotificationsBack } from './shell/muted.ts';
import { createSignals } from './shell/signals.ts';
import { chooseFolder, finishLastMove, makeElectronFolders, restart } from './shell/app-folders.ts';
import { createAutostart, startsHidden } from './shell/autostart.ts';
import { createFileDialogs } from './shell/file-dialogs.ts';
import { createActions } from './shell/actions.ts';
import { createAppWindow } from './shell/app-window.ts';
import { openSight } from './shell/open-sight.ts';
import { runApp } from './shell/run-app.ts';
import { showAppMenu } from './shell/show-menu.ts';
import { type AppTray, createTray } from './shell/tray.ts';
import { createAway } from './data-folder/away.ts';
import { startDailyBackups } from './storage/daily-backups.ts';
import { dataFolder } from './data-folder/data-folder.ts';
import { fileLocation } from './data-folder/file-location.ts';
import { openSpanStore } from './storage/span-store.ts';
import { removeUnfinished } from './storage/unfinished-copies.ts';
import { fileFilter } from './texts/file-filter.ts';
import { languageOf, textsOf } from './texts/texts.ts';
import { connectPower, connectSessionEnd, idleMsOf } from './tracking/power.ts';
import { watchThisSession } from './tracking/session-watch.ts';
import { createSystemZone } from './tracking/system-zone.ts';
import { createTracker } from './tracking/tracker.ts';
import { createWindowMemory } from './tracking/window-memory.ts';
import { createWindowReader } from './tracking/sources/window-reader.ts';
import { chooseWindowSource, sessionType } from './tracking/sources/window-source.ts';
import { watchX11 } from './tracking/sources/x11-changes.ts';
import { dayView, withUnsaved } from './figures/day-and-week-views.ts';
import { createYourData } from './your-data.ts';
import { goBySystemZones } from './zones/system-zones.ts';
import { checkZone } from './zones/zone-check.ts';

/** Results of the build, beside this file. */
const DIST = path.join(import.meta.dirname, '..');

const systemZone = createSystemZone();

async function main(): Promise<void> {
  forbidCoreDumps();
  goBySystemZones();
  const chosen = chooseFolder();
  const folder = dataFolder(chosen.dir);
  const { userData, sessionData } = makeElectronFolders(chosen);
  app.setPath('userData', userData);
  app.setPath('sessionData', sessionData);
  app.setAppUserModelId('nl.sweetspot.Sweetspot');
  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return;
  }
  finishLastMove(chosen);

  registerAppScheme(protocol);
  const refusals = lockDown(app, () => session.defaultSession);
  await app.whenReady();
  await serveApp(protocol, path.join(DIST, 'renderer'));

  const notices: AppNotice[] = [];
  /** Whether the window was given all of them. */
  let areNoticesGiven = false;
  const keptDays = createKeptDays();
  const away = createAway(chosen.away, () => {
    onOtherSpans();
    onNotice();
  });
  const spanStore = openSpanStore({
    folder,
    away,
    nowMs: Date.now,
    onRecovered: (code, isRunning) => {
      if (notices.every((notice) => notice.code !== code)) notices.push({ code });
      areNoticesGiven = false;
      if (!isRunning) return;
      // Where the whole folder was deleted, the settings went with it.
      if (!existsSync(folder.settings)) settings.set(settings.get());
      onOtherSpans();
      onNotice();
    },
  });

  removeUnfinished(folder.settings);
  if (setDamagedSettingsAside(folder.settings, Date.now()) !== null) {
    notices.push({ code: 'settings-set-aside' });
  }
  let settingsInFile: SettingsInFile | undefined;
  const settingsFile = keepUnsaved(
    () => (settingsInFile = openSettings(folder.dir, away.require)),
    // Whose settings are away has been welcomed before.
    () => ({ welcomed: away.why() !== null }),
  );
  const settings = createSettingsStore(settingsFile, (changed) => {
    tracker.setSettings(changed);
    nativeTheme.themeSource = changed.theme;
    yourData.retention.run();
    push('settings:changed', changed);
    showTray();
    showAppMenu(texts(), act);
  });
  const refusedEver = createRefusedEver(
    () => Reflect.get(Object(settingsFile.get()), REFUSED_KEY),
    (count) => settingsInFile?.setBeside(REFUSED_KEY, count),
    refusals.count,
  );
  if (settings.fellBack.length > 0) notices.push({ code: 'settings-fell-back' });
  nativeTheme.themeSource = settings.get().theme;
  const holidays = createHolidayCalendar();
  await holidays.loadFor(settings.get());

  const language = () => languageOf(settings.get().language, app.getPreferredSystemLanguages());
  const texts = () => textsOf(language());
  const push = createPush(() => BrowserWindow.getAllWindows());

  const worker = new URL('./window-worker.js', import.meta.url);
  const sight = openSight(() => {
    windows.retry();
    push('sight:changed', null);
  });
  // Trying the sources takes a moment, which the window need not wait for.
  const windows = createWindowReader({
    choose: () => chooseWindowSource(worker),
    monoMs: () => performance.now(),
    session: sessionType(),
    permissions: sight.permissions,
  });
  const watch = createWindowWatch({
    nowMs: Date.now,
    ownApps: [app.getName(), process.execPath],
    later,
  });
  const latest = createWindowMemory({ nowMs: Date.now, later });
  const tracker = createTracker({
    settings: settings.get(),
    rules: holidays.rulesOf,
    floorMs: spanStore.lastBefore(Number.MAX_SAFE_INTEGER)?.endedAtMs ?? -Infinity,
    around: (atMs) => ({
      floorMs: spanStore.lastBefore(atMs + 1)?.endedAtMs ?? -Infinity,
      ceilingMs: spanStore.firstAfter(atMs)?.startedAtMs ?? Infinity,
    }),
    store: forgettingChanges(keptDays, away.storing(spanStore.apply)),
    now: () => ({
      atMs: Date.now(),
      monoMs: performance.now(),
      idleMs: idleMsOf(powerMonitor),
    }),
    zone: systemZone,
    onBattery: () => powerMonitor.isOnBatteryPower(),
    read: windows.read,
    watch: sessionType() === 'x11' ? watchX11 : null,
    latest,
    onWindow: watch.see,
    onTick: sight.see,
    onStatus: (status) => {
      push('tracker:changed', status);
      showTray();
    },
    onSpans: () => {
      push('spans:changed', null);
      showTray();
    },
    onStoring: (works) => {
      if (works) settingsFile.retry();
      onNotice();
    },
  });
  const spans = () => withUnsaved(spanStore, tracker.recorder.unsaved, tracker.recorder.state.open);
  const unsavedFromMs = () => {
    const { unsaved, state } = tracker.recorder;
    return Math.min(...unsaved.keys(), state.open?.startedAtMs ?? Infinity);
  };

  /** Told where spans changed that are not the tracker's. */
  function onOtherSpans(): void {
    keptDays.forgetFrom(-Infinity);
    push('spans:changed', null);
    showTray();
  }

  const beside = { store: spanStore, folder, tracker, settings, nowMs: Date.now, zone: systemZone };
  const corrections = createCorrections({
    ...beside,
    apply: spanStore.apply,
    later,
    onSpans: onOtherSpans,
    onOffers: (offers) => push('undo:changed', offers),
    // Copies went with what was deleted.
    onFinal: () => backups.now(),
    onError: (error) => logError('action log', error),
  });
  const dialogs = createFileDialogs(() => window.current());
  // The window asks for the notices again when it is told of the settings.
  const onNotice = () => push('settings:changed', settings.get());
  void checkZone({ ...process, zone: systemZone(), nowMs: Date.now(), run: runProgram }).then(
    ({ isOff }) => {
      if (!isOff) return;
      notices.push({ code: 'clock-differs' });
      areNoticesGiven = false;
      onNotice();
    },
  );
  const moving = { home: chosen.home, restart, away, ...holidays };
  const onImport = (share: number) => push('history:progress', share);
  const around = { dialogs, texts, onOtherSpans, onNotice, onImport };
  const yourData = createYourData({ ...beside, ...moving, ...around });

  /** What the user should know now: that something is kept in memory alone comes and goes. */
  function currentNotices(): AppNotice[] {
    const isSaved = spanStore.database && tracker.recorder.unsaved.size === 0;
    const all = [...notices, ...yourData.notices()];
    if (away.why()) return all;
    return isSaved && !settingsFile.isUnsaved() ? all : [...all, { code: 'not-saving' }];
  }

  let quitting = false;
  let tray: AppTray | undefined;
  const window = createAppWindow({
    preload: path.join(DIST, 'preload', 'preload.cjs'),
    devTools: !app.isPackaged,
    keepAlive: () => !quitting && tray !== undefined,
    onClosed: () => watch.watch(false),
  });

  const act = createActions({
    show: window.show,
    openPage: (page) => push('page:open', page),
    pause: (length) =>
      settings.set({ pause: length && pauseSetting(length, Date.now(), systemZone()) }),
    tracker,
    relabel: corrections.tryRelabel,
    quit: () => app.quit(),
  });

  const autostart = createAutostart(app, { ...process, homeDir: homedir() });
  const jsonFile = () => ({ name: texts().jsonFile, extensions: ['json'] });

  function today() {
    const view = { settings: holidays.rulesOf(settings.get()), spans: spans() };
    return dayView(null, { ...view, nowMs: Date.now(), zone: systemZone() });
  }

  const { nudge, showTray } = createSignals({
    settings: settings.get,
    today,
    status: tracker.status,
    isFullScreen: windows.isFullScreen,
    isMuted: () => holdsNotificationsBack(process.platform, runProgram),
    isAway: () => away.why() !== null,
    texts,
    tray: () => tray,
  });

  registerHandlers(
    ipcMain,
    createHandlers({
      info: () => {
        areNoticesGiven = true;
        return {
          version: app.getVersion(),
          language: language(),
          locale: app.getSystemLocale() || app.getLocale(),
          platform: process.platform,
          hasTray: tray !== undefined,
          refusedRequests: refusals.count(),
          notices: currentNotices(),
          away: yourData.away(),
        };
      },
      spans,
      figuresOf: (range, rules) =>
        keptDays.figures(spans(), range, rules, settings.get(), unsavedFromMs()),
      settings,
      holidays,
      rules: createRuleHandlers({
        settings: settings.get,
        windows: watch,
        latest,
        rulesOf: tracker.recorder.rulesOf,
        askWhereToSave: (name) => dialogs.askWhereToSave(texts().exportRules, name, jsonFile()),
        askWhichToOpen: () => dialogs.askWhichToOpen(texts().importRules, jsonFile()),
        writeFile: (file, content) => writeFile(file, content),
        readFile: readBoundedFile,
      }),
      everything: yourData.handlers,
      guideline: createGuidelineHandlers(() =>
        dialogs.askWhichToOpen(texts().openGuideline, jsonFile()),
      ),
      autostart,
      timer: tracker,
      sight: sight.handlers,
      notes: { ...beside, onForgotten: () => backups.now() },
      nowMs: Date.now,
      zone: systemZone,
      status: tracker.status,
      privacy: () => ({
        refusedSinceStart: refusals.count(),
        refusedEver: refusedEver.count(),
        listening: readListening(),
        dir: folder.dir,
        location: fileLocation(folder.dir),
        files: readFiles(folder),
        tables: spanStore.database ? readTables(spanStore.database) : [],
      }),
      corrections,
      rulesOf: tracker.recorder.rulesOf,
      onRefused: refusals.add,
      askForFile: (name) =>
        dialogs.askWhereToSave(texts().saveReport, name, fileFilter(name, texts())),
      // A report is to be handed over: who else may read it is the folder's matter.
      writeFile: (file, pieces) => writePieces(file, pieces, 0o666),
      onProgress: (share) => push('report:progress', share),
      copyText: (text) => clipboard.writeText(text),
      async printPage() {
        const opened = window.current();
        if (!opened) throw new Error('There is no window to print');
        return await opened.webContents.printToPDF({ printBackground: true, pageSize: 'A4' });
      },
    }),
    {
      isTrusted: isTrustedSender,
      onUnexpected(channel, error) {
        logError(channel, error);
        spanStore.doubt(error);
      },
      onCause: spanStore.doubt,
    },
  );

  try {
    tray = createTray(act);
  } catch (error) {
    // Without a tray, closing the window quits.
    logError('tray', error);
  }
  showAppMenu(texts(), act);
  connectPower(powerMonitor, tracker);
  connectSessionEnd(app, tracker);
  const sessionWatch = watchThisSession(tracker);
  // Not before it is known whether the screen is locked: what stands behind it is not used.
  void sessionWatch.known.then(tracker.start);
  showTray();
  nativeTheme.on('updated', showTray);
  // Without a tray, a window that is not shown could not be reached.
  window.open({ show: !tray || !startsHidden(app, process) });
  autostart.refresh();

  const backups = startDailyBackups(
    {
      folder,
      database: () => spanStore.database,
      onFailed: (error) => {
        logError('back-up', error);
        spanStore.doubt(error);
      },
    },
    yourData.retention.run,
  );
  const saveRefused = setInterval(() => {
    refusedEver.save();
    spanStore.look();
    if (areNoticesGiven && window.isInSight()) spanStore.told();
    void yourData.look();
  }, 10_000);
  nudge();
  const nudges = setInterval(nudge, MINUTE_MS / 4);

  app.on('second-instance', window.show);
  app.on('activate', window.show);
  app.on('window-all-closed', () => {
    if (!tray) app.quit();
  });
  app.on('before-quit', () => (quitting = true));
  app.on('will-quit', () => {
    backups.stop();
    clearInterval(saveRefused);
    refusedEver.save();
    clearInterval(nudges);
    sessionWatch.stop();
    corrections.stop();
    tracker.stop();
    tray?.destroy();
    settingsFile.retry();
    spanStore.close();
    void windows.stop();
  });
}

runApp(main);
