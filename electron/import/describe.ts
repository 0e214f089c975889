import type { ImportPlan } from './plan.ts';
import type { SkipReason } from '../../shared/ipc/history-import.ts';
import { MOST_NAMED } from './skipped.ts';

const REASONS: Readonly<Record<SkipReason, string>> = {
  foreign: 'it is of another kind',
  damaged: 'it lacks what such an event has, or has it of another type',
  timestamp: 'its timestamp is no date and time with an offset',
  duration: 'its duration is no number of seconds from 0 to a day',
  'no-time': 'it has no length, and none follows it closely',
  future: 'it ends after now',
};

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** What a person should know of an import besides its counts, a line each. Nothing of the events is in it. */
export function describeImport({ skipped, hosts, hostsWithoutAfk }: ImportPlan): string[] {
  const lines: string[] = [];
  const { byReason, foreignByBucket, named } = skipped;
  for (const [bucket, count] of [...foreignByBucket].slice(0, MOST_NAMED)) {
    lines.push(`Bucket ${bucket} is of another kind: ${plural(count, 'event')} skipped.`);
  }
  if (foreignByBucket.size > MOST_NAMED) {
    lines.push(`So are ${plural(foreignByBucket.size - MOST_NAMED, 'more bucket')}.`);
  }
  for (const { bucket, event, reason } of named) {
    lines.push(`Bucket ${bucket}, event ${event} is skipped: ${REASONS[reason]}.`);
  }
  const noTime = byReason.get('no-time') ?? 0;
  const more = skipped.total - (byReason.get('foreign') ?? 0) - noTime - named.length;
  if (more > 0) lines.push(`${plural(more, 'more event')} skipped for such reasons.`);
  if (noTime > 0) {
    lines.push(`${plural(noTime, 'event')} without length, and with none close behind, skipped.`);
  }
  if (hosts === 0) lines.push('The export has no window events that can be used.');
  if (hostsWithoutAfk > 0) {
    lines.push(
      `No AFK events for ${hostsWithoutAfk} of ${plural(hosts, 'computer')}: no idle time is taken away there.`,
    );
  }
  return lines;
}
