/** @file No file grows past what one sitting can read, unless its head says why. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../../build/bundle.ts';

const MOST_LINES = 400;

/** Whether a file is short enough, or its first comment has a sentence "Long because …". */
function isReadable(text: string): boolean {
  const [head = ''] = /^\/\*\*[^]*?\*\//.exec(text) ?? [];
  return text.trimEnd().split('\n').length <= MOST_LINES || head.includes('Long because ');
}

test.each([
  ['a short file', 'const a = 1;\n'.repeat(MOST_LINES), true],
  ['a long file', 'const a = 1;\n'.repeat(MOST_LINES + 1), false],
  ['one with a reason', `/** @file X. Long because so. */\n${'\n'.repeat(MOST_LINES)}a;`, true],
  ['one with a reason below', `a;\n/** Long because so. */\n${'\n'.repeat(MOST_LINES)}a;`, false],
])('%s', (_what, text, readable) => {
  expect(isReadable(text)).toBe(readable);
});

test(`no file of ours has more than ${MOST_LINES} lines without a reason at its top`, () => {
  const files = globSync('{build,companion,electron,renderer,shared,tests}/**/*.{ts,tsx,css}', {
    cwd: ROOT,
  });
  expect(files.length).toBeGreaterThan(300);
  const long = files.filter((file) => !isReadable(readFileSync(join(ROOT, file), 'utf8')));
  expect(long).toEqual([]);
});
