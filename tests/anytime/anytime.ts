/**
 * @file Runs the tests as if it were another time in another place: `npm run test:anytime`. Needs nothing but Node;
 * languages and zones come with it.
 *
 * - `--moment NAME` runs one of moments.ts; may be given more than once; all of them unless told
 * - `--project unit` or `e2e`; both unless told. The files of e2e each start at the moment, as a file takes a while
 * - what else is named are files or parts of their names: `npm run test:anytime -- --project e2e figures review`
 *
 * @returns status 1 where a test failed, with the names of those that did at the end.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
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
  },
  allowPositionals: true,
});
const names = values.moment ?? MOMENTS.map(({ name }) => name);
const moments = names.map((name) => {
  const moment = MOMENTS.find((one) => one.name === name);
  if (moment !== undefined) return moment;
  throw new Error(`There is no ${name}; the moments are ${MOMENTS.map((one) => one.name).join()}`);
});

const failed: string[] = [];
for (const moment of moments) {
  for (const project of values.project ?? PROJECTS) {
    for (const files of runsOf(project, positionals)) {
      const title = [moment.name, project, ...files].join(' ');
      process.stdout.write(`\n${title}: ${moment.at} ${moment.zone} ${moment.locale}\n`);
      const { status } = spawnSync(
        process.execPath,
        [VITEST, 'run', '--project', `${project}*`, '--reporter=dot', ...files],
        { cwd: ROOT, env: environmentAt(moment), stdio: 'inherit' },
      );
      if (status !== 0) failed.push(title);
    }
  }
}
process.stdout.write(
  failed.length === 0 ? '\nAll of them hold.\n' : `\nFailed:\n${failed.join('\n')}\n`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
