/**
 * @file Everything that is checked without running the app, two checks at a time: `npm run check`. `node build/check.ts
 * types` is the types alone.
 *
 * @returns status 1 where a check found something; what it said is printed once it is over.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { ROOT } from './bundle.ts';

/** A program of a development dependency, of the same name, with its arguments. */
type Check = readonly [program: string, ...args: string[]];

/** Every folder has its own compiler options. What the compiler knows of unchanged files is kept between runs. */
function typesOf(folder: string): Check {
  const known = `node_modules/.cache/typecheck/${folder === '.' ? 'root' : folder}.tsbuildinfo`;
  return ['tsc', '-p', folder, '--pretty', '--incremental', '--tsBuildInfoFile', known];
}

const lint = (...files: string[]): Check => ['eslint', '--max-warnings', '0', ...files];

/** What is linted by itself; all else is linted together. */
const APART = ['tests', 'build'];

/** The longest first, so that both lanes end at about the same time. */
const CHECKS: readonly Check[] = [
  lint(...APART),
  typesOf('tests'),
  lint('.', ...APART.flatMap((folder) => ['--ignore-pattern', `${folder}/`])),
  ...['electron', 'renderer', 'build', 'companion', 'shared', '.'].map(typesOf),
  ['prettier', '--check', '.'],
  ['knip', '--no-progress'],
  ['jscpd'],
];

const PACKAGES: Readonly<Record<string, string>> = { tsc: 'typescript' };
const binSchema = z.object({ bin: z.union([z.string(), z.record(z.string(), z.string())]) });

/** The file of a program. */
function fileOf(program: string): string {
  const folder = join(ROOT, 'node_modules', PACKAGES[program] ?? program);
  const { bin } = binSchema.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
  const file = typeof bin === 'string' ? bin : bin[program];
  if (file === undefined) throw new Error(`${program} is no program of its package`);
  return join(folder, file);
}

/** Runs a check. @returns whether it found nothing. */
async function isClean([program, ...args]: Check): Promise<boolean> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [fileOf(program), ...args], {
    cwd: ROOT,
    env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const clean = child.exitCode === 0;
  console.log(`${clean ? 'ok' : 'NOT ok'}: ${[program, ...args].join(' ')} (${seconds} s)`);
  if (!clean) console.log(`${out}${err}`);
  return clean;
}

const wanted =
  process.argv[2] === 'types' ? CHECKS.filter(([program]) => program === 'tsc') : CHECKS;
const queue = [...wanted];

async function lane(): Promise<boolean> {
  let clean = true;
  for (let check = queue.shift(); check; check = queue.shift()) {
    clean = (await isClean(check)) && clean;
  }
  return clean;
}

const results = await Promise.all([lane(), lane()]);
process.exitCode = results.every(Boolean) ? 0 : 1;
