import type { SessionType } from '../../../shared/domain/session.ts';
import type { Permissions } from '../../../shared/ipc/sight.ts';
import type { TrackerStatus } from '../../../shared/ipc/views.ts';
import { type ChangeLinks, createChangeLinks } from './change-links.ts';
import type { SourceChoice } from './choose-sources.ts';
import type { ChangeWatch, OnHint, Reading, Stop } from './source.ts';

/** How long until sources are tried again where none worked: a session may still be starting. */
const RETRY_MS = 30_000;
/** The same where one worked before, as GNOME's extension, which a locked screen switches off for a moment. */
const FIRST_RETRY_MS = 1_000;
/** So long is waited for ways of seeing before tracking begins without them. */
const KNOWN_MS = 1_500;

const noMatter = () => undefined;

/** What the reader needs from around it. */
export interface WindowReaderNeeds {
  /** Tries the ways of seeing. */
  readonly choose: () => Promise<SourceChoice>;
  /** Monotonic clock, milliseconds. */
  readonly monoMs: () => number;
  readonly session: SessionType;
  /** What the system permits now; null, or nothing to tell it, where it asks for no permission. */
  readonly permissions?: () => Permissions | null;
  /** Told whether the screen is locked, where a way of seeing tells. */
  readonly onLock?: (locked: boolean) => void;
}

/** Reads the active window by the source that works here, and looks for one until there is one. */
export interface WindowReader {
  /** Resolves once ways of seeing were tried, after 1.5 s at most; never rejects. */
  readonly known: Promise<void>;
  /** Reads the active window; the reason where no source works. Never rejects. */
  read(): Promise<Reading | NonNullable<TrackerStatus['reason']>>;
  /** Whether the window that was read last fills the screen, as far as the system tells. */
  isFullScreen(): boolean;
  /** Tells of changes of the window as they happen, as far as the way of seeing does that is at work at the time. */
  watch(onHint: OnHint): ChangeWatch;
  /** Brings up to date what `idleMs` says. Never rejects. */
  askIdle(): Promise<void>;
  /** Milliseconds since the last input; undefined where no way of seeing tells. */
  idleMs(): number | undefined;
  /** Name of the way of seeing that reads the window now; null where none does. */
  sourceName(): string | null;
  /** Looks for a source again at once, where there is none. */
  retry(): void;
  /** Ends what is at work and looks anew, as something else may be seen now. Resolves once that is done. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** What a reader knows, from one call to the next. */
interface Reader {
  readonly needs: WindowReaderNeeds;
  readonly links: ChangeLinks;
  atWork: SourceChoice | undefined;
  letGoOfLock: Stop | undefined;
  /** What is at work, or will be; undefined where nothing was tried yet. */
  choice: Promise<SourceChoice> | undefined;
  /** When ways of seeing were tried last, by the monotonic clock. */
  triedMs: number;
  retryMs: number;
  /** Whether the next reading may try them again at once. */
  retries: boolean;
  fullScreen: boolean;
  latestKey: string;
  stopped: boolean;
}

const permitted = ({ needs }: Reader) => needs.permissions?.() ?? null;

/** Chooses, and lets what is chosen take the place of what was at work. */
async function take(at: Reader): Promise<SourceChoice> {
  const chosen = await at.needs.choose();
  if (at.stopped) {
    await chosen.stop();
    return chosen;
  }
  at.atWork = chosen;
  at.letGoOfLock = chosen.lock?.watchLock?.((locked) => at.needs.onLock?.(locked));
  at.links.tie(chosen.window);
  return chosen;
}

/** Ends what is at work. Nobody says any more that the screen is locked. */
async function end(at: Reader): Promise<void> {
  const ending = at.atWork;
  at.atWork = undefined;
  at.letGoOfLock?.();
  if (at.letGoOfLock) at.needs.onLock?.(false);
  at.letGoOfLock = undefined;
  at.links.untie();
  await ending?.stop();
}

function look(at: Reader): Promise<SourceChoice> {
  at.retries = false;
  at.triedMs = at.needs.monoMs();
  at.choice = end(at).then(() => take(at));
  return at.choice;
}

async function read(at: Reader): ReturnType<WindowReader['read']> {
  const { session, monoMs } = at.needs;
  const permissions = permitted(at);
  if (permissions?.screen === false) return 'permission';
  at.choice ??= take(at);
  const { window } = await at.choice;
  if (window) {
    const reading = await window.read(permissions?.addresses === false ? 'title' : 'address');
    at.retryMs = FIRST_RETRY_MS;
    if (reading.kind === 'window' && reading.key !== at.latestKey) {
      at.latestKey = reading.key;
      at.atWork?.idle?.sign?.();
    }
    // What GNOME does not tell any more, it may not tell again: whether it does is looked at anew.
    if (session === 'wayland' && reading.kind === 'failed') void look(at);
    return reading;
  }
  if (at.retries || monoMs() - at.triedMs >= at.retryMs) {
    at.retryMs = Math.min(RETRY_MS, at.retryMs * 2);
    void look(at);
  }
  return session === 'wayland' ? 'wayland' : 'no-source';
}

function startReader(needs: WindowReaderNeeds): Reader {
  const at: Reader = {
    needs,
    links: createChangeLinks(),
    atWork: undefined,
    letGoOfLock: undefined,
    choice: undefined,
    triedMs: needs.monoMs(),
    retryMs: RETRY_MS,
    retries: false,
    fullScreen: false,
    latestKey: '',
    stopped: false,
  };
  if (permitted(at)?.screen !== false) at.choice = take(at);
  return at;
}

/**
 * Starts to look for a source at once, but not where the user has not permitted it: a system may take any look
 * as a reason to ask.
 */
export function createWindowReader(needs: WindowReaderNeeds): WindowReader {
  const at = startReader(needs);

  return {
    known: Promise.race([
      (at.choice ?? Promise.resolve()).then(noMatter, noMatter),
      new Promise<void>((resolve) => setTimeout(resolve, KNOWN_MS).unref()),
    ]),
    async read() {
      const reading = await read(at);
      at.fullScreen =
        typeof reading === 'object' && reading.kind === 'window' && reading.fullScreen === true;
      return reading;
    },
    isFullScreen: () => at.fullScreen,
    watch: at.links.watch,
    askIdle: () => at.atWork?.idle?.askIdle?.() ?? Promise.resolve(),
    idleMs: () => at.atWork?.idle?.idleMs?.(),
    sourceName: () => at.atWork?.windowName ?? null,
    retry() {
      at.retries = true;
    },
    async restart() {
      await look(at);
    },
    async stop() {
      at.stopped = true;
      await at.choice;
      await end(at);
    },
  };
}
