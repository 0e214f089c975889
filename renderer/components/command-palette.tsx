import { Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import { useMemo, useState } from 'react';
import { addDays } from '../../shared/domain/calendar.ts';
import { localToday } from '../i18n/since.ts';
import { useWords, type Words } from '../i18n/words.ts';
import { valueOf } from '../store/remote.ts';
import type { AppState } from '../store/app-state.ts';
import { useApp, useAppNow } from '../store/use-app.ts';
import { PAGES } from './pages.ts';
import { PAUSES } from './pauses.ts';

/** So many days before today are in the palette by name. */
const RECENT_DAYS = 14;

/** What decides which actions there are. */
interface Offered {
  readonly isPaused: boolean;
  readonly mayStartTimer: boolean;
  /** ISO date. */
  readonly today: string;
}

/** All that can be done from anywhere: every page, what is measured, and the latest days. */
function actionsOf(
  now: () => AppState,
  { isPaused, mayStartTimer, today }: Offered,
  { t, format }: Words,
): SpotlightActionData[] {
  const action = (id: string, label: string, onClick: () => void): SpotlightActionData => ({
    id,
    label,
    onClick,
  });
  const days = Array.from({ length: RECENT_DAYS }, (_, back) => addDays(today, -1 - back));
  return [
    ...PAGES.map((page) =>
      action(page, t(`page.${page}`), () => {
        if (page === 'today') void now().openDay(null);
        else now().openPage(page);
      }),
    ),
    ...(isPaused
      ? [action('resume', t('tracker.resume'), () => void now().resume())]
      : PAUSES.map(({ length, key }) =>
          action(
            String(length),
            `${t('tracker.pause')}: ${t(key)}`,
            () => void now().pause(length),
          ),
        )),
    mayStartTimer
      ? action('timer', t('timer.start'), () => void now().startTimer())
      : action('timer', t('timer.stop'), () => void now().stopTimer()),
    action('last-week', t('keys.lastWeek'), () => {
      now().openPage('week');
      void now().showWeek(addDays(today, -7));
    }),
    ...days.map((date) => action(date, format.dateLong(date), () => void now().openDay(date))),
  ];
}

/** Ctrl+K: finds a page, an action or a recent day by a part of its name. */
export function CommandPalette() {
  const words = useWords();
  const { t } = words;
  const now = useAppNow();
  const isPaused = useApp(({ tracker }) => valueOf(tracker)?.state === 'paused');
  const mayStartTimer = useApp(({ tracker }) => valueOf(tracker)?.timerSinceMs === null);
  const [today, setToday] = useState(localToday);
  const [query, setQuery] = useState('');
  // Made anew for what decides them alone: a day that runs changes the store every few seconds.
  const actions = useMemo(
    () => actionsOf(now, { isPaused, mayStartTimer, today }, words),
    [now, isPaused, mayStartTimer, today, words],
  );
  return (
    <Spotlight
      actions={actions}
      shortcut="mod + K"
      tagsToIgnore={[]}
      nothingFound={t('keys.nothing')}
      query={query}
      onQueryChange={setQuery}
      // What was looked for the last time is not what is looked for now.
      onSpotlightOpen={() => {
        setQuery('');
        setToday(localToday());
      }}
      attributes={{ content: { 'aria-label': t('keys.find') } }}
      scrollable
      maxHeight="min(26rem, 60vh)"
      searchProps={{ placeholder: t('keys.find'), 'aria-label': t('keys.find') }}
    />
  );
}
