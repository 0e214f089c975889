import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { ROOT } from '../../../build/bundle.ts';
import { isAllowed, SHIPPED_LICENCES } from '../../../build/licences.ts';

/** Licences of tools, besides: they stay with their files, and no tool is in the app. */
const OF_TOOLS = [
  ...SHIPPED_LICENCES,
  'CC-BY-4.0',
  'CC0-1.0',
  'MPL-2.0',
  'PSF-2.0',
  'Python-2.0',
  'WTFPL',
];

const lockSchema = z.object({
  packages: z.record(z.string(), z.object({ license: z.unknown() })),
});

test.each([
  ['MIT', true],
  ['GPL-3.0', false],
  ['MIT AND ISC', true],
  ['MIT AND GPL-3.0', false],
  ['(WTFPL OR MIT)', true],
  ['GPL-2.0 OR GPL-3.0', false],
  ['UNLICENSED', false],
  ['', false],
])('%s: %s', (expression, allowed) => {
  expect(isAllowed(expression, SHIPPED_LICENCES)).toBe(allowed);
});

test('every package of the lock file has a licence that is decided on', () => {
  const lock = lockSchema.parse(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')));
  const packages = Object.entries(lock.packages).filter(([folder]) => folder !== '');
  expect(packages.length).toBeGreaterThan(500);
  const others = packages.filter(([, { license }]) => !isAllowed(String(license), OF_TOOLS));
  expect(others.map(([folder, { license }]) => `${folder}: ${String(license)}`)).toEqual([]);
});
