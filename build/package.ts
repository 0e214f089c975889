/**
 * @file Builds the app and packages it for this system with electron-builder, whose arguments it
 * takes: `npm run package -- --dir` stops at the unpacked app. ELECTRON_DIST names an unpacked
 * Electron, or a folder with its zip; with `--dir` no network is needed then.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import './build.ts';
import { afterRemove } from './after-remove.ts';
import { ROOT } from './bundle.ts';
import { writeLicences } from './licences.ts';

const DIST = join(ROOT, 'dist');

/** Where the app can be had from, which deb and rpm name; a workflow of GitHub knows its own. */
function homepage(): string {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = process.env;
  return server && repository ? `${server}/${repository}` : 'https://sweetspot.invalid';
}

await writeLicences(DIST, join(DIST, 'THIRD-PARTY-LICENSES.txt'));
writeFileSync(join(DIST, 'after-remove.tpl'), afterRemove());

const electronDist = process.env['ELECTRON_DIST'] ?? '';
const { status, error } = spawnSync(
  process.execPath,
  [
    join(ROOT, 'node_modules/electron-builder/cli.js'),
    'build',
    '--publish=never',
    `--config.extraMetadata.homepage=${homepage()}`,
    ...(electronDist === '' ? [] : [`--config.electronDist=${resolve(electronDist)}`]),
    ...process.argv.slice(2),
  ],
  // Its command line would ask the registry for a newer one of itself.
  { cwd: ROOT, stdio: 'inherit', env: { ...process.env, NO_UPDATE_NOTIFIER: '1' } },
);
if (error) throw error;
process.exitCode = status ?? 1;
