import type { SettingsPatch } from '../../shared/settings/settings.ts';
import { runsOf } from '../store/change-settings.ts';
import { versionText } from './since.ts';
import type { Words } from './words.ts';

/** Runs of days that are named; of more the first ones stand for all. */
const MOST_NAMED = 3;

type Kind = 'added' | 'removed' | 'changed';

/** Which version of several a change is about, and what became of it. */
function versionChange<T extends { readonly from: string }>(
  before: readonly T[],
  after: readonly T[],
): { readonly kind: Kind; readonly from: string } | undefined {
  const missingIn = (versions: readonly T[], others: readonly T[]) =>
    versions.find(({ from }) => others.every((other) => other.from !== from));
  const added = missingIn(after, before);
  const removed = missingIn(before, after);
  // One that got another date is the same one.
  if (added) return { kind: removed ? 'changed' : 'added', from: added.from };
  if (removed) return { kind: 'removed', from: removed.from };
  const changed = after.find(
    (version) =>
      JSON.stringify(version) !== JSON.stringify(before.find(({ from }) => from === version.from)),
  );
  return changed && { kind: 'changed', from: changed.from };
}

function daysText({ format }: Words, dates: readonly string[]): string {
  const runs = runsOf(dates).map(({ from, to }) => format.dateRange(from, to));
  return `${runs.slice(0, MOST_NAMED).join(', ')}${runs.length > MOST_NAMED ? ', …' : ''}`;
}

/** What a change of settings changed, by the name of what it is about. @param before of the keys of `after`. */
export function settingsChangeText(
  words: Words,
  before: SettingsPatch,
  after: SettingsPatch,
): string {
  const { t } = words;
  const version = (key: 'agreements' | 'schedules') => {
    const change = versionChange<{ readonly from: string }>(before[key] ?? [], after[key] ?? []);
    if (!change) return undefined;
    const { kind, from } = change;
    return t(`undo.${key}.${kind}`, { since: versionText(words, from) });
  };
  if (after.agreements) return version('agreements') ?? t('undo.settings');
  if (after.schedules) return version('schedules') ?? t('undo.settings');
  if (after.daysOff) {
    const was = before.daysOff ?? [];
    const now = after.daysOff;
    const added = now.filter((date) => !was.includes(date));
    const removed = was.filter((date) => !now.includes(date));
    return added.length > 0
      ? t('undo.daysOff.added', { days: daysText(words, added) })
      : t('undo.daysOff.removed', { days: daysText(words, removed) });
  }
  if (after.dayChanges) {
    const was = before.dayChanges ?? {};
    const now = after.dayChanges;
    const dates = [...new Set([...Object.keys(was), ...Object.keys(now)])].filter(
      (date) => JSON.stringify(was[date]) !== JSON.stringify(now[date]),
    );
    return t('undo.dayChanges', { days: daysText(words, dates) });
  }
  return t(after.holidays === undefined ? 'undo.settings' : 'undo.holidays');
}
