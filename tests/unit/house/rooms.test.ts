/** @file The rooms of the main process are those that are drawn, and nowhere does a file ask for one that asks for it. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../../build/bundle.ts';
import { FLOORS } from '../../../build/rooms.ts';

const FILES = globSync('electron/**/*.ts', { cwd: ROOT });

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

/** The files of ours that a file imports, types too. */
function importsOf(file: string): string[] {
  return [...read(file).matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, name = '']) =>
    normalize(join(dirname(file), name)),
  );
}

/** A circle among files, as the way around it; undefined where there is none. */
function circleIn(imports: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>();
  function visit(file: string, way: readonly string[]): string[] | undefined {
    const at = way.indexOf(file);
    if (at >= 0) return [...way.slice(at), file];
    if (done.has(file)) return undefined;
    for (const next of imports.get(file) ?? []) {
      const circle = visit(next, [...way, file]);
      if (circle) return circle;
    }
    done.add(file);
    return undefined;
  }
  for (const file of imports.keys()) {
    const circle = visit(file, []);
    if (circle) return circle;
  }
  return undefined;
}

test('a circle is found, and the way around it', () => {
  const round = { a: ['b', 'c'], b: [], c: ['d'], d: ['c'] };
  expect(circleIn(new Map(Object.entries(round)))).toEqual(['c', 'd', 'c']);
  expect(circleIn(new Map(Object.entries({ ...round, d: ['b'] })))).toBeUndefined();
});

test.each(['electron', 'shared', 'renderer', 'companion', 'build'])(
  '%s/ has no circle of imports, of types neither',
  (folder) => {
    const files = globSync(`${folder}/**/*.{ts,tsx}`, { cwd: ROOT });
    expect(files.length).toBeGreaterThan(5);
    expect(circleIn(new Map(files.map((file) => [file, importsOf(file)])))).toBeUndefined();
  },
);

describe('electron/', () => {
  test('has the rooms that build/rooms.ts names, and the roots alone beside them', () => {
    // A way of seeing that takes several files has a folder within its room.
    const roomOf = (file: string) =>
      dirname(file)
        .replace(/^electron\/?/, '')
        .replace(/^(tracking\/sources)\/(?!x11$)\w+$/, '$1');
    const folders = new Set(FILES.map(roomOf));
    expect([...folders].filter((folder) => folder !== '').sort()).toEqual(FLOORS.flat().sort());
    const loose = FILES.filter((file) => dirname(file) === 'electron').sort();
    expect(loose).toEqual(
      ['cli', 'main', 'news', 'preload', 'start'].map((name) => `electron/${name}.ts`),
    );
  });

  test('is drawn floor by floor in docs/architecture.md', () => {
    const [, picture = ''] = read('docs/architecture.md').split('```mermaid');
    const drawn = [...(picture.split('```')[0] ?? '').matchAll(/^ *floor\d\["(.+)"\]$/gm)];
    const floors = drawn.map(([, names = '']) => names.split(' · '));
    expect(floors.toReversed()).toEqual(FLOORS);
  });

  test('is walked in docs/architecture.md by files that are there', () => {
    const [, walks = ''] = read('docs/architecture.md').split('## Rooms');
    const named = [...(walks.split('\n## ')[0] ?? '').matchAll(/`([\w/-]+\.tsx?)`/g)];
    const missing = named
      .map(([, name = '']) => name)
      .filter(
        (name) => globSync(`{,electron/,shared/,renderer/}${name}`, { cwd: ROOT }).length === 0,
      );
    expect(named.length).toBeGreaterThan(15);
    expect(missing).toEqual([]);
  });
});
