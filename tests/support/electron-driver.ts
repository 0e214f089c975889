import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { ROOT } from '../../build/bundle.ts';
import type { StartedApp, StartOptions } from './driver.ts';
import { watchChild } from './watch-child.ts';

/** Starts a built main process on real Electron. */
export async function startOnElectron(
  options: StartOptions,
  executablePath: string,
): Promise<StartedApp> {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const app = await _electron.launch({
    executablePath,
    args: [
      ...(asRoot ? ['--no-sandbox'] : []),
      '-r',
      join(ROOT, 'tests/support/record-tray.cjs'),
      // The folder, not the file: Electron takes name and version from the package.json in it.
      options.main ?? ROOT,
      ...options.args,
    ],
    env: { ...definedEnv(), ...options.env },
    colorScheme: options.colorScheme,
  });
  const child = app.process();
  const { output, exited } = watchChild(child);

  return {
    pid: child.pid ?? 0,
    output,
    exited,
    attach: () => app.firstWindow(),
    evaluate: async <R>(run: (...args: never[]) => R | Promise<R>, arg?: unknown): Promise<R> =>
      await app.evaluate<R, unknown>(run as never, arg),
    close: async () => {
      await app.evaluate(({ app: electronApp }) => {
        electronApp.quit();
      });
      await exited;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => {
      return entry[1] !== undefined;
    }),
  );
}
