import { Button } from '@mantine/core';
import { useState } from 'react';
import type { WeekView } from '../../../shared/ipc/views.ts';
import { useWords } from '../../i18n/words.ts';
import { useApp } from '../../store/use-app.ts';
import { buildWeekChart } from './build-week-chart.ts';
import { weekPicture } from './draw-week-picture.ts';
import classes from './week-page.module.css';

/** Hands the week's chart on as a picture: to the clipboard, or into a file. */
export function PictureTools({ view }: { readonly view: WeekView }) {
  const words = useWords();
  const { t, format } = words;
  const handPicture = useApp((state) => state.handPicture);
  const [done, setDone] = useState<{ of: string; way: 'copy' | 'save' }>();
  const { week, days } = view;
  const hand = async (way: 'copy' | 'save') => {
    const range = format.dateRange(week.from, days.at(-1)?.date ?? week.from);
    const png = weekPicture(buildWeekChart(view, words), { name: week.week, range }, words);
    setDone(
      (await handPicture(way, { week: week.week, png })) ? { of: week.week, way } : undefined,
    );
  };
  return (
    <>
      <span className={classes.saved} role="status">
        {done?.of === week.week ? t(`week.picture.done.${done.way}`) : ''}
      </span>
      {(['copy', 'save'] as const).map((way) => (
        <Button key={way} size="compact-sm" variant="subtle" onClick={() => void hand(way)}>
          {t(`week.picture.${way}`)}
        </Button>
      ))}
    </>
  );
}
