/**
 * @file Runs inside the empty network: the app as built, and real browsers that the companion is in, on pages under
 * LinkedIn's names; the app asks them over the accessibility bus too, where there is one. App and host are traced each by itself, and the browsers and the server of their pages not at all:
 * so it is told whose socket is whose. The wire sees them all. Prints on stdout, as JSON, what was seen.
 * `node companion.ts WORK_DIR MAIN`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { COMPANION } from '../../build/companion.ts';
import { runtimeFolder } from '../../companion/runtime-folder.ts';
import { browserPlaces } from '../../electron/companion/browser-places.ts';
import { connectPlace, hostFiles } from '../../electron/companion/host-files.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import { startAccessibilityBus } from '../companion/accessibility-bus.ts';
import { openX11Desk } from '../companion/desk-x11.ts';
import { isPlantedInHost, plantedFiles } from '../companion/look-into.ts';
import { BROWSERS, type BrowserName, installedBrowsers, openStage } from '../companion/stage.ts';
import { storedSpans } from '../companion/apps.ts';
import { descendants } from '../support/processes.ts';
import { STAND_IN } from '../support/stand-in-driver.ts';
import { startResolver } from './resolver.ts';
import { readTrace, type Traced } from './trace.ts';
import { packetsOnTheWire } from './wire.ts';

/** What was seen of a run. */
export interface CompanionSeen {
  /** Why it could not be run here; all else is empty then. */
  readonly missing?: string;
  readonly browsers: readonly string[];
  /** Words that the hosts were told, by browser, so that it is known that they were at work. */
  readonly words: readonly string[];
  /** Activities that the app stored. */
  readonly stored: readonly string[];
  readonly app: Traced;
  /** How often the app connected to the accessibility bus; why not, in words, where there is none. */
  readonly accessibility: number | string;
  /** Calls of the hosts that have to do with sockets of any kind. */
  readonly hostCalls: readonly string[];
  readonly hosts: number;
  readonly names: readonly string[];
  readonly packets: number;
  /** Where what was planted in addresses and titles was found. */
  readonly planted: readonly string[];
}

/** How long the app may take to start. */
const START_MS = 60_000;
const STRACE = ['-f', '-yy', '--seccomp-bpf', '-qq', '-s', '0', '-e', 'signal=none'];
const [workDir = '', main = ''] = process.argv.slice(2);

function print(seen: Partial<CompanionSeen>): never {
  console.log(JSON.stringify(seen));
  process.exit(0);
}

const desk = await openX11Desk();
const names = installedBrowsers();
if (typeof desk === 'string') print({ missing: desk });
if (names.length === 0) print({ missing: 'neither Chromium nor Firefox is installed' });

const resolver = await startResolver();
const before = packetsOnTheWire();
const homeDir = join(workDir, 'home');
const session = join(homeDir, 'session');
const dataDir = join(workDir, 'companion-data');
for (const folder of [homeDir, session, dataDir]) mkdirSync(folder, { mode: 0o700 });
const trace = (name: string, ...more: readonly string[]) => [
  ...STRACE,
  ...more,
  ...['-o', join(workDir, `${name}.trace`)],
];

/** The host as the browsers start it, traced: each of its processes writes a file of its own. */
const command = {
  program: 'strace',
  args: [...trace('host', '-ff', '-e', 'trace=%network,execve'), process.execPath, COMPANION.host],
  env: {},
};
const places = browserPlaces({ platform: 'linux', homeDir, env: {} }).filter(({ browser }) =>
  names.some((name) => name === browser),
);
const connect = () => places.forEach((place) => connectPlace(place, command));
const isTraced = () =>
  places.every((place) => readFileSync(hostFiles(place).starter, 'utf8').includes('strace'));
connect();

const here = { ...process.env, ...desk.env, HOME: homeDir, XDG_RUNTIME_DIR: session };
const found = await startAccessibilityBus(here);
const bus = typeof found === 'string' ? undefined : found;
const settings: Partial<Settings> = { accessibilityBus: 'on' };
if (bus) writeFileSync(join(dataDir, 'settings.json'), JSON.stringify(settings));
const env = { ...here, ...bus?.env };
const app = spawn(
  'strace',
  [
    ...trace('app', '-e', 'trace=connect,sendto,sendmsg,sendmmsg,listen'),
    ...[process.execPath, STAND_IN, main, '--data', dataDir],
  ],
  { stdio: 'ignore', env: { ...env, SWEETSPOT_HEADLESS: '1' } },
);
// The app brings what is connected up to date as it starts, so that is made anew afterwards.
for (const deadline = Date.now() + START_MS; isTraced() && Date.now() < deadline;) await wait(100);
connect();
const stage = await openStage(desk, { names, homeDir, session, bus, apps: [] });
const words = new Set<string>();
const planted: string[] = [];
const seen = async (name: BrowserName) => {
  await wait(2_500);
  words.add(`${BROWSERS[name].name}: ${stage.heard(name)}`);
};
for (const name of names) {
  const hands = stage.handsOn(name);
  hands.toBrowser();
  await seen(name);
  for (const page of ['in/zanzibar-quispel', 'messaging/thread/zanzibar-quispel', 'jobs']) {
    await hands.go(`https://www.linkedin.com/${page}/`);
    await seen(name);
  }
  await hands.press('t');
  hands.toOtherProgram();
  await seen(name);
  hands.toBrowser();
  const state = stage.stateOf(name);
  if (!state || isPlantedInHost(state)) planted.push(`the memory of ${name}'s host`);
}
planted.push(...plantedFiles(runtimeFolder({ XDG_RUNTIME_DIR: session })));
await stage.close();
// strace ends when what it traces does.
for (const { pid } of descendants(app.pid ?? 0).slice(0, 1)) process.kill(pid, 'SIGTERM');
await once(app, 'exit');
await desk.stop();
planted.push(...plantedFiles(dataDir));

const appTrace = readFileSync(join(workDir, 'app.trace'), 'utf8');
const traceFiles = readdirSync(workDir).filter((name) => name.startsWith('host.trace'));
const hostTraces = traceFiles.map((name) => readFileSync(join(workDir, name), 'utf8'));
const hostLines = hostTraces.flatMap((text) => text.split('\n').filter(Boolean));
print({
  browsers: names.map((name) => BROWSERS[name].name),
  words: [...words],
  stored: [...new Set(storedSpans(dataDir).map(({ activity }) => activity))],
  app: readTrace(appTrace),
  accessibility:
    typeof found === 'string' ? found : (appTrace.match(/connect\(.*\/at-spi\/bus/gu)?.length ?? 0),
  hosts: hostTraces.filter((text) => text.startsWith('execve(')).length,
  hostCalls: hostLines.filter((line) => !/^execve\(|^\+\+\+|^---/.test(line)),
  names: [...resolver.names],
  packets: packetsOnTheWire() - before,
  planted,
});
