import { proposeBlock } from '../../shared/domain/block-proposal.ts';
import { addDays, mondayOf } from '../../shared/domain/calendar.ts';
import type { BlockProposalView } from '../../shared/ipc/views.ts';
import { type ViewNeeds, figuresIn, todayOf } from '../figures/day-and-week-views.ts';

/** So many weeks are looked back on. */
const WEEKS = 8;

/**
 * The block that the eight weeks up to that of a date come to. Days that are not over are none of them.
 *
 * @param isoDate any day of the last of those weeks; one to come is this week.
 */
export function proposalView(isoDate: string, needs: ViewNeeds): BlockProposalView {
  const today = todayOf(needs);
  const monday = mondayOf(isoDate < today ? isoDate : today);
  const from = addDays(monday, -7 * (WEEKS - 1));
  const [sunday, yesterday] = [addDays(monday, 6), addDays(today, -1)];
  const to = sunday < yesterday ? sunday : yesterday;
  return { ...proposeBlock(figuresIn({ from, to }, needs)), from, to };
}
