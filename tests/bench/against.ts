import { resolve } from 'node:path';
import { type Figure, significant, summary } from './measure.ts';

/** A figure of this checkout, beside the one that another checkout gives on the same machine and data. */
export interface ComparedFigure extends Figure {
  /** What the other checkout took; undefined where it has no such figure. */
  readonly against?: number;
  /** How much of that this one takes: below 1 is less. */
  readonly ratio?: number;
  /** The same of the best of both, which other work on the machine disturbs least. */
  readonly ratioOfBest?: number;
}

/** A part as both checkouts measured it. */
export interface Comparison {
  readonly figures: readonly ComparedFigure[];
  /** Why there is nothing to compare with; undefined where there is. */
  readonly failure?: unknown;
}

/** How often each checkout is measured. Odd, so that there is one in the middle. */
const TURNS = 3;

/** The median of each figure over some runs of a part; best and worst are those of all runs. */
function medians(runs: readonly (readonly Figure[])[]): Figure[] {
  const [first = []] = runs;
  return first.map((figure) => {
    const same = runs.flatMap((run) => run.filter(({ name }) => name === figure.name));
    const { value } = summary(same.map((one) => one.value));
    if (figure.best === undefined || figure.worst === undefined) return { ...figure, value };
    return {
      ...figure,
      value,
      best: Math.min(...same.map(({ best = Infinity }) => best)),
      worst: Math.max(...same.map(({ worst = -Infinity }) => worst)),
      runs: same.reduce((sum, { runs: times = 1 }) => sum + times, 0),
    };
  });
}

/** Figures with those of the same name and unit beside them. What only one of both has, stands alone. */
function compared(here: readonly Figure[], there: readonly Figure[]): ComparedFigure[] {
  return here.map((figure) => {
    const other = there.find(({ name, unit }) => name === figure.name && unit === figure.unit);
    if (other === undefined) return figure;
    const best = significant((figure.best ?? NaN) / (other.best ?? NaN));
    return {
      ...figure,
      against: other.value,
      ...(other.value === 0 ? {} : { ratio: significant(figure.value / other.value) }),
      ...(Number.isFinite(best) ? { ratioOfBest: best } : {}),
    };
  });
}

/**
 * Measures a part in this checkout and in another, by turns, so that what else the machine does falls on both. The data
 * are seeded and so the same.
 *
 * @param dir the other checkout, with its packages.
 * @param run measures a part in this checkout or in the one of a folder.
 * @throws where the part fails in this one.
 */
export async function measureInTurn(
  name: string,
  dir: string,
  run: (name: string, root?: string) => Promise<readonly Figure[]>,
): Promise<Comparison> {
  const here: (readonly Figure[])[] = [];
  const there: (readonly Figure[])[] = [];
  let failure: unknown;
  for (let turn = 0; turn < TURNS; turn += 1) {
    here.push(await run(name));
    // What failed once is not tried again.
    if (failure !== undefined) continue;
    try {
      there.push(await run(name, resolve(dir)));
    } catch (error) {
      failure = error;
    }
  }
  const figures = medians(here);
  if (failure !== undefined) return { figures, failure };
  return { figures: compared(figures, medians(there)) };
}
