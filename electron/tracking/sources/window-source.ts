import { Worker } from 'node:worker_threads';
import type { SessionType } from '../../../shared/domain/session.ts';
import type { Depth, Sighting, SourceName } from './window-reading.ts';
import { SOURCE_NAMES } from './window-reading.ts';

/** A source that has not answered after this long is not measured, and is started anew. */
const HANG_MS = 3_000;

/** What reading the active window gave, or why it gave nothing. */
export type Reading = Sighting | { readonly kind: 'failed'; readonly why: 'throws' | 'hangs' };

/** A way to read the active window, at work. */
export interface WindowSource {
  readonly name: SourceName;
  /**
   * Reads the active window; never rejects, and answers within {@link HANG_MS}.
   *
   * @param depth what is read of it; its program alone unless told.
   */
  read(depth?: Depth): Promise<Reading>;
  stop(): Promise<void>;
}

interface Answer {
  readonly sighting: Sighting | null;
}

function isAnswer(value: unknown): value is Answer {
  return typeof value === 'object' && value !== null && 'sighting' in value;
}

/**
 * Starts a window source in a worker.
 *
 * @param workerUrl the module of `window-worker`.
 */
export function startWindowSource(
  name: SourceName,
  workerUrl: URL,
  hangMs = HANG_MS,
): WindowSource {
  let worker: Worker | undefined;

  function current(): Worker {
    if (!worker) {
      const started = new Worker(workerUrl, { workerData: name });
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
    name,
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

/** What became of one source when it was tried. */
export interface SourceTrial {
  readonly name: SourceName;
  readonly works: boolean;
  /** Why it does or does not, in words without anything of the screen. */
  readonly reason: string;
}

/** The source taken, and why. */
export interface SourceChoice {
  readonly source: WindowSource | null;
  readonly trials: readonly SourceTrial[];
}

const REASONS = {
  window: 'reads the active window',
  'no-window': 'works; no window is active now',
  unmeasured: 'cannot tell which window is active',
  throws: 'does not work on this system',
  hangs: 'does not answer',
} as const;

/** Under Wayland it is known what is missing. */
const WAYLAND_REASON = "sees nothing under Wayland without Sweetspot's extension of GNOME Shell";

/**
 * The sources that may be tried in a session. Under Wayland only one that asks the compositor itself: all else
 * sees the few windows that still speak X11, and would take the last of them for the active one.
 */
export function sourcesOf(
  session: SessionType,
  env: NodeJS.ProcessEnv = process.env,
): readonly SourceName[] {
  if (session !== 'wayland') return SOURCE_NAMES;
  // x-win asks the compositor where this is set, and the X server where it is not.
  return env['WAYLAND_DISPLAY'] ? ['x-win'] : [];
}

/** Tries the sources in order and takes the first that works. */
export async function chooseWindowSource(
  workerUrl: URL,
  names: readonly SourceName[] = sourcesOf(sessionType()),
): Promise<SourceChoice> {
  const trials: SourceTrial[] = [];
  for (const name of names) {
    const source = startWindowSource(name, workerUrl);
    const reading = await source.read();
    const outcome = reading.kind === 'failed' ? reading.why : reading.kind;
    const works = outcome === 'window' || outcome === 'no-window';
    const isMissing = outcome === 'throws' && sessionType() === 'wayland';
    trials.push({ name, works, reason: isMissing ? WAYLAND_REASON : REASONS[outcome] });
    if (works) return { source, trials };
    await source.stop();
  }
  return { source: null, trials };
}

/** The session of this process; `none` on a Linux without a display. */
export function sessionType(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): SessionType {
  if (platform === 'win32') return 'windows';
  if (platform === 'darwin') return 'macos';
  if (env['XDG_SESSION_TYPE'] === 'wayland' || (env['WAYLAND_DISPLAY'] && !env['DISPLAY'])) {
    return 'wayland';
  }
  return env['DISPLAY'] ? 'x11' : 'none';
}
