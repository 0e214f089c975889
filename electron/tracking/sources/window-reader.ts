import type { SessionType } from '../../../shared/domain/session.ts';
import type { Permissions } from '../../../shared/ipc/sight.ts';
import type { TrackerStatus } from '../../../shared/ipc/views.ts';
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

/**
 * Starts to look for a source at once, but not where the user has not permitted it: a system may take any look
 * as a reason to ask.
 */
export function createWindowReader(needs: WindowReaderNeeds): WindowReader {
  const { choose, monoMs, session } = needs;
  const permitted = () => needs.permissions?.() ?? null;
  let atWork: SourceChoice | undefined;
  let letGoOfLock: Stop | undefined;
  const links = new Set<Link>();
  let stopped = false;
  let triedMs = monoMs();
  let choice = permitted()?.screen === false ? undefined : take();
  let retryMs = RETRY_MS;
  let retries = false;
  let fullScreen = false;
  let latestKey = '';

  /** Chooses, and lets what is chosen take the place of what was at work. */
  async function take(): Promise<SourceChoice> {
    const chosen = await choose();
    if (stopped) {
      await chosen.stop();
      return chosen;
    }
    atWork = chosen;
    letGoOfLock = chosen.lock?.watchLock?.((locked) => needs.onLock?.(locked));
    for (const link of links) link.tie(chosen);
    return chosen;
  }

  /** Ends what is at work. Nobody says any more that the screen is locked. */
  async function end(): Promise<void> {
    const ending = atWork;
    atWork = undefined;
    letGoOfLock?.();
    if (letGoOfLock) needs.onLock?.(false);
    letGoOfLock = undefined;
    for (const link of links) link.untie();
    await ending?.stop();
  }

  function look(): void {
    retries = false;
    triedMs = monoMs();
    choice = end().then(take);
  }

  async function read(): ReturnType<WindowReader['read']> {
    const permissions = permitted();
    if (permissions?.screen === false) return 'permission';
    choice ??= take();
    const { window } = await choice;
    if (window) {
      const reading = await window.read(permissions?.addresses === false ? 'title' : 'address');
      retryMs = FIRST_RETRY_MS;
      if (reading.kind === 'window' && reading.key !== latestKey) {
        latestKey = reading.key;
        atWork?.idle?.sign?.();
      }
      // What GNOME does not tell any more, it may not tell again: whether it does is looked at anew.
      if (session === 'wayland' && reading.kind === 'failed') look();
      return reading;
    }
    if (retries || monoMs() - triedMs >= retryMs) {
      retryMs = Math.min(RETRY_MS, retryMs * 2);
      look();
    }
    return session === 'wayland' ? 'wayland' : 'no-source';
  }

  return {
    known: Promise.race([
      (choice ?? Promise.resolve()).then(noMatter, noMatter),
      new Promise<void>((resolve) => setTimeout(resolve, KNOWN_MS).unref()),
    ]),
    async read() {
      const reading = await read();
      fullScreen =
        typeof reading === 'object' && reading.kind === 'window' && reading.fullScreen === true;
      return reading;
    },
    isFullScreen: () => fullScreen,
    watch(onHint) {
      const link = linkTo(onHint);
      links.add(link);
      if (atWork) link.tie(atWork);
      return {
        isSure: link.isSure,
        stop() {
          links.delete(link);
          link.untie();
        },
      };
    },
    askIdle: () => atWork?.idle?.askIdle?.() ?? Promise.resolve(),
    idleMs: () => atWork?.idle?.idleMs?.(),
    sourceName: () => atWork?.windowName ?? null,
    retry() {
      retries = true;
    },
    async restart() {
      look();
      await choice;
    },
    async stop() {
      stopped = true;
      await choice;
      await end();
    },
  };
}

/** Ties who wants to be told of changes to the way of seeing that is at work. */
interface Link {
  tie(choice: SourceChoice): void;
  untie(): void;
  readonly isSure: () => boolean;
}

function linkTo(onHint: OnHint): Link {
  let watch: ChangeWatch | undefined;
  return {
    tie({ window }) {
      watch = window?.watch?.(onHint);
    },
    untie() {
      watch?.stop();
      watch = undefined;
    },
    isSure: () => watch?.isSure() === true,
  };
}
