import type { TrendsView } from '../../../shared/ipc/views.ts';
import { Swatch, type SwatchKind } from '../../charts/swatch.tsx';

/** What a card of the trends shows, and whom it tells. */
export interface TrendCardProps {
  readonly view: TrendsView;
  onOpenWeek(isoDate: string): void;
}

/** What is drawn how in a chart of the trends. */
export function Legend({
  signs,
}: {
  signs: readonly (readonly [kind: SwatchKind, label: string])[];
}) {
  return (
    <ul className="legend">
      {signs.map(([kind, label]) => (
        <li key={kind}>
          <Swatch kind={kind} />
          {label}
        </li>
      ))}
    </ul>
  );
}
