/**
 * @file The companion in the browsers that are installed here, driven by keys as a user drives them, on pages under
 * LinkedIn's names that never leave this machine: `npm run test:companion [BROWSER]`. What is missing is said.
 */
import { execFileSync, spawn } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { buildCompanion, COMPANION } from '../../build/companion.ts';
import { type ConnectionState, type Word } from '../../companion/contract.ts';
import { runtimeFolder } from '../../companion/runtime-folder.ts';
import { browserPlaces } from '../../electron/companion/browser-places.ts';
import { connectPlace } from '../../electron/companion/host-files.ts';
import { watchCompanions } from '../../electron/tracking/sources/companion.ts';
import { findProgram, openDisplay } from '../x11/display.ts';
import { startChromium, startFirefox } from './browsers.ts';
import { PLANTED, serveLinkedIn } from './linkedin-server.ts';
import { type Hands, type Step, stepsOf } from './steps.ts';

/** How long a word may take on a busy machine, and how long it must stay where nothing changes. */
const PATIENCE_MS = 10_000;
const STAYS_MS = 700;
/** Between a step and the next, as a user rests. */
const REST_MS = 400;

const BROWSERS = {
  chromium: { programs: ['chromium', 'chromium-browser'], privateWindow: 'ctrl+shift+n' },
  firefox: { programs: ['firefox-esr', 'firefox'], privateWindow: 'ctrl+shift+p' },
} as const;
type Name = keyof typeof BROWSERS;

/** What came of one step. */
interface Outcome {
  readonly step: Step;
  readonly right: boolean;
  readonly heard: Word | 'nothing';
  /** From the key to the word, as the host wrote it. */
  readonly delayMs: number | undefined;
}

/** A home of its own on a display, with a browser that the app connected. */
async function stage(name: Name, program: string, display: string) {
  const homeDir = mkdtempSync(join(tmpdir(), 'sweetspot-companion-'));
  const session = join(homeDir, 'session');
  mkdirSync(session, { mode: 0o700 });
  const env = { ...process.env, HOME: homeDir, XDG_RUNTIME_DIR: session, DISPLAY: display };
  for (const other of ['XDG_CONFIG_HOME', 'WAYLAND_DISPLAY', 'DBUS_SESSION_BUS_ADDRESS']) {
    Reflect.deleteProperty(env, other);
  }
  const command = { program: process.execPath, args: [COMPANION.host], env: {} };
  for (const place of browserPlaces({ platform: 'linux', homeDir, env: {} })) {
    if (place.browser === name) connectPlace(place, command);
  }
  const server = await serveLinkedIn(homeDir);
  const companions = watchCompanions({ env, nowMs: Date.now });
  const start = { program, homeDir, env, server, address: 'https://www.linkedin.com/feed/' };
  const browser = name === 'firefox' ? await startFirefox(start) : startChromium(start);
  return { homeDir, env, server, browser, companions, folder: runtimeFolder(env) };
}
type Stage = Awaited<ReturnType<typeof stage>>;

/** What the app knows now, by its own way of looking; more than one connection is a mistake. */
function stateIn({ companions }: Pick<Stage, 'companions'>): ConnectionState | undefined {
  const [state, ...more] = companions.connections();
  return more.length === 0 ? state : undefined;
}

/** Waits for a word. @returns the state that has it; undefined where it does not come. */
async function hear(here: Stage, word: Word, sinceMs: number) {
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await wait(10)) {
    const state = stateIn(here);
    if (state?.word === word && (state.atMs >= sinceMs || sinceMs === 0)) return state;
  }
  return undefined;
}

function handsOn(here: Stage, browserWindow: string, other: string): Hands {
  const { env } = here;
  const run = (...args: readonly string[]) => void execFileSync('xdotool', args, { env });
  const activate = (window: string) => run('windowactivate', '--sync', window);
  return {
    press: (...keys) => {
      for (const key of keys) run('key', '--clearmodifiers', key);
    },
    async go(address) {
      run('key', '--clearmodifiers', 'ctrl+l');
      await wait(250);
      run('type', '--delay', '4', address);
      // What the browser would add of itself is not typed.
      run('key', 'Delete', 'Return');
    },
    toOtherProgram: () => activate(other),
    toBrowser: () => activate(browserWindow),
    minimise: () => run('windowminimize', browserWindow),
    killHost() {
      const state = stateIn(here);
      if (state) process.kill(state.pid, 'SIGKILL');
    },
  };
}

async function play(here: Stage, step: Step, hands: Hands): Promise<Outcome> {
  const before = stateIn(here);
  const atMs = Date.now();
  await step.act(hands);
  // Typing takes its time; what counts is the way from the last key.
  const doneMs = Date.now();
  const isSame = step.stays && before?.word === step.word;
  if (step.stays) await wait(STAYS_MS);
  const state = await hear(here, step.word, isSame ? 0 : atMs);
  await wait(REST_MS);
  const now = stateIn(here);
  const right = state !== undefined && now?.word === step.word;
  const delayMs = isSame || !state ? undefined : Math.max(0, state.atMs - doneMs);
  return { step, right, heard: now?.word ?? 'nothing', delayMs };
}

