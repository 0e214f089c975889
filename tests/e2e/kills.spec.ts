/** @file The built app, killed again and again on one data folder: what it has stored stays, and little is lost. */
import { once } from 'node:events';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { readSettingsFile } from '../../electron/settings/settings-file.ts';
import { isSound, listBackups } from '../../electron/storage/backups.ts';
import { type DataFolder, dataFolder } from '../../electron/data-folder/data-folder.ts';
import { checkDatabase, openDatabaseForReading } from '../../electron/storage/database.ts';
import { createSpanRepository } from '../../electron/storage/span-repository.ts';
import type { Activity } from '../../shared/domain/activity.ts';
import type { Span } from '../../shared/domain/span.ts';
import {
  type StartedApp,
  clickTray,
  setIdleSeconds,
  spawnApp,
  startApp,
} from '../support/driver.ts';
import { useScriptedApp } from '../support/scripted-tests.ts';
import { type ShownTime, createShownTime } from '../support/shown-time.ts';
import { allSpans, someSpans, withDatabase } from '../support/stored-spans.ts';
import { SCENES, createRandom } from '../x11/script.ts';

/** How many times the app is killed. SWEETSPOT_KILLS may say; a release wants 200. */
const KILLS = Number(process.env['SWEETSPOT_KILLS'] ?? 10);
/** A crash loses at most this of the open span. */
const MOST_LOST_MS = 10_000;
/** Spans of earlier months: to copy them takes a moment. */
const EARLIER = 20_000;
/** Longer than any idle threshold. */
const AWAY_SECONDS = 1_000;
/** What the user says that a span was; no window of the script is that. */
const SAID: Activity = 'learning';

const scripted = useScriptedApp();

/** An app under way to its kill. */
interface Run {
  readonly app: StartedApp;
  readonly folder: DataFolder;
  readonly shown: ShownTime;
  /** Random milliseconds. */
  readonly some: (fromMs: number, toMs: number) => number;
  readonly toss: () => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
}

const ON_LINKEDIN = SCENES.filter(({ activity }) => activity !== 'elsewhere');
let scene = SCENES[0];

/** Copies of the settings that were being written when they were last looked at. */
const unfinishedSettings = ({ dir }: DataFolder): string[] =>
  readdirSync(dir).filter((name) => name.startsWith('settings.json.tmp-'));

const isBackingUp = ({ backups }: DataFolder): boolean =>
  existsSync(join(backups, 'unfinished.sqlite'));

/** Waits until something is so, looking all the time. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await turn();
}

/** Waits until the app ticks, and lets nobody ever be away, as the computer may think. */
async function ticks({ evaluate }: StartedApp): Promise<void> {
  const hasTray = () =>
    evaluate(({ Tray, powerMonitor }) => {
      powerMonitor.getSystemIdleTime = () => {
        Reflect.set(powerMonitor, 'asked', true);
        return 0;
      };
      Reflect.set(powerMonitor, 'asked', false);
      const trays: unknown = Reflect.get(Tray, 'all');
      return trays instanceof Set && [...trays].some((tray) => Reflect.get(tray, 'menu') !== null);
    });
  while (!(await hasTray())) await wait(10);
  // From then on, ticks alone ask.
  const isAsked = () => evaluate(({ powerMonitor }) => Reflect.get(powerMonitor, 'asked') === true);
  while (!(await isAsked())) await wait(10);
}

/** Opens the window, which an app in the tray has none of. */
async function openPage(app: StartedApp) {
  await clickTray(app, 'Open Sweetspot');
  return app.attach();
}

/** Lets something begin that a kill may cut short. */
async function cutShort(begun: Promise<unknown>, afterMs: number): Promise<void> {
  begun.catch(() => undefined);
  await wait(afterMs);
}

function readSpans(folder: DataFolder): Span[] {
  const database = openDatabaseForReading(folder);
  if (!database) throw new Error('There is no database');
  const spans = allSpans(database);
  database.close();
  return spans;
}

/** The spans of a list that another does not have in the same place. */
function differing(spans: readonly Span[], others: readonly Span[]): Span[] {
  return spans.filter((span, index) => JSON.stringify(span) !== JSON.stringify(others[index]));
}

