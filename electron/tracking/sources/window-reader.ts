import type { SessionType } from '../../../shared/domain/session.ts';
import type { Permissions } from '../../../shared/ipc/sight.ts';
import type { TrackerStatus } from '../../../shared/ipc/views.ts';
import type { Reading, SourceChoice } from './window-source.ts';

/** How long until sources are tried again where none worked: a session may still be starting. */
const RETRY_MS = 30_000;
/** The same where one worked before, as GNOME's extension, which a locked screen switches off for a moment. */
const FIRST_RETRY_MS = 1_000;

/** What the reader needs from around it. */
export interface WindowReaderNeeds {
  /** Tries the sources. */
  readonly choose: () => Promise<SourceChoice>;
  /** Monotonic clock, milliseconds. */
  readonly monoMs: () => number;
  readonly session: SessionType;
  /** What the system permits now; null, or nothing to tell it, where it asks for no permission. */
  readonly permissions?: () => Permissions | null;
}

/** Reads the active window by the source that works here, and looks for one until there is one. */
export interface WindowReader {
  /** Reads the active window; the reason where no source works. Never rejects. */
  read(): Promise<Reading | NonNullable<TrackerStatus['reason']>>;
  /** Whether the window that was read last fills the screen, as far as the system tells. */
  isFullScreen(): boolean;
  /** Looks for a source again at once, where there is none. */
  retry(): void;
  stop(): Promise<void>;
}

/**
 * Starts to look for a source at once, but not where the user has not permitted it: a system may take any look
 * as a reason to ask.
 */
export function createWindowReader(needs: WindowReaderNeeds): WindowReader {
  const { choose, monoMs, session } = needs;
  const permitted = () => needs.permissions?.() ?? null;
  let choice = permitted()?.screen === false ? undefined : choose();
  let triedMs = monoMs();
  let retryMs = RETRY_MS;
  let retries = false;
  let fullScreen = false;

  function look(): void {
    retries = false;
    triedMs = monoMs();
    choice = choose();
  }

  async function read(): ReturnType<WindowReader['read']> {
    const permissions = permitted();
    if (permissions?.screen === false) return 'permission';
    choice ??= choose();
    const { source } = await choice;
    if (source) {
      const reading = await source.read(permissions?.addresses === false ? 'title' : 'address');
      retryMs = FIRST_RETRY_MS;
      // What GNOME does not tell any more, it may not tell again: whether it does is looked at anew.
      if (session === 'wayland' && reading.kind === 'failed') {
        void source.stop();
        look();
      }
      return reading;
    }
    if (retries || monoMs() - triedMs >= retryMs) {
      retryMs = Math.min(RETRY_MS, retryMs * 2);
      look();
    }
    return session === 'wayland' ? 'wayland' : 'no-source';
  }

  return {
    async read() {
      const reading = await read();
      fullScreen =
        typeof reading === 'object' && reading.kind === 'window' && reading.fullScreen === true;
      return reading;
    },
    isFullScreen: () => fullScreen,
    retry() {
      retries = true;
    },
    async stop() {
      await (await choice)?.source?.stop();
    },
  };
}
