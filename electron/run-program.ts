import { execFile } from 'node:child_process';

/** Runs a program and gives what it wrote; rejects where it fails or takes too long. */
export type RunProgram = (program: string, args: readonly string[]) => Promise<string>;

const TIMEOUT_MS = 1_000;

/** The same, on this computer. */
export const runProgram: RunProgram = (program, args) =>
  new Promise((resolve, reject) => {
    execFile(program, [...args], { timeout: TIMEOUT_MS }, (error, stdout) => {
      if (error) reject(new Error(`${program} failed`));
      else resolve(stdout);
    });
  });
