import { CannotWork, type Source, type SourceAtWork, type SourceEnvironment } from './source.ts';
import type { SourceReason, Told, WindowSource } from './source.ts';
import { SOURCES } from './sources.ts';

/** What became of one way of seeing. */
export interface SourceTrial {
  readonly name: string;
  readonly works: boolean;
  readonly reason: SourceReason;
}

/** What tells of what, and why. */
export interface SourceChoice {
  /** Reads the active window; null where nothing can. */
  readonly window: WindowSource | null;
  /** Tells the time since the last input; null where it is left to Electron. */
  readonly idle: SourceAtWork | null;
  /** Tells of a locked screen; null where it is left to the desktop's buses and Electron. */
  readonly lock: SourceAtWork | null;
  /** Name of what reads the active window. */
  readonly windowName: string | null;
  readonly trials: readonly SourceTrial[];
  /** Ends all that is at work. */
  stop(): Promise<void>;
}

const readsWindows = (source: SourceAtWork): source is WindowSource => source.read !== undefined;

/** What came of a way that was started: what it tells is worth while where it tells it now. */
async function outcomeOf(source: SourceAtWork, wanted: readonly Told[]): Promise<SourceReason> {
  if (!wanted.includes('window') || !readsWindows(source)) {
    const tells = source.watchLock !== undefined || source.idleMs?.() !== undefined;
    return tells ? 'tells' : 'unmeasured';
  }
  const reading = await source.read();
  return reading.kind === 'failed' ? reading.why : reading.kind;
}

const WORKS: readonly SourceReason[] = ['window', 'no-window', 'tells'];

/** Tries the ways in order, and takes for each thing that can be told the first that tells it. */
export async function chooseSources(
  environment: SourceEnvironment,
  sources: readonly Source[] = SOURCES,
): Promise<SourceChoice> {
  const taken = new Map<Told, { readonly name: string; readonly source: SourceAtWork }>();
  const trials: SourceTrial[] = [];

  async function attempt(way: Source): Promise<SourceReason> {
    const cannot = way.canWork(environment);
    if (cannot) return cannot;
    const wanted = way.tells.filter((told) => !taken.has(told));
    if (wanted.length === 0) return 'not-needed';
    let source: SourceAtWork;
    try {
      source = await way.start(environment);
    } catch (error) {
      return error instanceof CannotWork ? error.reason : 'throws';
    }
    const outcome = await outcomeOf(source, wanted);
    if (!WORKS.includes(outcome)) await source.stop();
    else for (const told of wanted) taken.set(told, { name: way.name, source });
    return outcome;
  }

  for (const way of sources) {
    const reason = await attempt(way);
    trials.push({ name: way.name, works: WORKS.includes(reason), reason });
  }
  const window = taken.get('window');
  return {
    window: window && readsWindows(window.source) ? window.source : null,
    windowName: window?.name ?? null,
    idle: taken.get('idle')?.source ?? null,
    lock: taken.get('lock')?.source ?? null,
    trials,
    async stop() {
      const atWork = new Set([...taken.values()].map(({ source }) => source));
      await Promise.all([...atWork].map((source) => source.stop()));
    },
  };
}

/** The words of each reason, without anything of the screen. */
export const REASON_WORDS: Readonly<Record<SourceReason, string>> = {
  'other-session': 'is for another kind of session',
  'remote-display':
    'is not supported on a display that is reached over a network, as Sweetspot opens no connection to one',
  'no-extension': "sees nothing under Wayland without Sweetspot's extension of GNOME Shell",
  'no-consent': 'sees nothing under KDE Plasma before you let KWin run its script, in the settings',
  'tells-nothing': 'tells programs nothing of windows or input',
  'not-needed': 'is not needed; another way tells the same',
  window: 'reads the active window',
  'no-window': 'works; no window is active now',
  tells: 'tells when the user is away, or the screen is locked',
  unmeasured: 'cannot tell which window is active',
  throws: 'does not work on this system',
  hangs: 'does not answer',
};
