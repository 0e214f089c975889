/**
 * @file `npm run prove:offline`: shows that nothing leaves the app. It runs as built, through a whole tour
 * and then with a page that was taken over, in an empty network and under a trace of its network calls.
 * Status 0 where nothing tried to leave, or where this machine cannot tell (one line says why); 1 with a
 * list of what did; 2 where the positive control, the app without its guards, was not caught either. After that the same
 * of the app with the companion in real browsers, which it asks over the accessibility bus too, alone with `-- companion`.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import '../../build/build.ts';
import { findElectron } from '../../build/electron-binary.ts';
import { scriptedApp } from '../support/scripted-window.ts';
import { PRODUCT } from '../support/stand-in-driver.ts';
import type { CompanionSeen } from './companion.ts';
import type { Seen } from './inside.ts';
import type { Ports } from './ports.ts';
import { missing } from './requirements.ts';
import type { Toured } from './tour.ts';
import { UNGUARDED_MAIN } from './unguarded.ts';
import { WAYS_OUT } from './ways-out.ts';

const run = promisify(execFile);
const isRoot = process.getuid?.() === 0;

/** Runs one of our scripts in an empty network of its own, and with a folder of its own, which is its first argument. */
async function inEmptyNetwork(workDir: string, script: string, ...args: readonly string[]) {
  mkdirSync(workDir, { recursive: true, mode: 0o700 });
  return await run(
    'unshare',
    [
      ...(isRoot ? [] : ['--map-root-user']),
      ...['--net', '--mount', 'sh', join(import.meta.dirname, 'empty-network.sh'), workDir],
      ...[process.execPath, join(import.meta.dirname, script), workDir, ...args],
    ],
    {
      // The stand-in lets pass what the app lets pass, so that what holds is the app's own guards.
      env: { ...process.env, SWEETSPOT_HEADLESS: '1', SWEETSPOT_TEST_NETWORK: '1' },
      maxBuffer: 64 * 2 ** 20,
    },
  );
}

/** Traces one of our scripts in an empty network. */
async function traced(dir: string, script: string, main: string): Promise<Seen> {
  const workDir = join(dir, `${script}-${String(Date.now())}`);
  const dataDir = join(workDir, 'data');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const { stdout, stderr } = await inEmptyNetwork(workDir, 'inside.ts', script, main, dataDir);
  const seen = JSON.parse(stdout) as Seen;
  if (seen.status !== 0) console.error(stderr.trim());
  return seen;
}

/** What tried to leave, in words, each once. */
function leaks({ traced, names, packets }: Seen): string[] {
  return [
    ...names.map((name) => `name looked up: ${name}`),
    ...traced.attempts.map(({ what, to }) => `${what}: ${to}`),
    ...(packets > 0 ? [`packets on the wire: ${packets}`] : []),
  ];
}

/** The ways out that reached anything, of those that a page tried. */
function reached({ traced, names }: Seen): string[] {
  const seen = [...names, ...traced.attempts.map(({ to }) => to)];
  return WAYS_OUT.filter(({ targets }) =>
    targets.some((target) =>
      seen.some((one) => one === target || one.startsWith(`${target}:`) || one.endsWith(target)),
    ),
  ).map(({ name }) => name);
}

function sum(seen: Seen): string {
  const { traced, names, packets } = seen;
  return `${names.length} names looked up, ${traced.attempts.length} addresses tried, ${packets} packets on the wire (of ${traced.calls} calls traced)`;
}

async function prove(dir: string): Promise<number> {
  const app = scriptedApp();
  try {
    const unguarded = join(dirname(app.main), 'unguarded.js');
    writeFileSync(unguarded, UNGUARDED_MAIN);
    const control = await traced(dir, 'tour.ts', unguarded);
    const guarded = await traced(dir, 'tour.ts', app.main);
    const ports = await traced(dir, 'ports.ts', app.main);
    return report(control, guarded, ports);
  } finally {
    app.remove();
  }
}

