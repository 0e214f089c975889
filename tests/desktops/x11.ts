/** @file Window managers and lockers of X11, each on a display of its own, with the app as built beside them. */
import { execFile } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { openDatabaseForReading } from '../../electron/storage/database.ts';
import { createSpanRepository } from '../../electron/storage/span-repository.ts';
import { dataFolder } from '../../electron/data-folder/data-folder.ts';
import type { Settings } from '../../shared/settings/settings.ts';
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

/** A program that locks the screen. */
interface Locker {
  readonly command: readonly string[];
  /** How it says its version. */
  readonly version: string;
  /** The second program that tells it to lock, where it does not as it starts. */
  readonly then?: readonly string[];
  /** Whether it locks nothing for root, whom it serves otherwise. */
  readonly refusesRoot?: boolean;
}

const LOCKERS: readonly Locker[] = [
  { command: ['i3lock', '-n'], version: '--version' },
  { command: ['slock'], version: '-v' },
  { command: ['xtrlock'], version: '' },
  { command: ['xsecurelock'], version: '' },
  {
    command: ['xscreensaver', '--no-splash'],
    version: '--version',
    then: ['xscreensaver-command', '-lock'],
    refusesRoot: true,
  },
];

/** A command as somebody else than root, who may come to the display as any user of this computer. */
const asNobody = (command: readonly string[]) =>
  process.getuid?.() === 0
    ? ['setpriv', '--reuid=nobody', '--regid=nogroup', '--clear-groups', ...command]
    : command;

/** Players of films, which set the display's counter of idle time back, on a picture that never ends. */
const PLAYERS: readonly (readonly [command: readonly string[], version: string])[] = [
  [
    ['mpv', '--vo=x11', '--geometry=160x120+0+0', 'av://lavfi:testsrc=size=160x120:rate=5'],
    '--version',
  ],
];

/** No boundary may be off by more. */
const BOUNDARY_MS = 500;
/** So late after a lock may LinkedIn time end. */
const LOCKED_WITHIN_MS = 2_000;
const LOCKED_MS = 7_000;
/** The least idle threshold, and so long nobody is there: a player is known by five set-backs, of which mpv makes one each 10 s. */
const IDLE_SECONDS = 60;
const NOBODY_MS = 135_000;
/** The last input before a film is known to the while between two looks. */
const LAST_INPUT_MS = 5_500;

/** The version of a program, by itself or else by the system's packages. */
async function versionOf(program: string, argument: string): Promise<string> {
  const own = argument === '' ? '' : await ownVersion(program, argument);
  if (own !== '') return own;
  const query = ['-W', '-f', '${Version}', program];
  const said = await run('dpkg-query', query).catch(() => ({ stdout: '' }));
  return /\d+(?:\.\d+)+/.exec(said.stdout)?.[0] ?? '';
}

async function ownVersion(program: string, argument: string): Promise<string> {
  // What may not be started here throws at once.
  const said = await Promise.resolve()
    .then(() => run(program, [argument], { timeout: 5_000 }))
    .catch((error: unknown) => ({
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
async function beside(
  windows: Windows,
  play: () => Promise<void>,
  settings: Partial<Settings> = {},
): Promise<Stretch[]> {
  const dataDir = await makeDataDir();
  writeFileSync(join(dataDir, 'settings.json'), JSON.stringify(settings));
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
  { command, then, refusesRoot = false }: Locker,
): Promise<Omit<Row, 'name' | 'version'>> {
  const start = (words: readonly string[]) => {
    const [program = '', ...args] = refusesRoot ? asNobody(words) : words;
    return windows.start(program, args);
  };
  const staged = 'locked for 7 s with the feed in front';
  const at = { lockedMs: 0, unlockedMs: 0, refused: false };
  const stored = await beside(windows, async () => {
    await windows.show('firefox');
    await windows.touch();
    await wait(3_000);
    const locker = start(command);
    if (then) await wait(2_500);
    const told = then && start(then);
    at.lockedMs = Date.now();
    await wait(LOCKED_MS);
    // One that goes on without a lock says so to who tells it.
    at.refused = locker.exitCode !== null || (told !== undefined && told.exitCode !== 0);
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

/** Lets a film play in a corner, with LinkedIn in front and nobody there. */
async function playing(
  windows: Windows,
  [program = '', ...args]: readonly string[],
): Promise<Omit<Row, 'name' | 'version'>> {
  const staged = `playing in a corner for ${NOBODY_MS / 1000} s with the feed in front and nobody there`;
  const at = { lastMs: 0, ended: false };
  const nobody = async () => {
    await windows.show('firefox');
    await wait(3_000);
    await windows.touch();
    at.lastMs = Date.now();
    await wait(2_000);
    const player = windows.start(program, args);
    // It takes the front as it comes.
    await wait(3_000);
    await windows.show('firefox');
    await wait(NOBODY_MS);
    at.ended = player.exitCode !== null;
    player.kill();
  };
  const stored = await beside(windows, nobody, { idleSeconds: IDLE_SECONDS });
  if (at.ended) return { staged, found: 'skipped: it does not play here', held: null };
  const ends = stored.filter(({ activity }) => activity === 'feed').map(({ endMs }) => endMs);
  const offMs = Math.max(...ends) - at.lastMs;
  return {
    staged,
    found: `LinkedIn time ended ${Math.round(offMs)} ms after the last input`,
    held: Math.abs(offMs) <= LAST_INPUT_MS,
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

type Play = (windows: Windows) => Promise<Omit<Row, 'name' | 'version'>>;

/** What is staged under which name: the program that is looked for, how it says its version, the window manager, and the play. */
interface Staging {
  readonly program: string | undefined;
  readonly version: string;
  readonly manager: readonly string[] | null;
  readonly play: Play;
}

function stagings(options: RunOptions): readonly Staging[] {
  return [
    ...[...MANAGERS, [[], ''] as const].map(([command, version]) => ({
      program: command[0],
      version,
      manager: command[0] === undefined ? null : command,
      play: (windows: Windows) => switching(windows, options),
    })),
    ...LOCKERS.map((locker) => ({
      program: locker.command[0],
      version: locker.version,
      manager: ['openbox'],
      play: (windows: Windows) => locking(windows, locker),
    })),
    ...PLAYERS.map(([command, version]) => ({
      program: command[0],
      version,
      manager: ['openbox'],
      play: (windows: Windows) => playing(windows, command),
    })),
  ];
}

/** X11. */
export const x11Desktops: Desktop = {
  async *run(options) {
    const lacks = missingForWindows();
    for (const { program, version, manager, play } of stagings(options)) {
      const name = program ?? 'no window manager';
      if (options.only.length > 0 && !options.only.includes(name)) continue;
      const wanted = [program, manager?.[0]].filter((one) => one !== undefined);
      const isThere = wanted.every((one) => findProgram(one) !== undefined);
      const why = lacks ?? (isThere ? undefined : 'not installed');
      if (why !== undefined) {
        yield { name, version: '', staged: '', found: `skipped: ${why}`, held: null };
        continue;
      }
      const said = program === undefined ? '' : await versionOf(program, version);
      yield { name, version: said, ...(await onStage(manager, play)) };
    }
  },
};
