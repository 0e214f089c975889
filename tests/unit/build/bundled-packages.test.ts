import { expect, test } from 'vitest';
import { packageFolder } from '../../../build/bundled-packages.ts';

test.each([
  ['/app/electron/main.ts', undefined],
  ['\0rolldown/runtime.js', undefined],
  ['/app/node_modules/zod/v4/index.js', 'node_modules/zod'],
  ['/app/node_modules/@mantine/core/styles.css?used', 'node_modules/@mantine/core'],
  ['C:\\app\\node_modules\\zod\\index.js', 'node_modules/zod'],
  [
    '/app/node_modules/conf/node_modules/env-paths/index.js',
    'node_modules/conf/node_modules/env-paths',
  ],
])('%s is of the package %s', (id, folder) => {
  expect(packageFolder(id)).toBe(folder);
});
