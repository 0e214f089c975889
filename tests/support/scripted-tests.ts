import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { type LaunchOptions, type TestApp, launchApp, makeDataDir } from './driver.ts';
import { type ScriptedApp, scriptedApp } from './scripted-window.ts';

/** The scripted app of a file of tests, and what its tests started and made. */
export interface ScriptedTests extends Pick<ScriptedApp, 'main' | 'show'> {
  /** Apps that are closed after the test; emptied by one that ends them itself. */
  readonly running: TestApp[];
  /** Makes a data folder that goes after all tests, when nothing uses it any more. */
  dataDir(): Promise<string>;
  launch(dataDir: string, options?: Partial<LaunchOptions>): Promise<TestApp>;
}

/** Gives the tests of a file a scripted app, and tidies up after each and all of them. */
export function useScriptedApp(): ScriptedTests {
  let scripted: ScriptedApp | undefined;
  const folders: string[] = [];
  const running: TestApp[] = [];
  const current = (): ScriptedApp => {
    if (scripted === undefined) throw new Error('There is a scripted app within tests alone');
    return scripted;
  };
  beforeAll(() => {
    scripted = scriptedApp();
  });
  afterEach(async () => {
    for (const app of running.splice(0)) await app.close();
  });
  afterAll(() => {
    scripted?.remove();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });
  return {
    get main() {
      return current().main;
    },
    show: (sample) => current().show(sample),
    running,
    async dataDir() {
      const dir = await makeDataDir();
      folders.push(dir);
      return dir;
    },
    async launch(dataDir, options = {}) {
      const app = await launchApp({ dataDir, main: current().main, ...options });
      running.push(app);
      return app;
    },
  };
}
