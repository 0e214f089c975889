import { Button } from '@mantine/core';
import { useState } from 'react';
import { type Activity, activityChoices } from '../../../shared/domain/activity.ts';
import type { Interval } from '../../../shared/domain/interval.ts';
import { isoDateAt } from '../../../shared/domain/zone.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Select } from '../../components/select.tsx';
import { useWords } from '../../i18n/words.ts';
import { valueOf } from '../../store/remote.ts';
import { useApp } from '../../store/use-app.ts';
import { Replaced, useEdit } from './span-edit.tsx';
import { StretchForm } from './stretch-form.tsx';

/** Asks what time was that was not measured, and when. */
export function AddDialog({
  zone,
  date,
  times,
  onClose,
}: {
  readonly zone: string;
  readonly date: string;
  /** What the fields begin with. */
  readonly times?: Interval;
  readonly onClose: () => void;
}) {
  const { t } = useWords();
  const { asked, send, replace } = useEdit(onClose);
  const shieldJobs = useApp((state) => valueOf(state.settings)?.shieldJobs ?? true);
  const choices = activityChoices(shieldJobs);
  const dateOf = (atMs: number | undefined) => (atMs === undefined ? date : isoDateAt(zone, atMs));
  const [activity, setActivity] = useState<Activity>('networking');
  return (
    <Dialog title={t('correct.addTitle')} onClose={onClose}>
      {asked ? (
        <Replaced replaced={asked.replaced} zone={zone} onReplace={replace} onCancel={onClose} />
      ) : (
        <StretchForm
          start={{ zone, date: dateOf(times?.startMs), ...(times && { shownMs: times.startMs }) }}
          end={{ zone, date: dateOf(times?.endMs), ...(times && { shownMs: times.endMs }) }}
          onSave={(startMs, endMs) => {
            send({ kind: 'add', startMs, endMs, activity, zone });
          }}
        >
          <Select
            label={t('correct.filter')}
            allowDeselect={false}
            value={activity}
            data={choices.map((id) => ({ value: id, label: t(`activity.${id}`) }))}
            onChange={(next) => {
              setActivity(choices.find((id) => id === next) ?? activity);
            }}
          />
        </StretchForm>
      )}
    </Dialog>
  );
}

/** Adds time to a day that was not measured. */
export function AddTime({ zone, date }: { readonly zone: string; readonly date: string }) {
  const { t } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        size="xs"
        w="fit-content"
        variant="default"
        onClick={() => {
          setIsOpen(true);
        }}
      >
        {t('correct.add')}
      </Button>
      {isOpen ? (
        <AddDialog
          zone={zone}
          date={date}
          onClose={() => {
            setIsOpen(false);
          }}
        />
      ) : null}
    </>
  );
}
