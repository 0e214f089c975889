/** @file Reads an export of another tracker beside the main process, so that a large one never holds the tracker up. */
import { createReadStream } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { UserError } from '../../shared/domain/user-error.ts';
import { goBySystemZones } from '../zones/system-zones.ts';
import { EncodingError } from '../system/decode-text.ts';
import { ExportShapeError } from './export-reader.ts';
import { planImport } from './plan.ts';
import { packPlan, type PlanMessage, type PlanTask } from './plan-message.ts';

/** Bytes between one telling of how far it is and the next. */
const TELL_BYTES = 1_048_576;

function tell(message: PlanMessage, handedOver: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, handedOver);
}

const { file, settings, zone, nowMs } = workerData as PlanTask;
goBySystemZones();
let told = 0;
try {
  const plan = await planImport(createReadStream(file), {
    settings,
    zone,
    nowMs,
    name: '',
    onProgress(bytes) {
      if (bytes - told < TELL_BYTES) return;
      told = bytes;
      tell({ kind: 'read', bytes });
    },
  });
  const { sent, handedOver } = packPlan(plan);
  tell({ kind: 'plan', plan: sent }, handedOver);
} catch (error) {
  // No more than a code leaves the worker: an error may quote what was in the file.
  const cause = error instanceof UserError ? error.cause : undefined;
  if (cause instanceof ExportShapeError || cause instanceof EncodingError) {
    tell({ kind: 'refused', problem: cause.problem });
  } else if (error instanceof UserError) tell({ kind: 'refused', problem: 'too-many' });
  else tell({ kind: 'unreadable' });
}
