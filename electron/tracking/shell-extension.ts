import { Worker } from 'node:worker_threads';
import type { ExtensionState } from '../../shared/ipc/sight.ts';
import type { ExtensionAction } from './gnome-extension.ts';

/** GNOME Shell has this long to answer. */
const ANSWER_MS = 10_000;

/** Handles the extension of GNOME Shell. */
export interface ShellExtension {
  /** @throws where it could not be done, or GNOME Shell does not answer. */
  act(action: ExtensionAction): Promise<ExtensionState>;
}

function isState(value: unknown): value is ExtensionState {
  return value === 'absent' || value === 'off' || value === 'on';
}

/**
 * Whether the extension could help: GNOME under Wayland. Elsewhere there is no shell that would load it.
 */
export function isForExtension(env: NodeJS.ProcessEnv): boolean {
  const desktops = (env['XDG_CURRENT_DESKTOP'] ?? '').toUpperCase().split(':');
  return desktops.includes('GNOME') && Boolean(env['WAYLAND_DISPLAY']);
}

/** Handles the extension in a worker of its own, one for each action. @param workerUrl `window-worker`. */
export function createShellExtension(workerUrl: URL, answerMs = ANSWER_MS): ShellExtension {
  return {
    async act(action) {
      const worker = new Worker(workerUrl, { workerData: { extension: action } });
      try {
        return await new Promise<ExtensionState>((resolve, reject) => {
          const give = () => reject(new Error('The shell extension gave no answer'));
          const timer = setTimeout(give, answerMs);
          worker.on('message', (message: unknown) => {
            const state: unknown = Reflect.get(Object(message), 'extension');
            clearTimeout(timer);
            if (isState(state)) resolve(state);
            else give();
          });
          worker.on('error', give);
          worker.on('exit', () => {
            clearTimeout(timer);
            give();
          });
        });
      } finally {
        await worker.terminate();
      }
    },
  };
}