/** The app as built with the companion at work in real browsers. @returns 0 where nothing left, or it cannot be run. */
async function proveCompanion(dir: string): Promise<number> {
  const workDir = join(dir, 'companion');
  const { stdout } = await inEmptyNetwork(workDir, 'companion.ts', PRODUCT);
  const seen = JSON.parse(stdout) as CompanionSeen;
  if (seen.missing !== undefined) {
    console.log(`With the companion: skipped: ${seen.missing}.`);
    return 0;
  }
  const { accessibility, app, browsers, hosts, hostCalls, names, packets, planted, stored, words } =
    seen;
  console.log(
    `With the companion in ${browsers.join(' and ')} (${words.join(', ')}; stored: ${stored.join(', ')}): ` +
      `${hosts} hosts, ${hostCalls.length} calls of theirs to any socket; the app: ${app.attempts.length} addresses tried, ` +
      `${app.listens.length} TCP listen calls (of ${app.calls} calls traced); ${packets} packets on the wire, browsers and all.`,
  );
  console.log(
    `  App and hosts are traced, the browsers and the server of their pages are not; so the ${names.length} names that were looked up are the browsers' own.`,
  );
  console.log(
    typeof accessibility === 'string'
      ? `  The accessibility bus: skipped: ${accessibility}.`
      : `  The accessibility bus was connected to ${accessibility} times.`,
  );
  const isCompanionAtWork =
    hosts >= browsers.length && words.length >= 3 * browsers.length && stored.length >= 3;
  // What was never at work shows nothing.
  if (!isCompanionAtWork || accessibility === 0) {
    console.log('  Companion or accessibility bus was not at work: this run shows nothing.');
    return 2;
  }
  const left = [
    ...app.attempts.map(({ what, to }) => `the app ${what}: ${to}`),
    ...app.listens.map((where) => `the app listens: ${where}`),
    ...app.otherSockets.map((path) => `local socket that is not named in PRIVACY.md: ${path}`),
    ...hostCalls.map((line) => `a host: ${line}`),
    ...(packets > 0 ? [`packets on the wire: ${packets}`] : []),
    ...planted.map((where) => `a planted name in ${where}`),
  ];
  console.log(`  What tried to leave, or was kept: ${left.length === 0 ? 'nothing' : ''}`);
  for (const line of left) console.log(`  ${line}`);
  return left.length === 0 ? 0 : 1;
}

function report(control: Seen, guarded: Seen, portsRun: Seen): number {
  if (guarded.status !== 0 || portsRun.status !== 0) {
    console.error('The tour of the app did not come to its end, so nothing is shown.');
    return 2;
  }
  const toured = JSON.parse(guarded.said) as Toured;
  const ports = JSON.parse(portsRun.said) as Ports;
  const onElectron = findElectron() !== undefined;
  console.log(
    onElectron
      ? `The app as built, in Electron (Chromium ${toured.chromium}).`
      : `The app as built, on the stand-in in Chromium ${toured.chromium}: there is no Electron binary here.`,
  );
  console.log(`Tour: ${toured.steps.join(', ')}.`);
  console.log(
    `A page that was taken over began ${toured.begun.length} of ${WAYS_OUT.length} ways out; the app counted ${toured.refused} refusals.`,
  );
  const caught = leaks(control);
  const got = reached(control);
  console.log(`Without guards (positive control): ${sum(control)}.`);
  console.log(`  Ways out that got through: ${got.join(', ') || 'none'}.`);
  console.log(`As built: ${sum(guarded)}.`);
  const { silentUdp, loopbackPorts } = guarded.traced;
  if (silentUdp.length > 0) {
    console.log(`  UDP sockets connected without sending, no packet: ${silentUdp.join(', ')}.`);
  }
  if (loopbackPorts.length > 0) {
    console.log(
      `  On this computer itself: ${loopbackPorts.join(', ')} (the door of the tests to the page; 9 is the proxy that is not there).`,
    );
  }
  console.log(
    `Started without the tests' door: ${ports.processes} processes listen on ${ports.listening.length} ports, ${portsRun.traced.listens.length} TCP listen calls; ${sum(portsRun)}.`,
  );
  console.log(
    onElectron
      ? 'Rests on Electron and Chromium: the resolver rules, the WebRTC policy and the proxy that is not there.'
      : 'Rests on Chromium alone, not on Electron: the resolver rules, the WebRTC policy and the proxy that is not there. Sessions and permissions of Electron itself are not in this run, nor is the reader of the active window.',
  );

  if (caught.length === 0 || got.length < 5) {
    console.log('The positive control was not caught: this run shows nothing.');
    return 2;
  }
  const left = [
    ...leaks(guarded),
    ...leaks(portsRun),
    ...ports.listening.map(({ command, port }) => `listens on port ${port}: ${command}`),
    ...portsRun.traced.listens.map((where) => `listen: ${where}`),
    ...[guarded, portsRun].flatMap(({ traced }) =>
      traced.otherSockets.map((path) => `local socket that is not named in PRIVACY.md: ${path}`),
    ),
  ];
  console.log(`What tried to leave: ${left.length === 0 ? 'nothing' : ''}`);
  for (const line of left) console.log(`  ${line}`);
  return left.length === 0 ? 0 : 1;
}

const why = await missing();
if (why === undefined) {
  const dir = mkdtempSync(join(tmpdir(), 'sweetspot-offline-'));
  try {
    const only = process.argv[2];
    const plain = only === 'companion' ? 0 : await prove(dir);
    process.exitCode = plain || (await proveCompanion(dir));
  } finally {
    if (process.env['SWEETSPOT_PROOF_KEEP'] !== '1') rmSync(dir, { recursive: true, force: true });
    else console.log(`Traces: ${dir}`);
  }
} else {
  console.log(`prove:offline skipped: ${why}`);
}
