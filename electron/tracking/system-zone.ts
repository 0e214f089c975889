import { localZone } from '../../shared/local-zone.ts';

/** So long an answer is kept: a journey is noticed within that time. */
export const ZONE_KEPT_MS = 10_000;

/** What the zone is read from. */
export interface ZoneSense {
  /** IANA zone of the system, as it is now. */
  readonly read: () => string;
  /** A clock that only runs forward, in milliseconds. */
  readonly monoMs: () => number;
}

/**
 * IANA zone that the system is set to now. Node reads it once, at its start, and again only when it is told that
 * its TZ variable changed, which to delete it tells even where there is none. Where the user has set the
 * variable, that is the zone, whatever the system's is.
 */
function zoneNow(): string {
  if (process.env['TZ'] === undefined) Reflect.deleteProperty(process.env, 'TZ');
  return localZone();
}

/** The system's zone, for who asks at every sample: reading it takes more of the processor than the sample. */
export function createSystemZone({
  read = zoneNow,
  monoMs = () => performance.now(),
}: Partial<ZoneSense> = {}): () => string {
  let known: { zone: string; atMs: number } | undefined;
  return () => {
    const atMs = monoMs();
    if (!known || atMs - known.atMs >= ZONE_KEPT_MS) known = { zone: read(), atMs };
    return known.zone;
  };
}
