import type { Readable } from 'node:stream';
import {
  type BrowserId,
  type ConnectionState,
  type Hello,
  isBrowserId,
  readHello,
  readSaid,
} from '../contract.ts';
import { ownFolder, runtimeFolder } from '../runtime-folder.ts';
import { createFrameReader } from './frames.ts';
import { createStateFile } from './state-file.ts';

/** The argument by which a program is the host and nothing else. */
export const HOST_SWITCH = '--companion-host=';

/** The browser that the arguments say starts this process as its host; undefined where they say nothing like it. */
export function hostBrowser(args: readonly string[]): BrowserId | undefined {
  const id = args.find((arg) => arg.startsWith(HOST_SWITCH))?.slice(HOST_SWITCH.length);
  return isBrowserId(id) ? id : undefined;
}

/** What a host needs from around it. */
export interface HostNeeds {
  readonly browser: BrowserId;
  readonly input: Readable;
  readonly env: NodeJS.ProcessEnv;
  readonly pid: number;
  readonly nowMs: () => number;
  /** Ends the process; nothing is left to do then. */
  readonly exit: (code: number) => void;
}

/**
 * Hands what the extension says to the app, by one file. It ends when the browser does, and at the first message that
 * it does not know. It answers nothing, and writes nothing else.
 */
export function runHost(needs: HostNeeds): void {
  const { browser, input, pid, nowMs } = needs;
  const folder = runtimeFolder(needs.env);
  const read = createFrameReader();
  const file = createStateFile(folder, pid);
  let hello: Hello | undefined;
  let ended = false;

  function end(code: number): void {
    if (ended) return;
    ended = true;
    input.destroy();
    file.remove();
    needs.exit(code);
  }

  /** Takes one message. @returns the state after it; null where none is told yet, undefined where it is none. */
  function take(message: unknown): ConnectionState | null | undefined {
    if (!hello) {
      hello = readHello(message);
      return hello && null;
    }
    const said = readSaid(message);
    return said && { ...hello, browser, pid, word: said.word, atMs: nowMs() };
  }

  function onBytes(bytes: Uint8Array): void {
    if (ended) return;
    try {
      for (const message of read(bytes)) {
        const state = take(message);
        if (state === undefined) return end(1);
        if (state) file.write(state);
      }
    } catch {
      end(1);
    }
  }

  if (!ownFolder(folder)) {
    end(1);
    return;
  }
  input.on('data', onBytes);
  input.on('end', () => end(0));
  input.on('close', () => end(0));
  input.on('error', () => end(1));
}

/** Runs as the host of a browser, over this process. */
export function runHostProcess(browser: BrowserId): void {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => process.stdin.destroy());
  }
  runHost({
    browser,
    input: process.stdin,
    env: process.env,
    pid: process.pid,
    nowMs: Date.now,
    exit: (code) => process.exit(code),
  });
}
