/** @file Builds the app into `dist/`. What is newer than its sources is left as it is. */
import { join } from 'node:path';
import { buildApp, isOld, ROOT } from './bundle.ts';
import { buildCompanion, COMPANION } from './companion.ts';

const inputs = ['electron', 'companion', 'shared', 'renderer', 'build', 'package-lock.json'].map(
  (input) => join(ROOT, input),
);

await buildApp(
  {
    main: join(ROOT, 'electron/start.ts'),
    workers: {
      'check-worker': join(ROOT, 'electron/storage/check-worker.ts'),
      'window-worker': join(ROOT, 'electron/tracking/sources/window-worker.ts'),
      'import-worker': join(ROOT, 'electron/import/import-worker.ts'),
    },
    preload: join(ROOT, 'electron/preload.ts'),
    renderer: join(ROOT, 'renderer'),
  },
  join(ROOT, 'dist'),
  inputs,
);

if (await isOld(COMPANION.host, inputs)) await buildCompanion();
