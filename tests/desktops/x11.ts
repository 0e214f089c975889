/** @file Window managers and lockers of X11, each on a display of its own, with the app as built beside them. */
import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { openDatabaseForReading } from '../../electron/storage/database.ts';
import { createSpanRepository } from '../../electron/storage/span-repository.ts';
import { dataFolder } from '../../electron/data-folder/data-folder.ts';
import { launchApp, makeDataDir } from '../support/driver.ts';
import { type Stretch, compare } from '../x11/compare.ts';
import { findProgram } from '../x11/display.ts';
import type { Desktop, Row, RunOptions } from './desktop.ts';
import { PAGES, type Windows, missingForWindows, openWindows } from './x11-windows.ts';

const run = promisify(execFile);

/** Window managers, and how each says its version. */
const MANAGERS: readonly (readonly [command: readonly string[], version: string])[] = [
  [['openbox'], '--version'],
  [['i3', '-c', '/etc/i3/config'], '--version'],
  [['icewm'], '--version'],
  [['xfwm4'], '--version'],
  [['marco'], '--version'],
  [['jwm'], '-v'],
  [['kwin_x11'], '--version'],
  [['twm'], '-V'],
];

/** Lockers that lock as they start, or are told to by a second program. */
const LOCKERS: readonly (readonly [
  command: readonly string[],
  version: string,
  then?: readonly string[],
])[] = [
  [['i3lock', '-n'], '--version'],
  [['slock'], '-v'],
  [['xtrlock'], ''],
  [['xsecurelock'], ''],
  [['xscreensaver', '--no-splash'], '--version', ['xscreensaver-command', '-lock']],
];

/** No boundary may be off by more. */
const BOUNDARY_MS = 500;
/** So late after a lock may LinkedIn time end. */
const LOCKED_WITHIN_MS = 2_000;
const LOCKED_MS = 7_000;

async function versionOf(program: string, argument: string): Promise<string> {
  if (argument === '') return '';
  const said = await run(program, [argument], { timeout: 5_000 }).catch((error: unknown) => ({
    stdout: String(Reflect.get(Object(error), 'stdout') ?? ''),
    stderr: String(Reflect.get(Object(error), 'stderr') ?? ''),
  }));
  // A time, as warnings have it, is no version.
  return /(?<![:\d.])\d+(?:\.\d+)+/.exec(`${said.stdout} ${said.stderr}`)?.[0] ?? '';
}

/** What the app stored. */
function readSpans(dataDir: string, fromMs: number, toMs: number): Stretch[] {
  const database = openDatabaseForReading(dataFolder(dataDir));
  if (!database) return [];
  const spans = createSpanRepository(database).between(fromMs, toMs);
  database.close();
  return spans.map(({ activity, startedAtMs, endedAtMs }) => ({
    activity,
    startMs: startedAtMs,
    endMs: endedAtMs,
  }));
}