/** Processor time that processes took so far, in seconds. */
function cpuSeconds(pids: readonly number[]): number {
  return pids
    .map((pid) => {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      return (Number(fields[11]) + Number(fields[12])) / 100;
    })
    .reduce((sum, one) => sum + one, 0);
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** The part of what is planted that stands in every address and title of it, in any case. */
const NEEDLE = PLANTED.toLowerCase().split(' ')[1] ?? PLANTED;

/** Whether a text stands in the memory that a process can write to. */
function isInMemory(pid: number, text: string): boolean {
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  try {
    const maps = readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n');
    return maps.some((line) => {
      const [, from, to] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? [];
      if (from === undefined || to === undefined) return false;
      const start = Number.parseInt(from, 16);
      const bytes = Buffer.alloc(Math.min(Number.parseInt(to, 16) - start, 1 << 28));
      try {
        readSync(memory, bytes, 0, bytes.length, start);
      } catch {
        // A part that the system keeps to itself.
        return false;
      }
      return bytes.toString('latin1').toLowerCase().includes(text);
    });
  } finally {
    closeSync(memory);
  }
}

/** Whether what was planted in addresses and titles lies in the host's memory, or in what it wrote. */
function isPlanted(state: ConnectionState, folder: string): boolean {
  // What is surely there is found, or the look is worth nothing.
  if (!isInMemory(state.pid, state.table)) throw new Error('the memory cannot be looked into');
  const written = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  return written.join('').toLowerCase().includes(NEEDLE) || isInMemory(state.pid, NEEDLE);
}

async function tour(name: Name, here: Stage): Promise<boolean> {
  const { env, folder } = here;
  if (!(await hear(here, 'feed', 0))) {
    console.log(`${name}: the first page was never told of (${stateIn(here)?.word ?? 'nothing'})`);
    return false;
  }
  await wait(1_500);
  const window = execFileSync('xdotool', ['getactivewindow'], { env }).toString().trim();
  const other = spawn('xev', ['-name', 'another program'], { env, stdio: 'ignore' });
  const found = ['search', '--sync', '--name', '^another program$'];
  const otherWindow =
    execFileSync('xdotool', found, { env }).toString().trim().split('\n')[0] ?? '';
  const hands = handsOn(here, window, otherWindow);
  hands.toBrowser();
  await wait(1_000);
  const outcomes: Outcome[] = [];
  for (const step of stepsOf(BROWSERS[name])) {
    const outcome = await play(here, step, hands);
    outcomes.push(outcome);
    if (!outcome.right) {
      console.log(`${name}: ${step.name}: ${step.word} expected, ${outcome.heard} heard`);
      hands.toBrowser();
    }
  }
  const state = stateIn(here);
  const pids = state ? [state.pid] : [];
  const before = cpuSeconds(pids);
  await wait(10_000);
  const idle = (cpuSeconds(pids) - before) * 6;
  const clean = state !== undefined && !isPlanted(state, folder);
  const gone = await endsWith(here);
  other.kill();
  const right = outcomes.filter((one) => one.right).length;
  const delays = outcomes.flatMap(({ delayMs }) => delayMs ?? []);
  console.log(
    `${name}: ${right} of ${outcomes.length} steps right, median ${median(delays).toFixed(0)} ms of ` +
      `${delays.length} changes, host idle ${idle.toFixed(3)} s a minute, ` +
      (clean ? 'nothing planted found, ' : 'PLANTED TEXT FOUND, ') +
      (gone ? 'gone with the browser' : 'STILL THERE after the browser'),
  );
  return right === outcomes.length && clean && gone;
}

/** Kills the browser alone, and waits for its host and state to go. */
async function endsWith(here: Stage): Promise<boolean> {
  const pid = stateIn(here)?.pid;
  here.browser.child.kill('SIGKILL');
  for (const deadline = Date.now() + 3_000; Date.now() < deadline; await wait(20)) {
    if (pid !== undefined && readdirSync(here.folder).length === 0) return true;
  }
  return false;
}

async function runOne(name: Name, display: string): Promise<boolean> {
  const program = findProgram(...BROWSERS[name].programs);
  if (program === undefined) {
    console.log(`${name}: skipped, as it is not installed`);
    return true;
  }
  const version = execFileSync(program, ['--version']).toString().trim();
  console.log(`${name}: ${version}`);
  const here = await stage(name, program, display);
  try {
    return await tour(name, here);
  } finally {
    here.companions.stop();
    here.browser.close();
    here.server.stop();
    await wait(500);
    rmSync(here.homeDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

const missing = ['xev', 'openssl', 'xdotool'].filter((name) => findProgram(name) === undefined);
const display = missing.length > 0 ? `${missing.join(', ')} not installed` : await openDisplay();
if (typeof display === 'string') console.log(`skipped: ${display}`);
else {
  await buildCompanion();
  const only = process.argv[2];
  for (const name of ['chromium', 'firefox'] as const) {
    if (only !== undefined && only !== name) continue;
    if (!(await runOne(name, display.name))) process.exitCode = 1;
  }
  await display.stop();
}
