import { localZone } from '../../shared/local-zone.ts';

/** For so long an answer holds while the clock's offset stays the same. */
export const ZONE_KEPT_MS = 60_000;

/** What the zone is read from. */
export interface ZoneSense {
  /** IANA zone of the system; slow, since it sets up a formatter each time. */
  readonly read: () => string;
  /** Minutes from local time to UTC; fast. */
  readonly offsetMinutes: () => number;
  /** A clock that only runs forward, in milliseconds. */
  readonly monoMs: () => number;
}

const SYSTEM: ZoneSense = {
  read: localZone,
  offsetMinutes: () => new Date().getTimezoneOffset(),
  monoMs: () => performance.now(),
};

/**
 * The system's zone, for who asks at every sample: reading it took more of the processor than the sample.
 * It is read again when the offset changes, and otherwise once a minute, since a journey may lead to a
 * zone of the same offset.
 */
export function createSystemZone({
  read,
  offsetMinutes,
  monoMs,
}: ZoneSense = SYSTEM): () => string {
  let known: { zone: string; offset: number; atMs: number } | undefined;
  return () => {
    const offset = offsetMinutes();
    const atMs = monoMs();
    if (known?.offset !== offset || atMs - known.atMs >= ZONE_KEPT_MS) {
      known = { zone: read(), offset, atMs };
    }
    return known.zone;
  };
}
