import { execFile } from 'node:child_process';

/**
 * Keeps the system from writing a core dump of this process, which would have in it what a window's title was.
 * Node cannot lower its own limit; `prlimit`, a part of nearly every Linux, can. Where it is not there, the
 * system's own limit stays. What Chromium's helper processes hold is the page, not what other windows show.
 */
export function forbidCoreDumps(): void {
  if (process.platform !== 'linux') return;
  execFile('prlimit', [`--pid=${process.pid}`, '--core=0'], () => undefined);
}
