import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  test: {
    maxWorkers: 2,
    // Tests start the command line and the app hundreds of times: each time after the first, what Node compiled
    // is read in place of compiled. Node compares it with the sources.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/compiled') },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/{unit,golden,contract,integration}/**/*.test.{ts,tsx}'],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.spec.ts'],
          // Each test starts a browser: one file at a time.
          fileParallelism: false,
          testTimeout: 90_000,
          hookTimeout: 90_000,
          // What is waited for may be told by the command line, which takes a second to start on a busy machine.
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});
