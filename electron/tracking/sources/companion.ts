/**
 * @file The way of seeing that browsers themselves offer, where the user connected them: what each companion said
 * last. docs/companion.md has the messages and the folder.
 */
import { type FSWatcher, readFileSync, readdirSync, rmSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';
import {
  ALIVE_MS,
  type ConnectionState,
  LONGEST_STATE,
  readState,
} from '../../../companion/contract.ts';
import { ownFolder, runtimeFolder } from '../../../companion/runtime-folder.ts';
import type { Stop } from './source.ts';

/** After so long the folder is read anew, whatever is told of it: hosts that were killed tell nothing. */
const READ_AGAIN_MS = 5_000;

/** What the connected browsers say. */
export interface Companions {
  /** What each connection said last, as long as it is there; two windows' worth of one browser may be two. */
  connections(): readonly ConnectionState[];
  /** Tells that one says something else, or is gone. */
  onChange(listener: () => void): Stop;
  /** Whether changes are told as they happen. */
  isSure(): boolean;
  stop(): void;
}

/** What looking takes. */
export interface CompanionsNeeds {
  readonly env: NodeJS.ProcessEnv;
  readonly nowMs: () => number;
}

/** Whether a process of this user is there. */
function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** The state that lies in a file; undefined where its host is gone, and the file with it. */
function readConnection(file: string, nowMs: number): ConnectionState | undefined {
  try {
    const { size, mtimeMs } = statSync(file);
    if (size > LONGEST_STATE || nowMs - mtimeMs > 3 * ALIVE_MS) return undefined;
    const state = readState(readFileSync(file, 'utf8'));
    if (state && isThere(state.pid)) return state;
    if (state) rmSync(file, { force: true });
  } catch {
    // Replaced or removed meanwhile: the next look tells.
  }
  return undefined;
}

/** Starts to watch what companions say. Never throws: where their folder cannot be had, nobody says anything. */
export function watchCompanions({ env, nowMs }: CompanionsNeeds): Companions {
  const folder = runtimeFolder(env);
  const listeners = new Set<() => void>();
  let watcher: FSWatcher | undefined;
  let known: readonly ConnectionState[] = [];
  let readMs = -Infinity;
  let told = '';

  function look(): void {
    readMs = performance.now();
    known = [];
    try {
      const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
      known = names.flatMap((name) => readConnection(join(folder, name), nowMs()) ?? []);
    } catch {
      // The session's folder was taken away.
      end();
    }
    const now = JSON.stringify(known.map(({ pid, word }) => [pid, word]));
    if (now === told) return;
    told = now;
    for (const listener of listeners) listener();
  }

  function end(): void {
    watcher?.close();
    watcher = undefined;
  }

  function begin(): void {
    if (watcher || process.platform === 'win32' || !ownFolder(folder)) return;
    try {
      watcher = watch(folder, { persistent: false }, look);
      watcher.on('error', end);
    } catch {
      // The system has no watch left: the folder is read every few seconds.
    }
  }

  begin();
  return {
    connections() {
      if (performance.now() - readMs >= READ_AGAIN_MS) {
        begin();
        if (process.platform !== 'win32' && ownFolder(folder)) look();
      }
      return known;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    isSure: () => watcher !== undefined,
    stop: end,
  };
}
