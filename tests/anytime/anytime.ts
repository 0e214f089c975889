/**
 * @file Runs the tests as if it were another time in another place: `npm run test:anytime`. Needs nothing but Node;
 * languages and zones come with it.
 *
 * - `--moment NAME` runs one of moments.ts; may be given more than once; all of them unless told
 * - `--project unit` or `e2e`; both unless told. The files of e2e each start at the moment, as a file takes a while
 * - `--at-once N` files of e2e are run beside each other; as many as there are cores unless told
 * - what else is named are files or parts of their names: `npm run test:anytime -- --project e2e figures review`
 *
 * @returns status 1 where a test failed, with the names of those that did at the end.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import '../../build/build.ts';
import { ROOT } from '../../build/bundle.ts';
import { type Moment, MOMENTS } from './moments.ts';

const VITEST = join(createRequire(import.meta.url).resolve('vitest/package.json'), '../vitest.mjs');
const CLOCK = pathToFileURL(join(import.meta.dirname, 'shifted-clock.ts')).href;
const PROJECTS = ['unit', 'e2e'];

/** The environment of a machine that is in that place, and at that moment now. */
function environmentAt({ at, zone, locale }: Moment): NodeJS.ProcessEnv {
  return {
    ...process.env,
    TZ: zone,
    LANG: locale,
    LC_ALL: locale,
    SWEETSPOT_TEST_AHEAD_MS: String(Date.parse(at) - Date.now()),
    NODE_OPTIONS: `--import=${CLOCK}`,
  };
}

/** What is run from the start of the moment: all of unit, each file of e2e. */
function runsOf(project: string, wanted: readonly string[]): (readonly string[])[] {
  if (project !== 'e2e') return [wanted];
  return readdirSync(join(ROOT, 'tests/e2e'))
    .filter((file) => file.endsWith('.spec.ts'))
    .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
    .map((file) => [`tests/e2e/${file}`]);
}

const { values, positionals } = parseArgs({
  options: {
    moment: { type: 'string', multiple: true },
    project: { type: 'string', multiple: true },
    'at-once': { type: 'string' },
  },
  allowPositionals: true,
});
const names = values.moment ?? MOMENTS.map(({ name }) => name);
const moments = names.map((name) => {
  const moment = MOMENTS.find((one) => one.name === name);
  if (moment !== undefined) return moment;
  throw new Error(`There is no ${name}; the moments are ${MOMENTS.map((one) => one.name).join()}`);
});

/** What is run in one go, at a moment. */
interface Run {
  readonly moment: Moment;
  readonly project: string;
  readonly files: readonly string[];
}

const failed: string[] = [];

/** Runs tests from the start of their moment on, and prints what they said once they have ended. */
async function runAt({ moment, project, files }: Run): Promise<void> {
  const title = [moment.name, project, ...files].join(' ');
  const child = spawn(
    process.execPath,
    [VITEST, 'run', '--project', `${project}*`, '--reporter=dot', ...files],
    { cwd: ROOT, env: environmentAt(moment), stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part: Buffer) => said.push(part));
  }
  const [status] = (await once(child, 'close')) as [number | null];
  if (status !== 0) failed.push(title);
  const where = `${moment.at} ${moment.zone} ${moment.locale}`;
  process.stdout.write(`\n${title}: ${where}\n${Buffer.concat(said).toString()}`);
}

const runs = moments.flatMap((moment) =>
  (values.project ?? PROJECTS).flatMap((project) =>
    runsOf(project, positionals).map((files): Run => ({ moment, project, files })),
  ),
);
// All of unit takes every core by itself.
const beside = runs.filter(({ project }) => project === 'e2e');
for (const run of runs) if (run.project !== 'e2e') await runAt(run);
const atOnce = Number(values['at-once'] ?? availableParallelism());
await Promise.all(
  Array.from({ length: atOnce }, async () => {
    for (let run = beside.shift(); run !== undefined; run = beside.shift()) await runAt(run);
  }),
);
process.stdout.write(
  failed.length === 0 ? '\nAll of them hold.\n' : `\nFailed:\n${failed.join('\n')}\n`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