/** Runs the app beside a stage, and gives what it stored meanwhile. */
async function beside(windows: Windows, play: () => Promise<void>): Promise<Stretch[]> {
  const dataDir = await makeDataDir();
  const startedMs = Date.now();
  const app = await launchApp({ dataDir, headless: true, env: { DISPLAY: windows.display } });
  try {
    await wait(2_000);
    await play();
    await app.close();
    return readSpans(dataDir, startedMs, Date.now());
  } finally {
    await app.kill();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Shows windows in turn, and holds what was stored against that. */
async function switching(
  windows: Windows,
  { staySeconds }: RunOptions,
): Promise<Omit<Row, 'name' | 'version'>> {
  const order = ['firefox', 'chromium', 'note', 'firefox', 'note', 'chromium'] as const;
  const truth: Stretch[] = [];
  const stored = await beside(windows, async () => {
    for (const name of order) {
      const startMs = await windows.show(name);
      const last = truth.at(-1);
      if (last) truth[truth.length - 1] = { ...last, endMs: startMs };
      truth.push({ activity: PAGES[name].activity, startMs, endMs: startMs + staySeconds * 1000 });
      await windows.touch();
      await wait(staySeconds * 1000 - (Date.now() - startMs));
    }
  });
  const { worstMs, boundaries, broken } = compare(truth, stored);
  // Stays are short: what a share of so little is off by says less than the boundaries do.
  const wrong = broken.filter((line) => !line.includes(' in all instead of '));
  return {
    staged: 'Firefox, Chromium and a note in turn',
    found: [
      `${boundaries} boundaries, ${Math.round(worstMs)} ms off at worst`,
      ...wrong.map((line) => `; ${line}`),
    ].join(''),
    held: wrong.length === 0 && worstMs <= BOUNDARY_MS,
  };
}

/** Locks with LinkedIn in front, and holds what was stored against that. */
async function locking(
  windows: Windows,
  [program = '', ...args]: readonly string[],
  then: readonly string[] | undefined,
): Promise<Omit<Row, 'name' | 'version'>> {
  const staged = 'locked for 7 s with the feed in front';
  const at = { lockedMs: 0, unlockedMs: 0, refused: false };
  const stored = await beside(windows, async () => {
    await windows.show('firefox');
    await wait(3_000);
    const locker = windows.start(program, args);
    if (then) {
      await wait(2_500);
      windows.start(then[0] ?? '', then.slice(1));
    }
    at.lockedMs = Date.now();
    await wait(LOCKED_MS);
    at.refused = locker.exitCode !== null;
    at.unlockedMs = Date.now();
    locker.kill();
    await wait(500);
    locker.kill('SIGKILL');
    await wait(4_000);
  });
  const { lockedMs, unlockedMs, refused } = at;
  if (refused) return { staged, found: 'skipped: it refuses to run here', held: null };
  const linkedIn = stored.filter(({ activity }) => activity !== 'elsewhere');
  const lateMs = Math.max(
    ...linkedIn.filter(({ startMs }) => startMs < lockedMs).map(({ endMs }) => endMs - lockedMs),
  );
  const behind = linkedIn.filter(({ startMs }) => startMs >= lockedMs && startMs < unlockedMs);
  const after = linkedIn.some(({ endMs }) => endMs > unlockedMs);
  const held = lateMs <= LOCKED_WITHIN_MS && behind.length === 0 && after;
  return {
    staged,
    found: `LinkedIn time ended ${Math.round(lateMs)} ms after the lock, ${behind.length} spans behind it, ${after ? 'went on' : 'did not go on'} after it`,
    held,
  };
}

async function onStage(
  manager: readonly string[] | null,
  play: (windows: Windows) => Promise<Omit<Row, 'name' | 'version'>>,
): Promise<Omit<Row, 'name' | 'version'>> {
  try {
    const windows = await openWindows(manager);
    try {
      return await play(windows);
    } finally {
      await windows.close();
    }
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'an error';
    return { staged: '', found: `skipped: ${why}`, held: null };
  }
}

/** X11. */
export const x11Desktops: Desktop = {
  async *run(options) {
    const wants = (name: string) => options.only.length === 0 || options.only.includes(name);
    const lacks = missingForWindows();
    for (const [command, argument] of [...MANAGERS, [[], ''] as const]) {
      const [program] = command;
      const name = program ?? 'no window manager';
      if (!wants(name)) continue;
      const isThere = program === undefined || findProgram(program) !== undefined;
      const why = lacks ?? (isThere ? undefined : 'not installed');
      if (why !== undefined) {
        yield { name, version: '', staged: '', found: `skipped: ${why}`, held: null };
        continue;
      }
      const version = program === undefined ? '' : await versionOf(program, argument);
      const manager = program === undefined ? null : command;
      yield {
        name,
        version,
        ...(await onStage(manager, (windows) => switching(windows, options))),
      };
    }
    for (const [command, argument, then] of LOCKERS) {
      const [program = ''] = command;
      if (!wants(program)) continue;
      const isThere = [program, 'openbox'].every((one) => findProgram(one) !== undefined);
      const why = lacks ?? (isThere ? undefined : 'not installed');
      if (why !== undefined) {
        yield { name: program, version: '', staged: '', found: `skipped: ${why}`, held: null };
        continue;
      }
      const version = await versionOf(program, argument);
      const play = (windows: Windows) => locking(windows, command, then);
      yield { name: program, version, ...(await onStage(['openbox'], play)) };
    }
  },
};
