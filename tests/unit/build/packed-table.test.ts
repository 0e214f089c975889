import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../../build/bundle.ts';
import { packedModule } from '../../../build/packed-table.ts';

const table = readFileSync(join(ROOT, 'shared/linkedin/browser-texts.json'), 'utf8');

test('what browsers write in all languages takes less than 60 kB of the package', () => {
  expect(Buffer.byteLength(packedModule(table))).toBeLessThan(60_000);
});

test('is the same table once it is unpacked', async () => {
  const code = Buffer.from(packedModule(table)).toString('base64');
  const module: unknown = await import(`data:text/javascript;base64,${code}`);
  expect(module).toMatchObject({ default: JSON.parse(table) as unknown });
});
