/**
 * @file The companion in the browsers that are installed here, at once, driven by keys as a user drives them, on pages
 * under LinkedIn's names that never leave this machine, with the app as built beside them:
 * `npm run test:companion -- [x11|sway [chromium|firefox]]`. With `--accessibility` first (`npm run test:accessibility`) an app looks on too that
 * asks the browsers over the accessibility bus. What is missing is said.
 */
import { execFileSync } from 'node:child_process';
import { loadavg } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import '../../build/build.ts';
import { runtimeFolder } from '../../companion/runtime-folder.ts';
import { findProgram } from '../x11/display.ts';
import { openSwayDesk } from './desk-sway.ts';
import { openX11Desk } from './desk-x11.ts';
import { measureIdle, measureLatency, median } from './measures.ts';
import { isPlantedInHost, plantedFiles } from './look-into.ts';
import {
  BROWSERS,
  BY_ACCESSIBILITY,
  type BrowserName,
  installedBrowsers,
  setStage,
  type Stage,
} from './stage.ts';
import { shownBy, type Step, stepsOf } from './steps.ts';
import { BOUNDARY_MS, hold } from './truth.ts';

/** How long a word may take on a busy machine, and how long it must stay where nothing changes. */
const PATIENCE_MS = 10_000;
const STAYS_MS = 700;
/** Between a step and the next, as a user rests. */
const REST_MS = 1_200;

/** What came of the steps in one browser. */
interface Played {
  readonly steps: number;
  readonly wrong: readonly string[];
}

async function play(stage: Stage, name: BrowserName, step: Step): Promise<string | undefined> {
  const { truth, heard } = stage;
  const before = heard(name);
  await step.act(stage.handsOn(name));
  const isSame = step.stays === true && before === step.word;
  if (step.stays) await wait(STAYS_MS);
  const isDone = () => heard(name) === step.word && (step.loads !== true || truth.hasSeen());
  for (const deadline = Date.now() + PATIENCE_MS; !isDone(); await wait(10)) {
    if (Date.now() > deadline) break;
  }
  await wait(REST_MS);
  truth.next(`${name}: ${step.name}`, step.shows);
  const now = heard(name);
  if (now === step.word && (isSame || !step.stays || before === step.word)) return undefined;
  return `${step.name}: ${step.word} expected, ${now} heard`;
}

async function tour(stage: Stage, name: BrowserName): Promise<Played> {
  const wrong: string[] = [];
  const steps = stepsOf(BROWSERS[name]);
  const hands = stage.handsOn(name);
  if (stage.actors.size > 1) {
    // The other browser waits at another page.
    hands.toOtherBrowser();
    await wait(800);
    await hands.press('n');
    await wait(800);
    stage.truth.next('the other browser', 'notifications');
  }
  hands.toBrowser();
  await wait(800);
  stage.truth.next('the browser', shownBy(stage.heard(name)));
  await hands.press('f');
  await wait(1_500);
  stage.truth.next('the first page', 'feed');
  for (const step of steps) {
    const why = await play(stage, name, step);
    if (why === undefined) continue;
    wrong.push(why);
    console.log(`  ${name}: ${why}`);
    hands.toBrowser();
  }
  return { steps: steps.length, wrong };
}

/** Holds what the apps stored to the truth, and says it. @returns whether the one with the companion is right. */
function judge({ apps }: Stage, runs: ReturnType<Stage['truth']['end']>): boolean {
  let right = true;
  for (const [index, app] of apps.entries()) {
    const held = hold(runs, app.spans());
    const figures = `${held.steps - held.wrong.length} of ${held.steps} steps right, ${(held.share * 100).toFixed(1)} % of the time`;
    const isAlone = app.name.includes('titles');
    const worst = `${held.boundaries} boundaries, ${Math.round(held.meanMs)} ms off on average, ${Math.round(held.worstMs)} ms at worst (${held.worst})`;
    console.log(`  the app ${app.name}: ${figures}${isAlone ? '' : `; ${worst}`}`);
    if (isAlone) {
      console.log(`    not right: ${[...new Set(held.wrong)].join('; ')}`);
      continue;
    }
    for (const line of [...held.wrong, ...held.broken]) console.log(`    BROKEN: ${line}`);
    const ok = held.wrong.length + held.broken.length === 0 && held.worstMs <= BOUNDARY_MS;
    if (index === 0 || app.name === BY_ACCESSIBILITY) right &&= ok;
  }
  return right;
}

/** Looks for what was planted wherever the companion and the app keep anything. */
function isClean(stage: Stage, names: readonly BrowserName[]): boolean {
  const hosts = names.filter((name) => {
    const state = stage.stateOf(name);
    return !state || isPlantedInHost(state);
  });
  const folders = [runtimeFolder({ XDG_RUNTIME_DIR: stage.session })];
  const files = [...folders, ...stage.apps.map(({ dataDir }) => dataDir)].flatMap(plantedFiles);
  for (const found of [...hosts, ...files]) console.log(`  PLANTED TEXT in ${found}`);
  return hosts.length + files.length === 0;
}

async function runOn(stage: Stage, names: readonly BrowserName[]): Promise<boolean> {
  let right = true;
  for (const name of names) {
    const { steps, wrong } = await tour(stage, name);
    console.log(`  ${name}: ${steps - wrong.length} of ${steps} words right`);
    right &&= wrong.length === 0;
  }
  const runs = stage.truth.end();
  for (const name of names) {
    const delays = await measureLatency(stage, name);
    const load = loadavg()[0]?.toFixed(1) ?? '?';
    const said = Object.entries(delays).map(([what, ms]) => `${what} ${median(ms).toFixed(0)} ms`);
    console.log(`  ${name}: from the key to the host, median: ${said.join(', ')} (load ${load})`);
  }
  const idle = await measureIdle(stage, names);
  for (const [what, seconds] of idle) {
    console.log(`  idle: ${what} ${seconds.toFixed(3)} s of processor a minute`);
  }
  right &&= isClean(stage, names);
  for (const app of stage.apps) await app.stop();
  right = judge(stage, runs) && right;
  right &&= plantedFilesAfter(stage);
  return right;
}

const plantedFilesAfter = ({ apps }: Stage) =>
  apps.every(({ dataDir }) => plantedFiles(dataDir).length === 0);

function sayVersions(names: readonly BrowserName[]): void {
  for (const [name, { programs }] of Object.entries(BROWSERS)) {
    const program = findProgram(...programs);
    if (!names.some((one) => one === name) || program === undefined) {
      console.log(`${name}: skipped, as it is not installed`);
      continue;
    }
    const said = execFileSync(program, ['--version'], { stdio: ['ignore', 'pipe', 'ignore'] });
    console.log(said.toString().trim());
  }
}

const words = process.argv.slice(2);
const byAccessibility = words[0] === '--accessibility';
const [only, alone] = byAccessibility ? words.slice(1) : words;
const names = installedBrowsers().filter((name) => alone === undefined || name === alone);
sayVersions(names);
const DESKS = { x11: openX11Desk, sway: openSwayDesk };
for (const [kind, open] of Object.entries(DESKS)) {
  if ((only !== undefined && only !== kind) || names.length === 0) continue;
  const desk = await open();
  if (typeof desk === 'string') {
    console.log(`${kind}: skipped: ${desk}`);
    continue;
  }
  console.log(`${desk.name}:`);
  try {
    const stage = await setStage(desk, names, byAccessibility);
    try {
      if (!(await runOn(stage, names))) process.exitCode = 1;
    } finally {
      await stage.close();
    }
  } finally {
    await desk.stop();
  }
}
