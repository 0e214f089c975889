import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ROOT } from '../../../build/bundle.ts';
import { createGuidelineHandlers } from '../../../electron/agreement/guideline-handlers.ts';
import {
  GUIDELINE_FILE_BYTES,
  guidelineFileSchema,
  parseGuidelineFile,
} from '../../../shared/settings/guideline-file.ts';
import { tempDir } from '../../support/temp-dir.ts';

const SALES = {
  goal: 'Staying in touch with customers (R&D too): 20 min at 9:30.',
  block: { minMinutes: 20, maxMinutes: 40 },
  window: { from: '09:00', to: '10:00' },
  purposes: { feed: 'business' },
};
const FILE = {
  format: 'sweetspot-guideline',
  version: 1,
  name: 'Guideline 2027',
  roles: { sales: SALES },
};

function problemOf(file: unknown) {
  const reading = parseGuidelineFile(typeof file === 'string' ? file : JSON.stringify(file));
  return reading.ok ? undefined : reading.problem;
}
const withSales = (part: object) => ({ ...FILE, roles: { sales: { ...SALES, ...part } } });

test('a sound file is read as it stands', () => {
  expect(parseGuidelineFile(`\uFEFF${JSON.stringify(FILE)}`)).toEqual({
    ok: true,
    guideline: FILE,
  });
});

test('the example of the docs is sound, and the published schema is the one that files are read by', () => {
  const page = readFileSync(join(ROOT, 'docs/guideline.md'), 'utf8');
  const [, example = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
  expect(problemOf(example)).toBeUndefined();
  const published: unknown = JSON.parse(
    readFileSync(join(ROOT, 'docs/guideline.schema.json'), 'utf8'),
  );
  // Made by: node build/guideline-schema.ts
  expect(published).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(guidelineFileSchema))));
});

describe('what is refused', () => {
  test.each([
    ['', 'not-json', ''],
    ['['.repeat(60_000), 'not-json', ''],
    [[], 'not-guideline', ''],
    [{ format: 'sweetspot-rules', version: 1 }, 'not-guideline', ''],
    [{ ...FILE, version: 2 }, 'newer', 'version'],
    [{ ...FILE, version: '1' }, 'wrong-value', 'version'],
    [{ format: FILE.format, version: 1 }, 'missing-key', 'roles'],
    [{ ...FILE, roles: {} }, 'wrong-value', 'roles'],
    [{ ...FILE, shieldJobs: false, report: 'weekly' }, 'unknown-key', 'shieldJobs, report'],
    [{ ...FILE, roles: { boss: {} } }, 'unknown-key', 'boss'],
    [withSales({ measureOutside: true }), 'unknown-key', 'measureOutside'],
    [withSales({ 'a\u202Eb\n': 1 }), 'unknown-key', 'a\uFFFDb\uFFFD'],
    [withSales({ purposes: { jobs: 'business' } }), 'unknown-key', 'jobs'],
    [withSales({ purposes: { private: 'business' } }), 'unknown-key', 'private'],
    [withSales({ purposes: { feed: 'good' } }), 'wrong-value', 'roles.sales.purposes.feed'],
    [withSales({ block: { minMinutes: 40, maxMinutes: 20 } }), 'wrong-value', 'roles.sales.block'],
    [withSales({ block: { minMinutes: 5 } }), 'missing-key', 'roles.sales.block.maxMinutes'],
    [withSales({ window: { from: '09:00', to: '09:00' } }), 'wrong-value', 'roles.sales.window'],
    [
      withSales({
        block: { minMinutes: 15, maxMinutes: 45 },
        window: { from: '09:00', to: '09:30' },
      }),
      'outgrows-window',
      'roles.sales',
    ],
    [withSales({ goal: 'x'.repeat(601) }), 'wrong-value', 'roles.sales.goal'],
  ])('%j', (file, code, at) => {
    expect(problemOf(file)).toEqual({ code, at });
  });

  test('a key that hides a prototype, at any depth', () => {
    const text = JSON.stringify(FILE).replace('"goal"', '"__proto__":{"shieldJobs":false},"goal"');
    expect(problemOf(text)).toEqual({ code: 'unknown-key', at: '__proto__' });
  });

  const BAD = [
    'https://example.com',
    'see www.example.com',
    'example.nl',
    'a@b',
    '//host/share',
    'javascript:alert(1)',
    'mailto:you',
    '<b>',
    '[text](there)',
    '`code`',
    '{{goal}}',
    'a|b',
    '\\\\host',
    '&lt;',
    '&#60;',
    '\u202E',
    '\u2066',
    '\u200B',
    '\u2028',
    '\u0000',
    '\n',
    '\uD800',
    '\uE000',
  ];
  test.each(BAD)('text with %j', (bad) => {
    expect(problemOf(withSales({ goal: `Keeping up ${bad} with customers` }))).toEqual({
      code: 'not-plain',
      at: 'roles.sales.goal',
    });
  });

  test('such text between any other, in the goal and in the name', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 30 }),
        fc.constantFrom(...BAD),
        fc.string({ unit: 'binary', maxLength: 30 }),
        (before, bad, after) => {
          const text = `${before} ${bad} ${after}`;
          expect(problemOf(withSales({ goal: text }))?.code).toBe('not-plain');
          expect(problemOf({ ...FILE, name: text })?.code).toBe('not-plain');
        },
      ),
    );
  });
});

