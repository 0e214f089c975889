import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';
import type { Page } from '../../shared/ipc/place.ts';
import { useApp } from '../store/use-app.ts';
import {
  AgreementIcon,
  HoursIcon,
  Mark,
  PrivacyIcon,
  RulesIcon,
  ReportIcon,
  SettingsIcon,
  TodayIcon,
  TrendsIcon,
  WeekIcon,
} from './icons.tsx';
import { Keys } from './keys.tsx';
import classes from './navigation.module.css';
import { PAGE_GROUPS, type RailPage } from './pages.ts';
import { TrackerPanel } from './tracker-panel.tsx';

const ICONS: Readonly<Record<RailPage, ReactNode>> = {
  today: <TodayIcon />,
  week: <WeekIcon />,
  trends: <TrendsIcon />,
  report: <ReportIcon />,
  agreement: <AgreementIcon />,
  hours: <HoursIcon />,
  privacy: <PrivacyIcon />,
  rules: <RulesIcon />,
  settings: <SettingsIcon />,
};

/** A page without a place of its own in the rail belongs to one that has. */
function currentOf(target: Page, page: Page): 'page' | 'true' | undefined {
  if (target === page) return 'page';
  const isWithin =
    (target === 'week' && page === 'review') || (target === 'settings' && page === 'companion');
  return isWithin ? 'true' : undefined;
}

/** The rail at the left: the pages, and what is being measured. */
export function Navigation() {
  const { t } = useWords();
  const page = useApp((state) => state.page);
  const openPage = useApp((state) => state.openPage);
  const openDay = useApp((state) => state.openDay);
  const showWeek = useApp((state) => state.showWeek);
  const open = (next: RailPage) => {
    // "Today" in the rail is always today, also from another day.
    if (next === 'today') void openDay(null);
    // "Week" leads to the week that was looked at last, and from that to the present one.
    else if (next === 'week' && page === 'week') void showWeek(null);
    else openPage(next);
  };
  return (
    <header className={classes.rail}>
      <div className={classes.brand}>
        <Mark />
        <span>{t('app.name')}</span>
        <Keys onOpen={open} />
      </div>
      <nav aria-label={t('app.navigation')}>
        {PAGE_GROUPS.map((group) => (
          <ul key={group[0]} className={classes.pages}>
            {group.map((target) => (
              <li key={target}>
                <UnstyledButton
                  className={classes.link}
                  aria-current={currentOf(target, page)}
                  onClick={() => {
                    open(target);
                  }}
                >
                  {ICONS[target]}
                  <span>{t(`page.${target}`)}</span>
                </UnstyledButton>
              </li>
            ))}
          </ul>
        ))}
      </nav>
      <div className={classes.foot}>
        <TrackerPanel />
        <p className={classes.promise}>{t('app.promise')}</p>
      </div>
    </header>
  );
}
