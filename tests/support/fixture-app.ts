import { join } from 'node:path';
import { type AppFiles, buildApp, ROOT } from '../../build/bundle.ts';

const SOURCES = join(ROOT, 'tests/stand-in/fixture-app');

/** Builds the fixture app, the way the product is built. */
export async function buildFixtureApp(): Promise<AppFiles> {
  return await buildApp(
    {
      main: join(SOURCES, 'main.ts'),
      preload: join(SOURCES, 'preload.ts'),
      renderer: join(SOURCES, 'renderer'),
    },
    join(ROOT, 'test-results/fixture-app'),
    [SOURCES, join(ROOT, 'electron/security'), join(ROOT, 'electron/shell'), join(ROOT, 'build')],
  );
}