/** Shows another window. */
function showAnother({ shown, pick }: Pick<Run, 'shown' | 'pick'>, among = SCENES): void {
  scene = pick(among.filter((one) => one !== scene));
  const isTab = scene.browserWindow !== null;
  scripted.show({
    app: isTab ? 'Google Chrome' : 'Code',
    title: isTab ? `${scene.title} - Google Chrome` : scene.title,
  });
  shown.show(scene.activity);
}

/** Shows one window after another: some for a few seconds, some for a glance. */
async function work(run: Run, forMs: number): Promise<void> {
  const untilMs = Date.now() + forMs;
  for (let leftMs = forMs; leftMs > 0; leftMs = untilMs - Date.now()) {
    const stayMs = run.toss() ? run.some(2_500, 8_000) : run.some(100, 1_500);
    showAnother(run);
    await wait(Math.min(stayMs, leftMs));
  }
}

/** Works, and lets something keep the app from measuring for a while; the kill comes in it, or some time after. */
async function keepFromMeasuring(
  run: Run,
  begin: (app: StartedApp) => Promise<void>,
  end: (app: StartedApp) => Promise<void>,
): Promise<void> {
  const { app, shown, some, toss } = run;
  await work(run, some(500, 3_000));
  shown.halt();
  await begin(app);
  await wait(toss() ? some(0, 30) : some(500, 2_000));
  if (toss()) return;
  shown.release();
  await end(app);
  await work(run, some(500, 3_000));
}

/** What the app does in its life, by what is to come near its kill. */
const LIVES = {
  async working(run) {
    await work(run, run.some(500, 14_000));
  },
  async staying(run) {
    showAnother(run);
    // Else it could not be told whether what runs is saved at all.
    await wait(MOST_LOST_MS + run.some(500, 3_000));
  },
  async locked(run) {
    await keepFromMeasuring(
      run,
      (app) => app.evaluate(({ powerMonitor }) => void powerMonitor.emit('lock-screen')),
      (app) => app.evaluate(({ powerMonitor }) => void powerMonitor.emit('unlock-screen')),
    );
  },
  async paused(run) {
    await keepFromMeasuring(
      run,
      (app) => clickTray(app, 'Until I resume'),
      (app) => clickTray(app, 'Resume'),
    );
  },
  async away(run) {
    const { app, shown, some, toss } = run;
    await work(run, some(500, 3_000));
    await setIdleSeconds(app, AWAY_SECONDS);
    shown.away();
    await wait(some(0, 4_000));
    if (toss()) return;
    await setIdleSeconds(app, 0);
    shown.release();
    await work(run, some(500, 3_000));
  },
  async relabelling(run) {
    const { app, shown, some, toss } = run;
    const page = await openPage(app);
    showAnother(run, ON_LINKEDIN);
    await wait(some(2_200, 4_000));
    shown.say(SAID);
    const saying = page.evaluate(
      (activity) => window.api.relabelSpan(Date.now() - 200, activity),
      SAID,
    );
    if (toss()) await cutShort(saying, some(0, 30));
    else {
      await saying;
      shown.said();
      await work(run, some(500, 3_000));
    }
  },
  async setting({ app, folder, some, toss }) {
    const page = await openPage(app);
    const setting = page.evaluate(
      (idleSeconds) => window.api.setSettings({ idleSeconds }),
      Math.round(some(100, 800)),
    );
    if (toss()) await cutShort(setting, some(0, 30));
    else {
      let isOver = false;
      setting.then(
        () => (isOver = true),
        () => (isOver = true),
      );
      await until(() => isOver || unfinishedSettings(folder).length > 0);
    }
  },
  async quitting(run) {
    await work(run, run.some(500, 3_000));
    await cutShort(clickTray(run.app, 'Quit'), run.some(0, 200));
  },
} satisfies Record<string, (run: Run) => Promise<void>>;

type Life = keyof typeof LIVES | 'hardly started' | 'opening' | 'backing up';

/** Each once; of more kills the rest are after any life. Some starts follow one another at once. */
const ONCE: readonly Life[] = [
  'opening',
  'staying',
  'backing up',
  'relabelling',
  'hardly started',
  'locked',
  'setting',
  'paused',
  'quitting',
  'away',
];
const ANY: readonly Life[] = [...ONCE, 'working', 'working', 'working', 'working'];

