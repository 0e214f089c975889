import type { TrackerStatus } from '../../shared/ipc/views.ts';
import type { Reading, SessionType, SourceChoice } from './window-source.ts';

/** How long until sources are tried again where none worked: a session may still be starting. */
const RETRY_MS = 30_000;

/** What the reader needs from around it. */
export interface WindowReaderNeeds {
  /** Tries the sources. */
  readonly choose: () => Promise<SourceChoice>;
  /** Monotonic clock, milliseconds. */
  readonly monoMs: () => number;
  readonly session: SessionType;
}

/** Reads the active window by the source that works here, and looks for one until there is one. */
export interface WindowReader {
  /** Reads the active window; the reason where no source works. Never rejects. */
  read(): Promise<Reading | NonNullable<TrackerStatus['reason']>>;
  stop(): Promise<void>;
}

/** Starts to look for a source at once. */
export function createWindowReader({ choose, monoMs, session }: WindowReaderNeeds): WindowReader {
  let choice = choose();
  let triedMs = monoMs();
  return {
    async read() {
      const { source } = await choice;
      if (source) return source.read();
      if (monoMs() - triedMs >= RETRY_MS) {
        triedMs = monoMs();
        choice = choose();
      }
      return session === 'wayland' ? 'wayland' : 'no-source';
    },
    async stop() {
      const { source } = await choice;
      await source?.stop();
    },
  };
}
