import { Swatch, type SwatchKind } from '../../charts/swatch.tsx';
import { useWords } from '../../i18n/words.ts';
import type { WeekChart as Week } from './build-week-chart.ts';

/** What the fills of a week's chart stand for. */
export function WeekLegend({
  week,
  withBefore = false,
}: {
  readonly week: Week;
  readonly withBefore?: boolean;
}) {
  const { t } = useWords();
  const bands = [...new Set(week.bands.map(({ label }) => label))];
  const signs: readonly { readonly kind: SwatchKind; readonly label: string }[] = [
    ...bands.map((label) => ({ kind: 'band', label }) as const),
    ...week.series.map((kind) => ({ kind, label: t(`activity.${kind}`) })),
    ...(week.hasOutside ? [{ kind: 'outside', label: t('week.chart.outside') } as const] : []),
    ...(week.hasPrivate || week.hasPrivateOutside
      ? [{ kind: 'private', label: t('activity.private') } as const]
      : []),
    ...(withBefore && week.hasBefore
      ? [{ kind: 'before', label: t('week.chart.before') } as const]
      : []),
    ...(week.hasNotMeasured
      ? [{ kind: 'not-measured', label: t('week.chart.notMeasured') } as const]
      : []),
  ];
  return (
    <ul className="legend">
      {signs.map(({ kind, label }) => (
        <li key={`${kind} ${label}`}>
          <Swatch kind={kind} />
          {label}
        </li>
      ))}
    </ul>
  );
}
