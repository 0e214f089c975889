import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../../build/bundle.ts';
import { MANUAL_FILE, manualPage } from '../../../build/manual.ts';
import { COMMAND_HELP, helpText } from '../../../electron/cli/help.ts';

const USAGES = COMMAND_HELP.map(({ usage }) => usage.join(' '));

test('the manual page is what the table makes of it: run `node build/manual.ts` after a change', () => {
  expect(readFileSync(MANUAL_FILE, 'utf8')).toBe(manualPage());
});

test('help and manual page name every command and option that is read', () => {
  const read = globSync('electron/cli/*.ts', { cwd: ROOT }).flatMap((file) => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    if (!/export (?:async )?function \w+Command\(/.test(text)) return [];
    const options = [...text.matchAll(/\b'?([a-z-]+)'?: \{ type: '(?:string|boolean)'/g)];
    return options.map(([, name = '']) => ({ command: basename(file, '.ts'), name }));
  });
  expect(read.length).toBeGreaterThan(10);
  const usageOf = (command: string) =>
    USAGES.filter((one) => command.startsWith(one.split(' ')[0]!));
  const missing = read.filter(
    ({ command, name }) => !usageOf(command).some((usage) => usage.includes(`--${name}`)),
  );
  expect(missing).toEqual([]);
});

test('help has the usage of each command and what it does', () => {
  for (const { usage, does } of COMMAND_HELP) {
    for (const line of [...usage, does]) expect(helpText()).toContain(line);
  }
});

test('help and what the command line knows are the same commands', () => {
  const cli = readFileSync(join(ROOT, 'electron/cli.ts'), 'utf8');
  const [, table = ''] = /const COMMANDS[^{]*\{([^}]*)\}/.exec(cli) ?? [];
  const known = [...table.matchAll(/^ +'?([a-z-]+)'?: /gm)].map(([, name]) => name);
  const helped = USAGES.map((usage) => usage.split(' ')[0]);
  expect([...new Set(helped)].sort()).toEqual(known.sort());
});
