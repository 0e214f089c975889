import { resolve } from 'node:path';
import { type Figure, significant, summary } from './measure.ts';
import { runPartApart } from './parts.ts';

/** A figure of this checkout, beside the one that another checkout gives on the same machine and data. */
export interface ComparedFigure extends Figure {
  /** What the other checkout took; undefined where it has no such figure. */
  readonly against?: number;
  /** How much of that this one takes: below 1 is less. */
  readonly ratio?: number;
}

/** How often each checkout is measured. Odd, so that there is one in the middle. */
const TURNS = 3;

/** The median of each figure over some runs of a part; best and worst are those of all runs. */
function medians(runs: readonly (readonly Figure[])[]): Figure[] {
  const [first = []] = runs;
  return first.map((figure) => {
    const same = runs.flatMap((run) => run.filter(({ name }) => name === figure.name));
    if (figure.best === undefined || figure.worst === undefined) {
      return { ...figure, value: summary(same.map(({ value }) => value)).value };
    }
    return {
      ...figure,
      value: summary(same.map(({ value }) => value)).value,
      best: Math.min(...same.map(({ best = Infinity }) => best)),
      worst: Math.max(...same.map(({ worst = -Infinity }) => worst)),
      runs: same.reduce((sum, { runs: times = 1 }) => sum + times, 0),
    };
  });
}

/**
 * Measures a part in this checkout and in another, by turns, so that what else the machine does falls on both.
 * Each runs its own bench over its own build; the data are seeded and so the same.
 *
 * @param dir the other checkout, with its packages.
 * @returns figures of this one, and of the other.
 */
export async function measureInTurn(name: string, dir: string): Promise<[Figure[], Figure[]]> {
  const here: Figure[][] = [];
  const there: Figure[][] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    here.push(await runPartApart(name));
    there.push(await runPartApart(name, resolve(dir)));
  }
  return [medians(here), medians(there)];
}

/** Figures with those of the same name and unit beside them. What only one of both has, stands alone. */
export function compared(here: readonly Figure[], there: readonly Figure[]): ComparedFigure[] {
  return here.map((figure) => {
    const other = there.find(({ name, unit }) => name === figure.name && unit === figure.unit);
    return other === undefined
      ? figure
      : { ...figure, against: other.value, ratio: significant(figure.value / other.value) };
  });
}
