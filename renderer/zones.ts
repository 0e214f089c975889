import { type OffsetStretch, setZoneRules } from '../shared/domain/zone.ts';
import type { WindowApi } from '../shared/ipc/window-api.ts';
import { localZone } from '../shared/local-zone.ts';

/** Lets the window go by the clock on the wall, as all that is reckoned outside of it does. */
export interface WindowZones {
  /** The same calls, but that a day comes once the rules of its zones are known. */
  readonly api: WindowApi;
  /** Learns the rules of the computer's own zone. */
  learnLocal(): Promise<void>;
}

/**
 * Learns from the main process how far zones are from UTC and when: the zone data of the browser engine may be older, or
 * newer, than those by which the figures are reckoned. Where it cannot be told, the engine's own hold.
 */
export function goByTheSameClock(api: WindowApi): WindowZones {
  const known = new Map<string, readonly OffsetStretch[]>();
  const learn = async (zones: readonly string[]): Promise<void> => {
    const fresh = [...new Set(zones)].filter((zone) => !known.has(zone));
    if (fresh.length === 0) return;
    const told = await Promise.all(fresh.map((zone) => api.zoneStretches(zone).catch(() => [])));
    for (const [index, zone] of fresh.entries()) known.set(zone, told[index] ?? []);
    // What was found by the engine's rules before is forgotten by this.
    setZoneRules((zone, atMs) =>
      known.get(zone)?.find(({ startMs, endMs }) => startMs <= atMs && atMs < endMs),
    );
  };
  return {
    learnLocal: () => learn([localZone()]),
    api: {
      ...api,
      async getDay(isoDate) {
        const view = await api.getDay(isoDate);
        await learn([view.figures.zone, localZone(), ...view.spans.map(({ zone }) => zone)]);
        return view;
      },
    },
  };
}
