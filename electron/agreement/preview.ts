import { type Agreement, agreementOn } from '../../shared/domain/agreement.ts';
import { addDays } from '../../shared/domain/calendar.ts';
import { createDayFrames } from '../../shared/domain/frames.ts';
import { isoDateAt } from '../../shared/domain/zone.ts';
import type { AgreementPreview } from '../../shared/ipc/views.ts';
import { figuresOfRange } from '../figures/figures-of-range.ts';
import type { ViewNeeds } from '../figures/day-and-week-views.ts';

/** What holds on a day, to compare: neither its end, as long as that has not come, nor when to look at it again. */
function termsOn(versions: readonly Agreement[], isoDate: string): string {
  const version = agreementOn(versions, isoDate);
  return version ? JSON.stringify({ ...version, until: null, lookAgainOn: null }) : '';
}

/**
 * What agreements in place of the present ones would change, from the figures before and after. Only
 * working days before today count, and only from the first span on: before it there is nothing to place.
 */
export function previewAgreements(
  agreements: readonly Agreement[],
  { spans, settings, nowMs, zone }: ViewNeeds,
): AgreementPreview {
  const [first] = spans.between(0, nowMs);
  const from = spans.totals?.extent()?.from ?? (first && isoDateAt(first.zone, first.startedAtMs));
  if (from === undefined) return { days: 0, moves: [] };
  const to = addDays(isoDateAt(zone, nowMs), -1);
  if (to < from) return { days: 0, moves: [] };
  const [before, after] = [settings.agreements, agreements].map((versions) =>
    figuresOfRange(
      spans,
      { from, to },
      createDayFrames({ ...settings, agreements: versions }),
      nowMs,
    ).filter((day) => day.workingDay),
  );
  let days = 0;
  const counts = new Map<string, AgreementPreview['moves'][number]>();
  before?.forEach((day, index) => {
    const next = after?.[index];
    if (!next) return;
    const [was, is] = [settings.agreements, agreements].map((versions) =>
      termsOn(versions, day.date),
    );
    if (was !== is) days += 1;
    if (day.place === next.place) return;
    const key = `${day.place ?? ''} ${next.place ?? ''}`;
    const count = (counts.get(key)?.count ?? 0) + 1;
    counts.set(key, { from: day.place, to: next.place, count });
  });
  return { days, moves: [...counts.values()].sort((a, b) => b.count - a.count) };
}
