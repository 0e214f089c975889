/**
 * @file Type-checks every folder with its own compiler options, two at a time. What the compiler knows of unchanged
 * files is kept between runs.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const queue = ['shared', 'companion', 'electron', 'renderer', 'build', 'tests', '.'];

async function worker(): Promise<boolean> {
  let clean = true;
  for (let folder = queue.shift(); folder !== undefined; folder = queue.shift()) {
    try {
      const known = `node_modules/.cache/typecheck/${folder === '.' ? 'root' : folder}.tsbuildinfo`;
      await run(process.execPath, [
        ...['node_modules/typescript/bin/tsc', '-p', folder, '--pretty'],
        ...['--incremental', '--tsBuildInfoFile', known],
      ]);
    } catch (error) {
      clean = false;
      console.log(error instanceof Error && 'stdout' in error ? String(error.stdout) : error);
    }
  }
  return clean;
}

const results = await Promise.all([worker(), worker()]);
process.exitCode = results.every(Boolean) ? 0 : 1;
