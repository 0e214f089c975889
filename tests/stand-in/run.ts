/**
 * @file Runs a built main process on the stand-in: `node tests/stand-in/run.ts dist/main/main.js`.
 * A test double for machines without an Electron binary; never part of the packaged app.
 */
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const STAND_IN = pathToFileURL(resolve(import.meta.dirname, 'electron-default.ts')).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: STAND_IN, shortCircuit: true } : next(specifier, context),
});

const [node = process.execPath, , main, ...rest] = process.argv;
if (main === undefined) {
  console.error('Usage: node tests/stand-in/run.ts MAIN [ARGUMENT...]');
  process.exit(2);
}
const entry = resolve(main);
process.argv = [node, entry, ...rest];

const { app } = await import('./electron.ts');
const { answerTests } = await import('./test-channel.ts');
const { pretendPlatform } = await import('./real-platform.ts');
answerTests();
pretendPlatform();
await import(pathToFileURL(entry).href);
app.codeLoaded();
