/** @file What the pages name is there: packages, tests, files, settings. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ROOT } from '../../../build/bundle.ts';
import { openMemoryDatabase } from '../../../electron/storage/database.ts';
import { en } from '../../../renderer/i18n/en.ts';
import { SETTING_SCHEMAS } from '../../../shared/settings/settings.ts';

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

const PAGES = globSync(['*.md', 'docs/*.md'], { cwd: ROOT });

test('every dependency stands in docs/dependencies.md, with its reason', () => {
  const names = z.record(z.string(), z.string());
  const { dependencies, optionalDependencies, devDependencies } = z
    .object({ dependencies: names, optionalDependencies: names, devDependencies: names })
    .parse(JSON.parse(read('package.json')));
  const page = read('docs/dependencies.md');
  const all = Object.keys({ ...dependencies, ...optionalDependencies, ...devDependencies });
  const missing = all
    .map((name) => (name.startsWith('@types/') ? '@types/*' : name))
    .filter((name) => !page.includes(`\`${name}\``));
  expect(missing).toEqual([]);
});

test('no page names a package that is not there any more', () => {
  const manifest = read('package.json');
  const rows = read('docs/dependencies.md').match(/^\| [^|]+\|/gm) ?? [];
  const named = rows.flatMap((row) => [...row.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((name) => name !== '@types/*' && !manifest.includes(`"${name}"`))).toEqual(
    [],
  );
});

test.each(PAGES)('every link of %s leads to a file', (page) => {
  const links = [...read(page).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, to = '']) => to);
  const local = links.filter((to) => !/^[a-z]+:/.test(to));
  expect(local.filter((to) => !existsSync(join(ROOT, dirname(page), to)))).toEqual([]);
});

test.each(['PRIVACY.md', 'PRIVACY.nl.md'])('%s names every table and column', (page) => {
  const text = read(page);
  const database = openMemoryDatabase();
  const names = database
    .prepare(
      `SELECT m.name AS "table", c.name AS "column" FROM sqlite_schema m, pragma_table_info(m.name) c
       WHERE m.type = 'table'`,
    )
    .all()
    .flatMap(({ table, column }) => [String(table), String(column)]);
  database.close();
  expect(names.length).toBeGreaterThan(40);
  expect(names.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
});

test('the README says how figures are reckoned and what settings do as the window itself does', () => {
  const page = read('README.md');
  const texts = [
    ...Object.values(en.reckoned),
    ...Object.entries(en.settings)
      .filter(([key]) => /^(?:idle|measure|nudge|shield|ignore).*Help$/.test(key))
      .map(([, text]) => text),
  ];
  expect(texts.length).toBeGreaterThan(11);
  expect(texts.filter((text) => !page.includes(text))).toEqual([]);
});

test('every setting stands in the README, and no other', () => {
  const [, table = ''] = read('README.md').split('| key | default | meaning |');
  const [rows = ''] = table.split('\n\n');
  const keys = rows
    .split('\n')
    .flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)])
    .map(([, key]) => key);
  expect(keys.sort()).toEqual(Object.keys(SETTING_SCHEMAS).sort());
});

describe('docs/security-checks.md', () => {
  const page = read('docs/security-checks.md');
  const tests = globSync('tests/**/*.{test,spec}.ts', { cwd: ROOT });

  /** The one file of tests that a page means by a name, with or without its folders. */
  function fileOf(name: string): string | undefined {
    return tests.find((file) => file === name || basename(file) === name);
  }

  /** Whether a file has a test or a group of that title; "…" stands for what differs from case to case. */
  function hasTitle(file: string, title: string): boolean {
    const words = title.split('…').map((part) => part.trim());
    const text = read(file).replace(/\\(['"])/g, '$1');
    return words.every((part) => text.includes(part));
  }

  test('has every number', () => {
    const numbers = [...page.matchAll(/^\| (\d+) \|/gm)].map(([, number]) => Number(number));
    expect(numbers).toEqual([
      ...Array.from({ length: 21 }, (_, index) => index + 1),
      32,
      33,
      34,
      35,
    ]);
  });

  test('names tests that are there, by their titles', () => {
    const wrong: string[] = [];
    let titles = 0;
    for (const row of page.match(/^\| \d+ \|.*$/gm) ?? []) {
      let file: string | undefined;
      for (const [, name, title] of row.matchAll(/`([\w/.-]+\.(?:test|spec)\.ts)`|"([^"]+)"/g)) {
        if (name !== undefined) {
          file = fileOf(name);
          if (file === undefined) wrong.push(name);
        } else if (title !== undefined) {
          titles += 1;
          if (file === undefined || !hasTitle(file, title)) wrong.push(`${String(file)}: ${title}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(titles).toBeGreaterThan(20);
  });
});
