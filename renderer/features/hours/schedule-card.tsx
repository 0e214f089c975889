import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { versionOn } from '../../../shared/domain/versions.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import { DraftNote } from '../../components/draft-note.tsx';
import { RangesField } from '../../components/ranges-field.tsx';
import { SettingGroup } from '../../components/setting-row.tsx';
import classes from '../../components/settings.module.css';
import { sinceText } from '../../i18n/since.ts';
import { useWords } from '../../i18n/words.ts';
import {
  areRangesSound,
  correctVersion,
  type ScheduleSetting,
  scheduleFrom,
  withVersion,
  withoutVersion,
} from '../../store/change-settings.ts';
import type { ScheduleDraft } from '../../store/state/drafts.ts';
import { useApp } from '../../store/use-app.ts';
import { WeekEditor } from './week-editor.tsx';
import { isScheduleSound, problemDays } from './week-hours.ts';

const MOST_WEEKS = 8;

function WeekTabs({
  count,
  shown,
  onShow,
}: {
  readonly count: number;
  readonly shown: number;
  onShow(index: number): void;
}) {
  const { t } = useWords();
  return (
    <SegmentedControl
      aria-label={t('hours.weeks')}
      value={String(shown)}
      data={Array.from({ length: count }, (_, index) => ({
        value: String(index),
        label: t('hours.weekOf', { number: index + 1, count }),
      }))}
      onChange={(value) => {
        onShow(Number(value));
      }}
    />
  );
}

/** The versions of the schedule, and an editor of one; nothing changes until it is saved as a whole. */
export function ScheduleCard({
  schedules,
  today,
  onChange,
}: {
  readonly schedules: Settings['schedules'];
  readonly today: string;
  onChange(schedules: Settings['schedules']): void;
}) {
  const words = useWords();
  const { t } = words;
  const draft = useApp((state) => state.drafts.schedule);
  const keepDraft = useApp((state) => state.keepDraft);
  const setDraft = (schedule: ScheduleDraft | undefined) => {
    keepDraft({ schedule });
  };
  const [shownWeek, setShownWeek] = useState(0);
  const current = versionOn(schedules, today) ?? schedules[0];
  if (!current) return null;
  const { schedule, corrects } = draft ?? {
    schedule: scheduleFrom(current, today),
    corrects: undefined,
  };
  const weekIndex = Math.min(shownWeek, schedule.weeks.length - 1);
  const week = schedule.weeks[weekIndex];
  const isSound = isScheduleSound(schedule);
  const areBreaksSound = areRangesSound(schedule.breaks);
  /** The week whose days are wrong and are not in sight. */
  const wrongWeek = schedule.weeks.findIndex((one) => problemDays(one).length > 0);
  const change = (part: Partial<ScheduleSetting>) => {
    setDraft({ schedule: { ...schedule, ...part }, corrects });
  };
  const save = () => {
    onChange(
      corrects === undefined
        ? withVersion(schedules, schedule)
        : correctVersion(schedules, corrects, schedule),
    );
    setDraft(undefined);
  };
  return (
    <SettingGroup title={t('hours.schedule')} detail={t('hours.scheduleHelp')}>
      <DraftNote isThere={draft !== undefined} />
      <div className={classes.bar}>
        <TextInput
          type="date"
          label={t('hours.validFrom')}
          value={schedule.from}
          error={schedule.from === '' && t('hours.noDate')}
          onChange={(event) => {
            change({ from: event.currentTarget.value });
          }}
        />
        {schedule.weeks.length > 1 ? (
          <WeekTabs count={schedule.weeks.length} shown={weekIndex} onShow={setShownWeek} />
        ) : null}
        <Button
          variant="subtle"
          disabled={schedule.weeks.length >= MOST_WEEKS}
          onClick={() => {
            if (week) change({ weeks: [...schedule.weeks, week] });
            setShownWeek(schedule.weeks.length);
          }}
        >
          {t('hours.addWeek')}
        </Button>
        {schedule.weeks.length > 1 ? (
          <Button
            variant="subtle"
            onClick={() => {
              change({ weeks: schedule.weeks.filter((_, index) => index !== weekIndex) });
            }}
          >
            {t('hours.removeWeek')}
          </Button>
        ) : null}
      </div>
      {week ? (
        <WeekEditor
          week={week}
          breaks={schedule.breaks}
          onChange={(next) => {
            change({
              weeks: schedule.weeks.map((old, index) => (index === weekIndex ? next : old)),
            });
          }}
        />
      ) : null}
      <table className={classes.hours}>
        <tbody>
          <tr>
            <th scope="row">{t('hours.breaks')}</th>
            <td>
              <RangesField
                name={t('hours.breaks')}
                none={t('hours.noBreaks')}
                addLabel={t('hours.addBreak')}
                ranges={schedule.breaks}
                onChange={(breaks) => {
                  change({ breaks });
                }}
              />
              {areBreaksSound ? null : (
                <p className={classes.problem} role="alert">
                  {t('hours.wrongDay')}
                </p>
              )}
            </td>
          </tr>
        </tbody>
      </table>
      {wrongWeek >= 0 && wrongWeek !== weekIndex ? (
        <p className={classes.problem} role="alert">
          {t('hours.wrongWeek', { number: wrongWeek + 1 })}
        </p>
      ) : null}
      {draft !== undefined && schedule.from !== '' && schedule.from < today ? (
        <p className={classes.detail} role="status">
          {t('hours.past')}
        </p>
      ) : null}
      <div className={classes.buttons}>
        <Button
          variant="default"
          disabled={draft === undefined}
          onClick={() => {
            setDraft(undefined);
          }}
        >
          {t('hours.cancel')}
        </Button>
        <Button disabled={draft === undefined || !isSound} onClick={save}>
          {t('hours.save')}
        </Button>
      </div>
      {schedules.length > 1 ? (
        <section className={classes.versions} aria-label={t('hours.versions')}>
          <h3>{t('hours.versions')}</h3>
          <ul>
            {schedules.toReversed().map((version) => (
              <li key={version.from}>
                <span>
                  {sinceText(words, version.from)}
                  {version === current ? <em>{t('hours.now')}</em> : null}
                </span>
                <span className={classes.actions}>
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    onClick={() => {
                      setDraft({ schedule: version, corrects: version.from });
                      setShownWeek(0);
                    }}
                  >
                    {t('hours.correct')}
                  </Button>
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    onClick={() => {
                      onChange(withoutVersion(schedules, version.from));
                    }}
                  >
                    {t('hours.delete')}
                  </Button>
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </SettingGroup>
  );
}
