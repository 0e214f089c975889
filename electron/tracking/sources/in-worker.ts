/** @file Runs a library that may hold a process up in a worker, and starts it anew where it does. */
import { Worker } from 'node:worker_threads';
import type { Reading, WindowSource } from './source.ts';
import type { Sighting } from './window-reading.ts';

/** The libraries that `window-worker` runs. */
export type Library = 'x-win' | 'active-win';

/** A library that has not answered after this long is not measured, and is started anew. */
const HANG_MS = 3_000;

interface Answer {
  readonly sighting: Sighting | null;
}

function isAnswer(value: unknown): value is Answer {
  return typeof value === 'object' && value !== null && 'sighting' in value;
}

/**
 * Starts a library in a worker. Its `read` answers within {@link HANG_MS}.
 *
 * @param workerUrl the module of `window-worker`.
 */
export function startInWorker(library: Library, workerUrl: URL, hangMs = HANG_MS): WindowSource {
  let worker: Worker | undefined;

  function current(): Worker {
    if (!worker) {
      const started = new Worker(workerUrl, { workerData: library });
      started.unref();
      // Without a listener an error of the worker would end the app.
      started.on('error', () => undefined);
      started.on('exit', () => {
        if (worker === started) worker = undefined;
      });
      worker = started;
    }
    return worker;
  }

  return {
    read(depth = 'program') {
      const asked = current();
      return new Promise<Reading>((resolve) => {
        const finish = (reading: Reading) => {
          clearTimeout(timer);
          clearImmediate(immediate);
          asked.off('message', onMessage);
          asked.off('exit', onExit);
          resolve(reading);
        };
        const onMessage = (message: unknown) => {
          if (isAnswer(message)) finish(message.sighting ?? { kind: 'failed', why: 'throws' });
        };
        const onExit = () => finish({ kind: 'failed', why: 'throws' });
        const giveUp = () => {
          finish({ kind: 'failed', why: 'hangs' });
          if (worker === asked) worker = undefined;
          void asked.terminate();
        };
        // Where the whole computer was slow, the answer lies there already, and is read after the timers.
        let immediate: NodeJS.Immediate | undefined;
        const timer = setTimeout(() => {
          immediate = setImmediate(giveUp);
        }, hangMs);
        asked.on('message', onMessage);
        asked.on('exit', onExit);
        asked.postMessage(depth);
      });
    },
    async stop() {
      const stopping = worker;
      worker = undefined;
      await stopping?.terminate();
    },
  };
}
