/** One figure of the bench: what a line of `npm run bench` says. */
export interface Figure {
  readonly name: string;
  /** The median, where it was measured more than once. */
  readonly value: number;
  readonly unit: string;
  readonly best?: number;
  readonly worst?: number;
  readonly runs?: number;
  /** The most that it may be. */
  readonly budget?: number;
  /** What was measured, where the name does not say it all. */
  readonly note?: string;
}

/** How a figure is measured. */
export interface Measuring {
  readonly runs: number;
  /** Runs before the first that counts; 2 unless told. */
  readonly warmUp?: number;
  readonly budget?: number;
  readonly note?: string;
  /** Called before each run, outside the time. */
  readonly before?: () => void;
}

/** The time that a function takes in milliseconds: median and worst of some runs. */
export function measureMs(name: string, run: () => unknown, measuring: Measuring): Figure {
  const [figure] = measureInTurnMs([{ name, run }], measuring);
  if (!figure) throw new Error('Nothing was measured');
  return figure;
}

/**
 * As {@link measureMs}, of several functions in turn, so that what else the machine does in the meantime
 * falls on all of them and their ratios hold.
 */
export function measureInTurnMs(
  measured: readonly { readonly name: string; readonly run: () => unknown }[],
  { runs, warmUp = 2, before, ...rest }: Measuring,
): Figure[] {
  const times = measured.map((): number[] => []);
  for (let index = -warmUp; index < runs; index += 1) {
    for (const [which, { run }] of measured.entries()) {
      before?.();
      const startMs = performance.now();
      run();
      const tookMs = performance.now() - startMs;
      if (index >= 0) times[which]?.push(tookMs);
    }
  }
  return measured.map(({ name }, which) => ({
    name,
    unit: 'ms',
    ...summary(times[which] ?? []),
    ...rest,
  }));
}

/** Median, best and worst of some measured values, of which more is worse. */
export function summary(
  values: readonly number[],
): Required<Pick<Figure, 'value' | 'best' | 'worst' | 'runs'>> {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  return {
    value: significant(middle),
    best: significant(sorted[0] ?? Number.NaN),
    worst: significant(sorted.at(-1) ?? Number.NaN),
    runs: values.length,
  };
}

/** Four digits are more than any measurement here is good for. */
export function significant(value: number): number {
  return Number(value.toPrecision(4));
}
