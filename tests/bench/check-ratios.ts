/**
 * @file Compares ratios of figures that were measured in one run with those that ratios.json keeps, and
 * fails where one is half as much again or more: `node tests/bench/check-ratios.ts`. Ratios hold on
 * any machine, where times do not. `--write` keeps what is measured now.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type Figure, significant } from './measure.ts';
import { runPart } from './parts.ts';

const FILE = join(import.meta.dirname, 'ratios.json');

/** What is half as much again is a regression. */
const TOO_MUCH = 1.5;

/** A ratio that is too high by chance is not so twice. */
const ATTEMPTS = 3;

const ratiosSchema = z.array(
  z.strictObject({
    /** Why it is kept. */
    about: z.string(),
    part: z.string(),
    of: z.string(),
    to: z.string(),
    ratio: z.number().positive(),
  }),
);
type Ratio = z.infer<typeof ratiosSchema>[number];

function ratioIn(figures: readonly Figure[], { of, to }: Ratio): number {
  const valueOf = (name: string): number => {
    const figure = figures.find((one) => one.name === name);
    if (!figure) throw new Error(`The bench has no figure ${name}`);
    // The best of all runs is what other work on the machine disturbs least.
    return figure.best ?? figure.value;
  };
  return valueOf(of) / valueOf(to);
}

async function measure(ratios: readonly Ratio[]): Promise<Map<Ratio, number>> {
  const figures: Figure[] = [];
  for (const part of new Set(ratios.map((ratio) => ratio.part))) {
    figures.push(...(await runPart(part)));
  }
  return new Map(ratios.map((ratio) => [ratio, ratioIn(figures, ratio)]));
}

function tell(measured: ReadonlyMap<Ratio, number>): void {
  for (const [{ about, ratio }, now] of measured) {
    const verdict = now < ratio * TOO_MUCH ? 'ok' : 'TOO MUCH';
    process.stdout.write(`${verdict}: ${about}: ${significant(now)}, was ${ratio}\n`);
  }
}

const { values } = parseArgs({ options: { write: { type: 'boolean' } } });
const kept = ratiosSchema.parse(JSON.parse(await readFile(FILE, 'utf8')));

if (values.write === true) {
  const measured = await measure(kept);
  const now = kept.map((ratio) => ({ ...ratio, ratio: significant(measured.get(ratio) ?? NaN) }));
  await writeFile(FILE, `${JSON.stringify(now, null, 2)}\n`);
} else {
  let wrong: readonly Ratio[] = kept;
  for (let attempt = 0; attempt < ATTEMPTS && wrong.length > 0; attempt += 1) {
    const measured = await measure(wrong);
    tell(measured);
    wrong = wrong.filter((ratio) => (measured.get(ratio) ?? NaN) >= ratio.ratio * TOO_MUCH);
  }
  process.exitCode = wrong.length === 0 ? 0 : 1;
}
