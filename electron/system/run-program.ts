import { execFile } from 'node:child_process';

/** Runs a program and gives what it wrote; rejects where it fails or takes too long. */
export type RunProgram = (program: string, args: readonly string[]) => Promise<string>;

/** Runs programs of this computer. @param timeoutMs how long each may take. */
export const programRunner =
  (timeoutMs: number): RunProgram =>
  (program, args) =>
    new Promise((resolve, reject) => {
      execFile(program, [...args], { timeout: timeoutMs }, (error, stdout) => {
        if (error) reject(new Error(`${program} failed`));
        else resolve(stdout);
      });
    });

/** Runs one that answers at once. */
export const runProgram = programRunner(1_000);
