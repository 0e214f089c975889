import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { type Activity, activityChoices } from '../../../shared/domain/activity.ts';
import type { Interval } from '../../../shared/domain/interval.ts';
import type { SpanEdit } from '../../../shared/domain/span-edit.ts';
import { isoDateAt } from '../../../shared/domain/zone.ts';
import type { EditResult } from '../../../shared/ipc/corrections.ts';
import { Dialog } from '../../components/dialog.tsx';
import { spanLengthText, useWords } from '../../i18n/words.ts';
import { valueOf } from '../../store/remote.ts';
import { useApp } from '../../store/use-app.ts';
import { fieldTime, momentOf, stretchOf } from './span-times.ts';

/** A stretch of time as it is, and the zone in which it is told. */
interface Times {
  readonly startMs: number;
  readonly endMs: number;
  readonly zone: string;
}

/** Sends an edit; where it would replace something, what that is, until the user decides. */
export function useEdit(onDone: () => void) {
  const editSpan = useApp((state) => state.editSpan);
  const [asked, setAsked] = useState<{ edit: SpanEdit; replaced: EditResult['replaced'] } | null>(
    null,
  );
  async function send(edit: SpanEdit, mayReplace = false): Promise<void> {
    const result = await editSpan(edit, mayReplace);
    if (result && !result.done) setAsked({ edit, replaced: result.replaced });
    else {
      setAsked(null);
      onDone();
    }
  }
  return {
    asked,
    send: (edit: SpanEdit) => void send(edit),
    replace: () => {
      if (asked) void send(asked.edit, true);
    },
    leave: () => {
      setAsked(null);
    },
  };
}

/** What an edit takes the place of, to be agreed to. */
export function Replaced({
  replaced,
  zone,
  onReplace,
  onCancel,
}: {
  readonly replaced: EditResult['replaced'];
  readonly zone: string;
  readonly onReplace: () => void;
  readonly onCancel: () => void;
}) {
  const words = useWords();
  const { t, format } = words;
  return (
    <Stack gap="sm">
      <p>{t('correct.replaces')}</p>
      <ul>
        {replaced.map(({ activity, startMs, endMs }) => (
          <li key={startMs}>
            {t('correct.replacedSpan', {
              activity: t(`activity.${activity}`),
              time: t('duration.span', {
                from: format.time(startMs, zone),
                to: format.time(endMs, zone),
              }),
              length: spanLengthText(words, endMs - startMs),
            })}
          </li>
        ))}
      </ul>
      <Group>
        <Button data-autofocus onClick={onReplace}>
          {t('correct.replace')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('correct.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}

/** Two fields for a stretch, and what saves it. */
function StretchForm({
  start,
  end,
  onSave,
  children,
}: {
  readonly start: { readonly zone: string; readonly date: string; readonly shownMs?: number };
  readonly end: { readonly zone: string; readonly date: string; readonly shownMs?: number };
  readonly onSave: (startMs: number, endMs: number) => void;
  readonly children?: ReactNode;
}) {
  const { t } = useWords();
  const textOf = ({ zone, shownMs }: typeof start) =>
    shownMs === undefined ? '' : fieldTime(zone, shownMs);
  const [from, setFrom] = useState(textOf(start));
  const [until, setUntil] = useState(textOf(end));
  const stretch = stretchOf(momentOf(from, start), momentOf(until, end));
  const [isToCome, setIsToCome] = useState(false);
  const isWrong = from !== '' && until !== '' && !stretch;
  const error = isWrong ? t('correct.order') : isToCome ? t('correct.toCome') : null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!stretch) return;
        if (stretch.endMs > Date.now()) setIsToCome(true);
        else onSave(stretch.startMs, stretch.endMs);
      }}
    >
      <Stack gap="sm">
        {children}
        <Group align="flex-start">
          <TextInput
            type="time"
            step={1}
            data-autofocus
            label={t('correct.start')}
            value={from}
            onChange={(event) => {
              setFrom(event.currentTarget.value);
            }}
          />
          <TextInput
            type="time"
            step={1}
            label={t('correct.end')}
            value={until}
            error={error}
            onChange={(event) => {
              setIsToCome(false);
              setUntil(event.currentTarget.value);
            }}
          />
        </Group>
        <p className="muted">{t('correct.editHelp')}</p>
        <Group>
          <Button type="submit" disabled={!stretch}>
            {t('correct.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** One field for the moment at which a span becomes two. */
function SplitForm({
  times: { startMs, endMs, zone },
  onSplit,
}: {
  readonly times: Times;
  readonly onSplit: (atMs: number) => void;
}) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const dates = [isoDateAt(zone, startMs), isoDateAt(zone, endMs)];
  const atMs = dates
    .map((date) => momentOf(text, { zone, date }))
    .find((ms) => ms !== undefined && ms > startMs && ms < endMs);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (atMs !== undefined) onSplit(atMs);
      }}
    >
      <Group align="flex-end">
        <TextInput
          type="time"
          step={1}
          label={t('correct.splitAt')}
          value={text}
          error={text !== '' && atMs === undefined ? t('correct.inside') : null}
          onChange={(event) => {
            setText(event.currentTarget.value);
          }}
        />
        <Button type="submit" variant="default" disabled={atMs === undefined}>
          {t('correct.split')}
        </Button>
      </Group>
    </form>
  );
}

/** Lets the user change when a span was, or split it. */
export function SpanEditor({
  times,
  onClose,
}: {
  readonly times: Times;
  readonly onClose: () => void;
}) {
  const { t } = useWords();
  const { asked, send, replace } = useEdit(onClose);
  const { startMs: atMs, endMs, zone } = times;
  return (
    <Dialog title={t('correct.editTitle')} onClose={onClose}>
      {asked ? (
        <Replaced replaced={asked.replaced} zone={zone} onReplace={replace} onCancel={onClose} />
      ) : (
        <Stack gap="lg">
          <StretchForm
            start={{ zone, date: isoDateAt(zone, atMs), shownMs: atMs }}
            end={{ zone, date: isoDateAt(zone, endMs), shownMs: endMs }}
            onSave={(startMs, untilMs) => {
              send({ kind: 'move', atMs, startMs, endMs: untilMs });
            }}
          />
          <SplitForm
            times={times}
            onSplit={(splitMs) => {
              send({ kind: 'split', atMs: splitMs });
            }}
          />
        </Stack>
      )}
    </Dialog>
  );
}

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
