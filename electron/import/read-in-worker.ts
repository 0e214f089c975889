import { Worker } from 'node:worker_threads';
import type { ExportProblem } from '../../shared/ipc/history-import.ts';
import type { ImportPlan } from './plan.ts';
import { type PlanMessage, type PlanTask, unpackPlan } from './plan-message.ts';

/** What the worker's heap may grow to, in megabytes; what a life of exports needs is a tenth of it. */
const MOST_HEAP_MB = 512;

/** What reading an export came to; a file that cannot be read to its end is `unreadable`. */
export type PlanResult =
  | { readonly kind: 'plan'; readonly plan: ImportPlan }
  | { readonly kind: 'refused'; readonly problem: ExportProblem }
  | { readonly kind: 'unreadable' };

/**
 * Reads an export in a worker of its own, which is gone afterwards with all that it held.
 *
 * @param workerUrl the module of `import-worker`.
 * @throws the signal's reason where it is stopped.
 */
export async function readInWorker(
  workerUrl: URL,
  task: PlanTask,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (bytesRead: number) => void },
): Promise<PlanResult> {
  signal.throwIfAborted();
  const worker = new Worker(workerUrl, {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB },
  });
  worker.unref();
  try {
    const result = await new Promise<PlanResult>((resolve, reject) => {
      worker.on('message', (message: PlanMessage) => {
        if (message.kind === 'read') onProgress(message.bytes);
        else if (message.kind === 'plan') {
          resolve({ kind: 'plan', plan: unpackPlan(message.plan) });
        } else resolve(message);
      });
      // The one error that it does not catch itself is that its heap is full.
      worker.on('error', () => {
        resolve({ kind: 'refused', problem: 'too-many' });
      });
      worker.on('exit', () => {
        resolve({ kind: 'unreadable' });
      });
      signal.addEventListener(
        'abort',
        () => {
          reject(signal.reason instanceof Error ? signal.reason : new Error('stopped'));
        },
        { once: true },
      );
    });
    return result;
  } finally {
    void worker.terminate();
  }
}
