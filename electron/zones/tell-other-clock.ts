import type { AppNotice } from '../../shared/ipc/views.ts';
import type { News } from '../news.ts';
import type { Clock } from '../system/clock.ts';
import { runProgram } from '../system/run-program.ts';
import { checkZone } from './zone-check.ts';

/** Says once where the clock on the wall shows another time than the zone data that are used. */
export async function tellOtherClock(
  news: News,
  clock: Clock,
  notices: { readonly add: (code: AppNotice['code']) => void },
): Promise<void> {
  const now = { zone: clock.zone(), nowMs: clock.nowMs() };
  const { isOff } = await checkZone({ ...process, ...now, run: runProgram });
  if (!isOff) return;
  notices.add('clock-differs');
  news.tell('notices-changed', null);
}
