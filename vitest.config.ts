import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** What is held to a second or two of the clock: nothing else runs beside it. */
const ALONE = ['live', 'sight'].map((name) => `tests/e2e/${name}.spec.ts`);

/** Each test starts a browser. */
const E2E = {
  testTimeout: 90_000,
  hookTimeout: 90_000,
  // What is waited for may be told by the command line, which takes a second to start on a busy machine.
  expect: { poll: { timeout: 20_000 } },
};

export default defineConfig({
  plugins: [react()],
  test: {
    // One more than the cores of a small machine: much of what is tested waits for another process.
    maxWorkers: 3,
    // Tests start the command line and the app hundreds of times: each time after the first, what Node compiled
    // is read in place of compiled. Node compares it with the sources.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/compiled') },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/{unit,golden,contract,integration}/**/*.test.{ts,tsx}'],
          // What hangs fails; a busy machine is no reason to.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: { ...E2E, name: 'e2e', include: ['tests/e2e/**/*.spec.ts'], exclude: ALONE },
      },
      {
        extends: true,
        test: {
          ...E2E,
          name: 'e2e-alone',
          include: ALONE,
          fileParallelism: false,
          // After all others.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