/** Starts the app, lets it live, and kills it. @returns what it was shown. */
async function liveAndDie(
  life: Life,
  folder: DataFolder,
  random: () => number,
): Promise<ShownTime> {
  const some = (fromMs: number, toMs: number) => fromMs + random() * (toMs - fromMs);
  const shown = createShownTime(scene?.activity ?? 'elsewhere');
  const options = { dataDir: folder.dir, main: scripted.main, args: ['--hidden'], welcome: true };
  if (life === 'hardly started' || life === 'opening') {
    const child = spawnApp(options);
    const exited = once(child, 'exit');
    await wait(life === 'opening' ? some(300, 2_000) : some(0, 300));
    child.kill('SIGKILL');
    shown.end();
    await exited;
    return shown;
  }
  const isPaused = readSettingsFile(folder.settings).settings.pause !== null;
  if (isPaused) shown.halt();
  if (life === 'backing up') rmSync(folder.backups, { recursive: true, force: true });
  const app = await startApp(options);
  onTestFinished(() => app.kill());
  if (life === 'backing up') {
    await until(() => isBackingUp(folder) || listBackups(folder).length > 0);
    // It does not last long.
    await wait(some(0, 5));
  } else {
    await ticks(app);
    shown.ready();
    expect(unfinishedSettings(folder)).toEqual([]);
    if (isPaused) {
      shown.release();
      await clickTray(app, 'Resume');
    }
    const toss = () => random() < 0.5;
    const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)] as T;
    await LIVES[life]({ app, folder, shown, some, toss, pick });
  }
  shown.end();
  await app.kill();
  return shown;
}

/** Spans of earlier months, and settings of which a kill has left a copy, as some here do. */
function fill(folder: DataFolder): readonly Span[] {
  const agoMs = 200 * 86_400_000;
  const earlier = someSpans(EARLIER).map((span) => ({
    ...span,
    startedAtMs: span.startedAtMs - agoMs,
    endedAtMs: span.endedAtMs - agoMs,
  }));
  withDatabase(folder, (database) =>
    createSpanRepository(database).apply({ saved: earlier, removed: [] }),
  );
  writeFileSync(folder.settings, '{"welcomed":true}');
  writeFileSync(`${folder.settings}.tmp-0123456789abcdef`, '{"wel');
  return earlier;
}

test(
  `${KILLS} kills of the running app lose nothing that was stored, and little of what runs`,
  async () => {
    const folder = dataFolder(await scripted.dataDir());
    const random = createRandom(1);
    let before = fill(folder);
    let mostLostMs = 0;
    const kills: Partial<Record<Life | 'while measuring' | 'in a back-up', number>> = {};
    const count = (what: keyof typeof kills) => (kills[what] = (kills[what] ?? 0) + 1);
    const cutCopies = new Set(unfinishedSettings(folder));
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const life = ONCE[kill - 1] ?? ANY[Math.floor(random() * ANY.length)] ?? 'working';
      const where = `kill ${kill}, ${life}`;
      const shown = await liveAndDie(life, folder, random);
      count(life);
      checkDatabase(folder);
      const spans = readSpans(folder);
      expect(differing(before, spans), where).toEqual([]);
      const { broken, lostMs } = shown.left(spans.slice(before.length));
      expect(broken, where).toEqual([]);
      if (lostMs !== null) count('while measuring');
      mostLostMs = Math.max(mostLostMs, lostMs ?? 0);
      expect(mostLostMs, where).toBeLessThanOrEqual(MOST_LOST_MS);
      const { damaged, fellBack } = readSettingsFile(folder.settings);
      expect({ damaged, fellBack }, where).toEqual({ damaged: false, fellBack: [] });
      for (const name of unfinishedSettings(folder)) cutCopies.add(name);
      if (life === 'backing up' && isBackingUp(folder)) count('in a back-up');
      const unsound = listBackups(folder).filter((file) => !isSound(file));
      expect(unsound, where).toEqual([]);
      before = spans;
    }
    const spans = before.length - EARLIER;
    const cut = cutCopies.size - 1;
    console.log(JSON.stringify({ ...kills, 'in a change of settings': cut, spans, mostLostMs }));
    // Else the kills came when there was nothing to lose.
    expect(spans).toBeGreaterThan(KILLS / 2);
    expect(kills['in a back-up']).toBeGreaterThan(0);
    // No start found anything damaged.
    expect(readdirSync(folder.dir).filter((name) => name.includes('.corrupt-'))).toEqual([]);
  },
  60_000 + KILLS * 30_000,
);
