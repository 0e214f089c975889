import type { SettingsPatch } from '../../../shared/settings/settings.ts';
import { Later } from '../../components/later.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { RemoteView } from '../../components/remote-view.tsx';
import classes from '../../components/settings.module.css';
import { localToday } from '../../i18n/since.ts';
import { useWords } from '../../i18n/words.ts';
import { useApp } from '../../store/use-app.ts';
import { DaysCard } from './days-card.tsx';
import { HolidaysCard } from './holidays-card.tsx';
import { ScheduleCard } from './schedule-card.tsx';

/** Working time: the schedule, days that differ from it, and holidays. */
export function HoursPage() {
  const { t } = useWords();
  const settings = useApp((state) => state.settings);
  const loadSettings = useApp((state) => state.loadSettings);
  const changeUndoably = useApp((state) => state.changeUndoably);
  const change = (patch: SettingsPatch) => void changeUndoably(patch);
  const today = localToday();
  return (
    <div className={classes.page}>
      <PageHead title={t('page.hours')} detail={t('hours.intro')} />
      <RemoteView remote={settings} heights={[520, 160, 160]} onRetry={() => void loadSettings()}>
        {(value) => (
          <>
            <ScheduleCard
              schedules={value.schedules}
              today={today}
              onChange={(schedules) => {
                change({ schedules });
              }}
            />
            <Later heights={[160, 160]}>
              <DaysCard settings={value} today={today} onChange={change} />
              <HolidaysCard
                holidays={value.holidays}
                today={today}
                onChange={(holidays) => {
                  change({ holidays });
                }}
              />
            </Later>
          </>
        )}
      </RemoteView>
    </div>
  );
}
