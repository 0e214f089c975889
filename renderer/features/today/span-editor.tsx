import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { isoDateAt } from '../../../shared/domain/zone.ts';
import { Dialog } from '../../components/dialog.tsx';
import { useWords } from '../../i18n/words.ts';
import { Replaced, useEdit } from './span-edit.tsx';
import { momentOf } from './span-times.ts';
import { StretchForm } from './stretch-form.tsx';
import { ClockField } from './clock-field.tsx';

/** A stretch of time as it is, and the zone in which it is told. */
interface Times {
  readonly startMs: number;
  readonly endMs: number;
  readonly zone: string;
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
        <ClockField
          label={t('correct.splitAt')}
          value={text}
          error={text !== '' && atMs === undefined ? t('correct.inside') : null}
          onChange={setText}
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
