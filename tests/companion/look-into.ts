/** @file What a process took and holds, as Linux tells. */
import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ConnectionState } from '../../companion/contract.ts';
import { descendants } from '../support/processes.ts';
import { PLANTED } from './pages.ts';

/** The part of what is planted that stands in every address and title of it, in any case. */
const NEEDLE = PLANTED.toLowerCase().split(' ')[1] ?? PLANTED;

/** Processor time that processes took so far, in seconds, to the nanosecond of each thread. One that ended counts nothing. */
export function cpuSeconds(pids: readonly number[]): number {
  const ns = pids.map((pid) => {
    try {
      return readdirSync(`/proc/${pid}/task`)
        .map((task) => readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')[0])
        .reduce((sum, one) => sum + Number(one), 0);
    } catch {
      return 0;
    }
  });
  return ns.reduce((sum, one) => sum + one, 0) / 1e9;
}

/** The processes of a browser that run extensions, and nothing else. */
export function extensionProcesses(browserPid: number): readonly number[] {
  return descendants(browserPid)
    .filter(({ pid, command }) => {
      const name = readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
      return command.includes('--extension-process') || name === 'WebExtensions';
    })
    .map(({ pid }) => pid);
}

/** Whether a text stands in the memory that a process can write to. */
function isInMemory(pid: number, text: string): boolean {
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  try {
    const maps = readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n');
    return maps.some((line) => {
      const [, from, to] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? [];
      if (from === undefined || to === undefined) return false;
      const start = Number.parseInt(from, 16);
      const bytes = Buffer.alloc(Math.min(Number.parseInt(to, 16) - start, 1 << 28));
      try {
        readSync(memory, bytes, 0, bytes.length, start);
      } catch {
        // A part that the system keeps to itself.
        return false;
      }
      return bytes.toString('latin1').toLowerCase().includes(text);
    });
  } finally {
    closeSync(memory);
  }
}

/** Whether what was planted in addresses and titles lies in the memory of a host. */
export function isPlantedInHost({ pid, table }: ConnectionState): boolean {
  // What is surely there is found, or the look is worth nothing.
  if (!isInMemory(pid, table)) throw new Error('the memory cannot be looked into');
  return isInMemory(pid, NEEDLE);
}

/** The files below a folder that have what was planted, in UTF-8 or UTF-16. */
export function plantedFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const file = join(folder, name);
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return false;
    const bytes = readFileSync(file);
    return [bytes.toString('latin1'), bytes.toString('utf16le')].some((text) =>
      text.toLowerCase().includes(NEEDLE),
    );
  });
}