test('whatever the file, it is read whole or refused with a code, and nothing but the terms comes out', () => {
  const anything = fc.oneof(
    fc.json(),
    fc.string({ unit: 'binary' }),
    fc
      .record({
        format: fc.constant('sweetspot-guideline'),
        version: fc.constantFrom<unknown>(1, 1, 2, '1'),
        roles: fc.oneof(
          fc.anything(),
          fc.dictionary(fc.constantFrom('sales', 'other', 'boss'), fc.anything()),
          fc.dictionary(
            fc.constantFrom('sales', 'other'),
            fc.record(
              {
                goal: fc.string({ unit: 'grapheme' }),
                block: fc.record({ minMinutes: fc.integer(), maxMinutes: fc.integer() }),
                extra: fc.anything(),
              },
              { requiredKeys: [] },
            ),
          ),
        ),
      })
      // A big integer has no JSON.
      .map((file) =>
        JSON.stringify(file, (_, part: unknown) => (typeof part === 'bigint' ? 0 : part)),
      ),
  );
  fc.assert(
    fc.property(anything, (text) => {
      const reading = parseGuidelineFile(text);
      if (!reading.ok) return;
      expect(JSON.parse(text)).toEqual(reading.guideline);
      for (const suggestion of Object.values(reading.guideline.roles)) {
        expect(['goal', 'block', 'window', 'purposes']).toEqual(
          expect.arrayContaining(Object.keys(suggestion)),
        );
      }
    }),
    { numRuns: 1_000 },
  );
});

test('a chosen file is read up to its bound, and refused beyond it', async () => {
  const file = join(tempDir(), 'guideline.json');
  const open = (chosen?: string) =>
    createGuidelineHandlers(() => Promise.resolve(chosen))['guideline:import']();
  await writeFile(file, JSON.stringify(FILE));
  expect(await open(file)).toEqual({ status: 'read', guideline: FILE });
  await writeFile(file, JSON.stringify(FILE).padEnd(GUIDELINE_FILE_BYTES + 1));
  expect(await open(file)).toEqual({ status: 'refused', problem: { code: 'too-long', at: '' } });
  await writeFile(file, Buffer.from('{"name":"Zoë"}', 'latin1'));
  expect(await open(file)).toEqual({ status: 'refused', problem: { code: 'not-utf-8', at: '' } });
  expect(await open()).toEqual({ status: 'cancelled' });
  await expect(open(`${file}.none`)).rejects.toMatchObject({ code: 'not-found' });
});
