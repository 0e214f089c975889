import { isLinkedIn } from '../../../shared/domain/activity.ts';
import type { Span } from '../../../shared/domain/span.ts';

/** What is shorter would stand in the list as 0 s. */
const SHORTEST_MS = 1_000;

/**
 * The spans of a day that its list has: what was on LinkedIn, and what the user said was not. The latest first.
 * Moments under a second are counted and drawn, and not listed unless they were corrected or entered by hand.
 */
export function listedSpans(spans: readonly Span[]): Span[] {
  return spans
    .filter(
      ({ activity, relabelled, manual, startedAtMs, endedAtMs }) =>
        relabelled || manual || (isLinkedIn(activity) && endedAtMs - startedAtMs >= SHORTEST_MS),
    )
    .reverse();
}
