/** @file Builds the app into `dist/`. What is newer than its sources is left as it is. */
import { join } from 'node:path';
import { buildApp, ROOT } from './bundle.ts';

const inputs = ['electron', 'shared', 'renderer', 'build', 'package-lock.json'];

await buildApp(
  {
    main: join(ROOT, 'electron/main.ts'),
    workers: {
      'window-worker': join(ROOT, 'electron/tracking/sources/window-worker.ts'),
      'import-worker': join(ROOT, 'electron/import/import-worker.ts'),
    },
    preload: join(ROOT, 'electron/preload.ts'),
    renderer: join(ROOT, 'renderer'),
  },
  join(ROOT, 'dist'),
  inputs.map((input) => join(ROOT, input)),
);
