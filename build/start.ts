/**
 * @file Builds and opens the app. In Electron; where no Electron binary can be had, the same built
 * files run on the stand-in, in an installed Chromium, and one line says so.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import './build.ts';
import { ROOT } from './bundle.ts';
import { findElectron } from './electron-binary.ts';

const electron = findElectron();
const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
const rest = process.argv.slice(2);

if (electron === undefined) {
  console.error(
    'There is no Electron binary here, so Sweetspot runs on its stand-in, in Chromium. Ctrl-C quits.',
  );
} else if (asRoot) {
  console.error('Started by root: Electron runs with --no-sandbox.');
}

const [command, args] =
  electron === undefined
    ? [
        process.execPath,
        [join(ROOT, 'tests/stand-in/run.ts'), join(ROOT, 'dist/main/main.js'), ...rest],
      ]
    : [electron, [...(asRoot ? ['--no-sandbox'] : []), ROOT, ...rest]];

const child = spawn(command, args, { stdio: 'inherit' });

// A terminal sends Ctrl-C to the app as well, which then quits in its own time. Other signals come
// to this process alone.
process.on('SIGINT', () => undefined);
for (const signal of ['SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => child.kill(signal));
}
child.on('error', (error) => {
  console.error(`Sweetspot could not be started: ${error.message}`);
  process.exitCode = 1;
});
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
