import { rm } from 'node:fs/promises';
import { afterAll, beforeAll } from 'vitest';
import { fillWithExample } from '../../build/demo/example-folder.ts';
import { type TestApp, launchApp, makeDataDir } from './driver.ts';
import { settled } from './every-page.ts';

/** The app over the example's weeks, for all tests of a file; there from its first `beforeAll` on. */
export interface ExampleApp {
  readonly app: TestApp;
  /** Its data folder. */
  readonly dir: string;
}

/** Starts the app over the example before the tests of a file, and tidies up after them. */
export function useExampleApp(): ExampleApp {
  let started: ExampleApp | undefined;
  const current = (): ExampleApp => {
    if (started === undefined) throw new Error('There is an app within tests alone');
    return started;
  };
  beforeAll(async () => {
    const dir = await makeDataDir();
    fillWithExample(dir);
    started = { app: await launchApp({ dataDir: dir }), dir };
    await settled(started.app.page);
  });
  afterAll(async () => {
    await started?.app.close();
    if (started) await rm(started.dir, { recursive: true, force: true });
  });
  return {
    get app() {
      return current().app;
    },
    get dir() {
      return current().dir;
    },
  };
}
