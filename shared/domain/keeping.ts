import { addDays, mondayOf } from './calendar.ts';

/** Weeks whose spans are kept besides the present one. */
export const KEPT_WEEKS = { '13-weeks': 13, year: 52 } as const;

/** How long spans are kept. */
export type Keeping = keyof typeof KEPT_WEEKS | 'always';

/** The first day whose spans are kept, a Monday; null where all are. */
export function keptFrom(keep: Keeping, today: string): string | null {
  return keep === 'always' ? null : addDays(mondayOf(today), -7 * KEPT_WEEKS[keep]);
}
