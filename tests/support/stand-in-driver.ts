import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Browser, chromium, type Page } from 'playwright-core';
import { ROOT } from '../../build/bundle.ts';
import { PAGE_ORIGIN } from '../stand-in/page-url.ts';
import type { StartedApp, StartOptions } from './driver.ts';
import { watchChild } from './watch-child.ts';

/** The built main process of the product. */
export const PRODUCT = join(ROOT, 'dist/main/main.js');
/** What runs a main process on the stand-in. */
export const STAND_IN = join(ROOT, 'tests/stand-in/run.ts');

const START_TIMEOUT_MS = 40_000;
const QUIT_TIMEOUT_MS = 15_000;

/** Starts a built main process on the stand-in, whose page is reached beside it over DevTools. */
export function startOnStandIn(options: StartOptions): StartedApp {
  const child = spawn(process.execPath, [STAND_IN, options.main ?? PRODUCT, ...options.args], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'advanced',
    env: {
      ...process.env,
      ...options.env,
      SWEETSPOT_TEST_DEVTOOLS: '1',
      SWEETSPOT_TEST_COLOR_SCHEME: options.colorScheme,
      ...(options.headless === undefined
        ? {}
        : { SWEETSPOT_HEADLESS: options.headless ? '1' : '0' }),
    },
  });
  const { output, exited } = watchChild(child);
  const ask = createAsker(child);

  let browser: Browser | undefined;
  const attach = async (): Promise<Page> => {
    await browser?.close();
    const deadline = Date.now() + START_TIMEOUT_MS;
    while (Date.now() < deadline && child.exitCode === null && child.signalCode === null) {
      const endpoint = await ask('endpoint', undefined).catch(() => undefined);
      if (typeof endpoint === 'string') {
        // Only looks on: what the app asked of its pages stays as it is.
        browser = await chromium.connectOverCDP(endpoint, { noDefaults: true });
        const page = await findPage(browser, deadline);
        if (page !== undefined) return page;
      }
      await wait(50);
    }
    child.kill('SIGKILL');
    throw new Error(`The app showed no page. It said:\n${output()}`);
  };

  return {
    pid: child.pid ?? 0,
    output,
    exited,
    attach,
    evaluate: async <R>(run: (...args: never[]) => R | Promise<R>, arg?: unknown): Promise<R> =>
      (await ask(run.toString(), arg)) as R,
    close: async () => {
      await browser?.close();
      if (child.exitCode === null && child.signalCode === null) {
        await ask('({ app }) => { setImmediate(() => app.quit()); }', undefined);
        const late = wait(QUIT_TIMEOUT_MS, 'late', { ref: false });
        if ((await Promise.race([exited, late])) === 'late') {
          child.kill('SIGKILL');
          throw new Error(`The app did not quit. It said:\n${output()}`);
        }
      }
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
      await browser?.close();
    },
  };
}

/** The app's page, once it has loaded; undefined where there is none before the deadline. */
async function findPage(browser: Browser, deadline: number): Promise<Page | undefined> {
  while (Date.now() < deadline && browser.isConnected()) {
    const pages = browser.contexts().flatMap((context) => context.pages());
    const page = pages.find((one) => one.url().startsWith(`${PAGE_ORIGIN}/`));
    if (page !== undefined) {
      await page.waitForLoadState('load');
      return page;
    }
    await wait(20);
  }
  return undefined;
}

/** Asks the main process over the channel of its process; see tests/stand-in/test-channel.ts. */
function createAsker(child: ChildProcess) {
  interface Waiting {
    resolve: (value: unknown) => void;
    reject: (error: Error) => void;
  }
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  child.on('message', (message: unknown) => {
    const { id, value, error } = message as { id: number; value?: unknown; error?: string };
    const one = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) one?.resolve(value);
    else one?.reject(new Error(error));
  });
  child.on('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error('The app has ended'));
    waiting.clear();
  });
  return async (source: string, arg: unknown): Promise<unknown> => {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    asked += 1;
    waiting.set(asked, { resolve, reject });
    child.send({ id: asked, source, arg }, (error) => {
      if (error !== null) reject(error);
    });
    return await promise;
  };
}
