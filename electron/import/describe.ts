import type { ImportPlan } from './plan.ts';
import type { SkipReason } from '../../shared/ipc/history-import.ts';
import { MOST_NAMED } from './skipped.ts';

const REASONS: Readonly<Record<SkipReason, string>> = {
  foreign: 'it is of another kind',
  damaged: 'it lacks what such an event has, or has it of another type',
  timestamp: 'its timestamp is no date and time with an offset',
  duration: 'its duration is no number of seconds',
  'no-time': 'it has no length, and none follows it closely',
  endless: 'it is longer than a day, and nothing tells when you were there',
  future: 'it begins after now',
};

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** What a person should know of an import besides its counts, a line each. Nothing of the events is in it. */
export function describeImport({
  skipped,
  hosts,
  hostsWithoutAfk,
  excludedTitles,
}: ImportPlan): string[] {
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
  const endless = byReason.get('endless') ?? 0;
  const more = skipped.total - (byReason.get('foreign') ?? 0) - noTime - endless - named.length;
  if (more > 0) lines.push(`${plural(more, 'more event')} skipped for such reasons.`);
  if (noTime > 0) {
    lines.push(`${plural(noTime, 'event')} without length, and with none close behind, skipped.`);
  }
  if (endless > 0) {
    lines.push(
      `${plural(endless, 'event')} longer than a day skipped, where nothing tells when you were there.`,
    );
  }
  if (hosts === 0) lines.push('The export has no window events that can be used.');
  if (hostsWithoutAfk > 0) {
    lines.push(
      `No AFK events for ${hostsWithoutAfk} of ${plural(hosts, 'computer')}: no idle time is taken away there.`,
    );
  }
  if (excludedTitles !== 'none') {
    lines.push(
      `ActivityWatch left the titles of ${excludedTitles} browser windows out (exclude_title): their time is not measured.`,
    );
  }
  return lines;
}

/** What a person should know of the telephones in an export. @param ms the new LinkedIn time that they add, or would. */
export function describePhones({ phones }: ImportPlan, ms: number, areTaken: boolean): string[] {
  if (phones === 0) return [];
  const minutes = plural(Math.round(ms / 60_000), 'minute');
  return [
    areTaken
      ? `${plural(phones, 'telephone')}: ${minutes} of LinkedIn added.`
      : `${plural(phones, 'telephone')} left out: --with-phones would add ${minutes} of LinkedIn.`,
  ];
}
