import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import type { SpanEdit } from '../../../shared/domain/span-edit.ts';
import type { EditResult } from '../../../shared/ipc/corrections.ts';
import { spanLengthText, useWords } from '../../i18n/words.ts';
import { useApp } from '../../store/use-app.ts';

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
