import { Button, Group, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../i18n/words.ts';
import { fieldTime, momentOf, stretchOf } from './span-times.ts';
import { ClockField } from './clock-field.tsx';

/** Where a time of the clock is meant, and what the field begins with. */
interface StretchEnd {
  readonly zone: string;
  readonly date: string;
  readonly shownMs?: number;
}

/** Two fields for a stretch, and what saves it. */
export function StretchForm({
  start,
  end,
  onSave,
  children,
}: {
  readonly start: StretchEnd;
  readonly end: StretchEnd;
  readonly onSave: (startMs: number, endMs: number) => void;
  readonly children?: ReactNode;
}) {
  const { t } = useWords();
  const textOf = ({ zone, shownMs }: StretchEnd) =>
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
          <ClockField data-autofocus label={t('correct.start')} value={from} onChange={setFrom} />
          <ClockField
            label={t('correct.end')}
            value={until}
            error={error}
            onChange={(text) => {
              setIsToCome(false);
              setUntil(text);
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
