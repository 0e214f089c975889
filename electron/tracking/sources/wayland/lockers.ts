import { readdirSync, readFileSync } from 'node:fs';

/** Programs that lock the screen of such a compositor, as the system names their processes (15 signs at most). */
const LOCKERS: ReadonlySet<string> = new Set([
  'swaylock',
  'swaylock-plugin',
  'gtklock',
  'waylock',
  'hyprlock',
  'schlock',
  'cosmic-greeter',
]);

/**
 * Whether a program that locks the screen is at work. No compositor tells of a lock; that nothing is in front, which it
 * tells, is also so on an empty workspace.
 *
 * @param procDir where the system tells of its processes.
 */
export function isLockerAtWork(procDir = '/proc'): boolean {
  const processes = readdirSync(procDir).filter((name) => /^\d+$/.test(name));
  return processes.some((id) => {
    try {
      return (
        LOCKERS.has(readFileSync(`${procDir}/${id}/comm`, 'utf8').trim()) && isAlive(procDir, id)
      );
    } catch {
      // It has ended meanwhile.
      return false;
    }
  });
}

/** Whether it has not ended: one that was not waited for yet keeps its name. */
function isAlive(procDir: string, id: string): boolean {
  const state = /^\d+ \(.*\) (\S)/s.exec(readFileSync(`${procDir}/${id}/stat`, 'utf8'))?.[1];
  return state !== 'Z' && state !== 'X';
}
