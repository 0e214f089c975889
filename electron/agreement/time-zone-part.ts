import { MINUTE_MS } from '../../shared/domain/rounding.ts';
import { type OffsetStretch, offsetsWithin } from '../../shared/domain/zone.ts';

/** A wall time as iCalendar writes it, as in `20261129T090000`. */
function wallText(wallMs: number): string {
  return new Date(wallMs).toISOString().replaceAll(/[-:]|\.\d+Z$/g, '');
}

/** An offset as iCalendar writes it, as in `+0100`, with seconds only where it has some. */
function offsetText(offsetMs: number): string {
  const seconds = Math.abs(offsetMs) / 1000;
  const [hours, minutes, rest] = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) =>
    String(Math.floor(part)).padStart(2, '0'),
  );
  return `${offsetMs < 0 ? '-' : '+'}${hours ?? ''}${minutes ?? ''}${rest === '00' ? '' : (rest ?? '')}`;
}

/** One stretch: from when its offset holds, as the clock showed it just before. */
function observance(before: OffsetStretch, segment: OffsetStretch): string[] {
  const kind = segment.offsetMs > before.offsetMs ? 'DAYLIGHT' : 'STANDARD';
  const onsetMs = Number.isFinite(segment.startMs) ? segment.startMs + before.offsetMs : 0;
  return [
    `BEGIN:${kind}`,
    `DTSTART:${wallText(onsetMs)}`,
    `TZOFFSETFROM:${offsetText(before.offsetMs)}`,
    `TZOFFSETTO:${offsetText(segment.offsetMs)}`,
    `END:${kind}`,
  ];
}

/**
 * The rules of a zone for a time (RFC 5545, VTIMEZONE), by the zone data that all figures follow: each change of
 * the clock in that time by its date, and the one before it, so that nothing depends on what a reader knows of the zone.
 */
export function timeZonePart(zone: string, fromMs: number, toMs: number): string {
  const segments = offsetsWithin(zone, fromMs, toMs);
  const [first] = segments;
  const before =
    first && Number.isFinite(first.startMs)
      ? offsetsWithin(zone, first.startMs - MINUTE_MS, first.startMs)
      : [];
  const known = [...before.slice(0, 1), ...segments];
  const parts = segments.flatMap((segment) => {
    const index = known.indexOf(segment);
    return observance(known[index - 1] ?? segment, segment);
  });
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...parts, 'END:VTIMEZONE'].join('\r\n');
}
