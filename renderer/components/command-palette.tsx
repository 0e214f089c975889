import { Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import { useState } from 'react';
import { addDays } from '../../shared/domain/calendar.ts';
import { localToday } from '../i18n/since.ts';
import { useWords, type Words } from '../i18n/words.ts';
import { valueOf } from '../store/remote.ts';
import type { AppState } from '../store/app-state.ts';
import { useApp } from '../store/use-app.ts';
import { PAGES } from './pages.ts';
import { PAUSES } from './pauses.ts';

/** So many days before today are in the palette by name. */
const RECENT_DAYS = 14;

/** All that can be done from anywhere: every page, what is measured, and the latest days. */
function actionsOf(state: AppState, { t, format }: Words): SpotlightActionData[] {
  const today = localToday();
  const status = valueOf(state.tracker);
  const action = (id: string, label: string, onClick: () => void): SpotlightActionData => ({
    id,
    label,
    onClick,
  });
  const days = Array.from({ length: RECENT_DAYS }, (_, back) => addDays(today, -1 - back));
  return [
    ...PAGES.map((page) =>
      action(page, t(`page.${page}`), () => {
        if (page === 'today') void state.openDay(null);
        else state.openPage(page);
      }),
    ),
    ...(status?.state === 'paused'
      ? [action('resume', t('tracker.resume'), () => void state.resume())]
      : PAUSES.map(({ length, key }) =>
          action(
            String(length),
            `${t('tracker.pause')}: ${t(key)}`,
            () => void state.pause(length),
          ),
        )),
    status?.timerSinceMs === null
      ? action('timer', t('timer.start'), () => void state.startTimer())
      : action('timer', t('timer.stop'), () => void state.stopTimer()),
    action('last-week', t('keys.lastWeek'), () => {
      state.openPage('week');
      void state.showWeek(addDays(today, -7));
    }),
    ...days.map((date) => action(date, format.dateLong(date), () => void state.openDay(date))),
  ];
}

/** Ctrl+K: finds a page, an action or a recent day by a part of its name. */
export function CommandPalette() {
  const words = useWords();
  const { t } = words;
  const state = useApp((all) => all);
  const [query, setQuery] = useState('');
  return (
    <Spotlight
      actions={actionsOf(state, words)}
      shortcut="mod + K"
      tagsToIgnore={[]}
      nothingFound={t('keys.nothing')}
      query={query}
      onQueryChange={setQuery}
      // What was looked for the last time is not what is looked for now.
      onSpotlightOpen={() => {
        setQuery('');
      }}
      attributes={{ content: { 'aria-label': t('keys.find') } }}
      scrollable
      maxHeight="min(26rem, 60vh)"
      searchProps={{ placeholder: t('keys.find'), 'aria-label': t('keys.find') }}
    />
  );
}
