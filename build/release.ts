/**
 * @file Makes a release of what is committed: `npm run release -- 1.2.0` gives the changelog, package.json
 * and package-lock.json the version, and commits and tags that. It pushes nothing.
 * `--notes 1.2.0` only prints what changed in a version.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { changesOf, isVersion, releaseChanges } from './changelog.ts';

/** The root of the repository. Not from the build's own: this runs without an installed package. */
const ROOT = resolve(import.meta.dirname, '..');
const CHANGELOG = join(ROOT, 'CHANGELOG.md');
const FILES = ['CHANGELOG.md', 'package.json', 'package-lock.json'];

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();
}

function release(version: string): void {
  if (git('status', '--porcelain') !== '') throw new Error('Commit or undo your changes first');
  if (git('tag', '--list', `v${version}`) !== '') throw new Error(`v${version} is there already`);
  const today = new Date().toISOString().slice(0, 10);
  writeFileSync(CHANGELOG, releaseChanges(readFileSync(CHANGELOG, 'utf8'), version, today));
  for (const name of ['package.json', 'package-lock.json']) setVersion(join(ROOT, name), version);
  git('commit', '--quiet', '--message', `Release ${version}`, '--', ...FILES);
  git('tag', '--annotate', '--message', `Sweetspot ${version}`, `v${version}`);
  console.log(`Tagged v${version}. Look at it, then: git push --follow-tags`);
}

/** Changes the version of the package itself, which stands before those of all others. */
function setVersion(file: string, version: string): void {
  const text = readFileSync(file, 'utf8');
  const own = text.includes('"packages": {') ? 2 : 1;
  let seen = 0;
  const changed = text.replace(/"version": "[^"]*"/g, (found) => {
    seen += 1;
    return seen <= own ? `"version": "${version}"` : found;
  });
  writeFileSync(file, changed);
}

const { values, positionals } = parseArgs({
  options: { notes: { type: 'string' } },
  allowPositionals: true,
});
const [version] = positionals;
try {
  if (values.notes !== undefined) {
    console.log(changesOf(readFileSync(CHANGELOG, 'utf8'), values.notes));
  } else if (version !== undefined && isVersion(version)) {
    release(version);
  } else {
    throw new Error('Usage: npm run release -- VERSION, as in 1.2.0');
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
