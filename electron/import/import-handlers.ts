import type { HistoryReading } from '../../shared/ipc/history-import.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import { Failure } from '../ipc/failure.ts';
import type { Handlers } from '../ipc/register-handlers.ts';
import { createSpanRepository } from '../storage/span-repository.ts';
import type { SpanStore } from '../storage/span-store.ts';
import { changing, whileStored, writableDatabase } from '../storage/storing.ts';
import type { Tracker } from '../tracking/tracker.ts';
import { previewInTurns, storeInTurns } from './history-in-turns.ts';
import { type ImportPlan, withPhones } from './plan.ts';
import type { PlanTask } from './plan-message.ts';
import type { PlanResult } from './read-in-worker.ts';

export type ImportHandlers = Pick<Handlers, 'history:open' | 'history:take' | 'history:stop'>;

/** What taking over the history of another tracker needs. */
export interface ImportNeeds {
  readonly store: Pick<SpanStore, 'database'>;
  readonly tracker: Pick<Tracker, 'halt' | 'release' | 'recorder'>;
  readonly settings: { readonly get: () => Settings };
  /** Asks which file to open; undefined where the user cancelled. */
  readonly askWhichToOpen: () => Promise<string | undefined>;
  /** The size of a file in bytes. */
  readonly sizeOf: (file: string) => Promise<number>;
  /** Reads an export where it holds nothing up. */
  readonly read: (
    task: PlanTask,
    options: { signal: AbortSignal; onProgress: (bytesRead: number) => void },
  ) => Promise<PlanResult>;
  /** Told how much is read, or stored, 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly nowMs: () => number;
  readonly zone: () => string;
  /** Told after something was taken over. */
  readonly onTaken: () => void;
}

const isStopped = (error: unknown) => error instanceof Failure && error.code === 'cancelled';

/** What is worked on, one thing at a time, until it is done or stopped. */
interface Stoppable {
  /** Works on something, and stops what was at work before. @throws Failure `cancelled` where it was stopped. */
  run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  stop(): void;
}

function createStoppable(): Stoppable {
  let atWork: AbortController | undefined;
  return {
    async run(work) {
      atWork?.abort();
      const stop = new AbortController();
      atWork = stop;
      try {
        return await work(stop.signal);
      } catch (error) {
        if (stop.signal.aborted) throw new Failure('cancelled', 'It was stopped.');
        throw error;
      } finally {
        if (atWork === stop) atWork = undefined;
      }
    },
    stop: () => atWork?.abort(),
  };
}

/** Reads an export, where it holds nothing up. @throws Failure `not-found` where it cannot be read. */
async function readExport(needs: ImportNeeds, file: string, size: number, signal: AbortSignal) {
  const { settings, zone, nowMs, onProgress } = needs;
  const task = { file, settings: settings.get(), zone: zone(), nowMs: nowMs() };
  onProgress(0);
  const result = await needs.read(task, {
    signal,
    onProgress: (bytes) => {
      onProgress(Math.min(1, bytes / Math.max(1, size)));
    },
  });
  if (result.kind === 'unreadable') throw new Failure('not-found', 'The file could not be read.');
  return result;
}

/** Stores what a plan has that is not here yet. @returns how many spans. */
async function storePlan(needs: ImportNeeds, work: Stoppable, plan: ImportPlan): Promise<number> {
  const { nowMs, onProgress } = needs;
  whileStored(needs.tracker, () => undefined);
  return await changing(() =>
    work.run((signal) =>
      storeInTurns(writableDatabase(needs.store), plan, { signal, nowMs, onProgress }),
    ),
  );
}

/** The handlers of "the history of another tracker". The plan that is shown is held until it is taken. */
export function createImportHandlers(needs: ImportNeeds): ImportHandlers {
  let held: { readonly id: number; readonly plan: ImportPlan } | undefined;
  let opened = 0;
  const work = createStoppable();

  async function read(file: string): Promise<HistoryReading> {
    const size = await needs.sizeOf(file).catch(() => 0);
    return await work.run(async (signal): Promise<HistoryReading> => {
      const result = await readExport(needs, file, size, signal);
      if (result.kind === 'refused') return { status: 'refused', problem: result.problem };
      const repository = createSpanRepository(writableDatabase(needs.store));
      const preview = await previewInTurns(repository, result.plan, signal);
      opened += 1;
      held = { id: opened, plan: result.plan };
      return { status: 'read', preview: { id: opened, ...preview } };
    });
  }

  return {
    'history:open': async () => {
      held = undefined;
      const file = await needs.askWhichToOpen();
      return file === undefined ? { status: 'cancelled' } : await read(file);
    },
    'history:take': async ({ id, withPhones: takesPhones }) => {
      if (held?.id !== id) throw new Failure('not-found', 'Another file was opened meanwhile.');
      const taking = held;
      // Not twice at once.
      held = undefined;
      try {
        const plan = takesPhones ? withPhones(taking.plan) : taking.plan;
        return { spans: await storePlan(needs, work, plan) };
      } catch (error) {
        // It can be tried again, as once there is room on the disk; what was stopped is opened anew.
        if (!isStopped(error)) held ??= taking;
        throw error;
      } finally {
        needs.onTaken();
      }
    },
    'history:stop': () => {
      work.stop();
      return null;
    },
  };
}
