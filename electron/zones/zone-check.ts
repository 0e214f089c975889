import { runtimeStretch } from '../../shared/domain/zone.ts';
import { MINUTE_MS } from '../../shared/domain/rounding.ts';
import type { RunProgram } from '../system/run-program.ts';
import { systemZoneRelease, systemZoneRules } from './system-zones.ts';

/** By whose zone data local times are reckoned, and whether the clock on the wall agrees. */
export interface ZoneCheck {
  /** IANA zone of the computer. */
  readonly zone: string;
  /** Whose rules are used of this zone. */
  readonly rulesOf: 'system' | 'runtime';
  /** Release of the system's zone data, as in `2026f`; null where it does not say. */
  readonly systemRelease: string | null;
  readonly runtimeRelease: string;
  /** Minutes from UTC now; null where the system does not tell. */
  readonly systemMinutes: number | null;
  readonly runtimeMinutes: number;
  /** Whether the clock on the wall shows another time than is reckoned with. */
  readonly isOff: boolean;
}

/** What a check needs to know of the computer. */
export interface ZoneCheckNeeds extends Pick<NodeJS.Process, 'platform' | 'env'> {
  readonly zone: string;
  readonly nowMs: number;
  readonly run: RunProgram;
}

const TIME_ZONE_KEY = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\TimeZoneInformation';

/**
 * Minutes from UTC that Windows has now, from its registry: `ActiveTimeBias` is UTC less local time, in minutes, a
 * signed number of 32 bits that `reg query` writes as hexadecimal (Microsoft, TIME_ZONE_INFORMATION).
 */
export function minutesInRegistry(answer: string): number | null {
  const bias = /ActiveTimeBias\s+REG_DWORD\s+(0x[0-9a-f]{1,8})\s*$/im.exec(answer)?.[1];
  if (bias === undefined) return null;
  const minutes = Number(bias) | 0;
  return minutes === 0 ? 0 : -minutes;
}

async function windowsMinutes({ env, run }: ZoneCheckNeeds): Promise<number | null> {
  // Whoever set the variable wants that zone, whatever Windows has.
  if (env['TZ'] !== undefined) return null;
  try {
    return minutesInRegistry(await run('reg', ['query', TIME_ZONE_KEY, '/v', 'ActiveTimeBias']));
  } catch {
    return null;
  }
}

/** Compares the clock on the wall with the rules that are used. */
export async function checkZone(needs: ZoneCheckNeeds): Promise<ZoneCheck> {
  const { zone, nowMs, platform } = needs;
  const ruled = systemZoneRules(needs)(zone, nowMs);
  const systemMinutes = ruled
    ? ruled.offsetMs / MINUTE_MS
    : platform === 'win32'
      ? await windowsMinutes(needs)
      : null;
  const runtimeMinutes = runtimeStretch(zone, nowMs).offsetMs / MINUTE_MS;
  return {
    zone,
    rulesOf: ruled ? 'system' : 'runtime',
    systemRelease: systemZoneRelease(needs) ?? null,
    runtimeRelease: process.versions.tz ?? 'unknown',
    systemMinutes,
    runtimeMinutes,
    isOff: !ruled && systemMinutes !== null && systemMinutes !== runtimeMinutes,
  };
}
