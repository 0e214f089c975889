import { Button } from '@mantine/core';
import { useState } from 'react';
import { versionOn } from '../../../shared/domain/versions.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import { DraftNote } from '../../components/draft-note.tsx';
import { SettingGroup } from '../../components/setting-row.tsx';
import classes from '../../components/settings.module.css';
import { useWords } from '../../i18n/words.ts';
import {
  correctVersion,
  scheduleFrom,
  withVersion,
  withoutVersion,
} from '../../store/change-settings.ts';
import type { ScheduleDraft } from '../../store/state/drafts.ts';
import { useApp } from '../../store/use-app.ts';
import { ScheduleFields } from './schedule-fields.tsx';
import { ScheduleVersions } from './schedule-versions.tsx';
import { isScheduleSound } from './week-hours.ts';

function versionsWith(
  schedules: Settings['schedules'],
  { schedule, corrects }: ScheduleDraft,
): Settings['schedules'] {
  return corrects === undefined
    ? withVersion(schedules, schedule)
    : correctVersion(schedules, corrects, schedule);
}

/** Saves what is written, or puts it away; a schedule from the past on changes days that have been. */
function DraftFoot({
  draft,
  today,
  onCancel,
  onSave,
}: {
  /** Undefined where nothing was written. */
  readonly draft: ScheduleDraft | undefined;
  readonly today: string;
  onCancel(): void;
  onSave(): void;
}) {
  const { t } = useWords();
  const from = draft?.schedule.from ?? '';
  return (
    <>
      {from !== '' && from < today ? (
        <p className={classes.detail} role="status">
          {t('hours.past')}
        </p>
      ) : null}
      <div className={classes.buttons}>
        <Button variant="default" disabled={!draft} onClick={onCancel}>
          {t('hours.cancel')}
        </Button>
        <Button disabled={!draft || !isScheduleSound(draft.schedule)} onClick={onSave}>
          {t('hours.save')}
        </Button>
      </div>
    </>
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
  const { t } = useWords();
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
  return (
    <SettingGroup title={t('hours.schedule')} detail={t('hours.scheduleHelp')}>
      <DraftNote isThere={draft !== undefined} />
      <ScheduleFields
        schedule={schedule}
        shown={shownWeek}
        onShow={setShownWeek}
        onChange={(part) => {
          setDraft({ schedule: { ...schedule, ...part }, corrects });
        }}
      />
      <DraftFoot
        draft={draft}
        today={today}
        onCancel={() => {
          setDraft(undefined);
        }}
        onSave={() => {
          onChange(versionsWith(schedules, { schedule, corrects }));
          setDraft(undefined);
        }}
      />
      {schedules.length > 1 ? (
        <ScheduleVersions
          schedules={schedules}
          current={current}
          onCorrect={(version) => {
            setDraft({ schedule: version, corrects: version.from });
            setShownWeek(0);
          }}
          onDelete={(version) => {
            onChange(withoutVersion(schedules, version.from));
          }}
        />
      ) : null}
    </SettingGroup>
  );
}
