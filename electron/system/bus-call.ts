import type { RunProgram } from './run-program.ts';

/** An object of a program on one of the message buses of a Linux desktop. */
export interface BusObject {
  readonly bus: 'system' | 'session';
  /** Name of the program on the bus. */
  readonly name: string;
  readonly path: string;
}

/** Calls a method through glib's `gdbus`; rejects where that is not installed or nobody answers. */
export async function callBus(
  run: RunProgram,
  { bus, name, path }: BusObject,
  method: string,
  args: readonly string[] = [],
): Promise<string> {
  const object = ['--dest', name, '--object-path', path];
  return await run('gdbus', ['call', `--${bus}`, ...object, '--method', method, ...args]);
}
