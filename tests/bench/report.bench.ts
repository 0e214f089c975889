import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createReportDesk } from '../../electron/report/report-desk.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings/settings.ts';
import { runCli } from './cli-process.ts';
import { type SeededDatabase, seededDatabase } from './databases.ts';
import { type Figure, significant } from './measure.ts';
import { ONE_WEEK, TEN_YEARS } from './ten-years.ts';

/** How closely the event loop is watched, in milliseconds; each delay that it tells has this in it. */
const RESOLUTION_MS = 1;

/** A report by span of ten years: from the command line, and as the Report page has it made. */
export async function benchReport(): Promise<Figure[]> {
  const seeded = seededDatabase(10);
  try {
    return [
      ...(await benchCli(seeded, 'csv')),
      ...(await benchCli(seeded, 'json')),
      ...(await benchDesk(seeded)),
      ...(['csv', 'json'] as const).map((format) => benchMemory(seeded, format)),
    ];
  } finally {
    seeded.close();
  }
}

async function benchCli({ folder }: SeededDatabase, format: 'csv' | 'json'): Promise<Figure[]> {
  const report = ({ from, to }: typeof TEN_YEARS) =>
    runCli([
      ...['report', '--by', 'span', '--format', format, '--include-private'],
      ...['--from', from, '--to', to, '--data', folder.dir],
    ]);
  const week = await report(ONE_WEEK);
  const decade = await report(TEN_YEARS);
  const name = `report by span of ten years, ${format.toUpperCase()}`;
  return [
    {
      name,
      value: significant(decade.seconds),
      unit: 's',
      budget: 3,
      note: `from the command line, its start included; ${(decade.bytes / 1e6).toFixed(1)} MB`,
    },
    {
      name: `${name}, peak memory above that of one week`,
      value: significant(decade.peakMb - week.peakMb),
      unit: 'MB',
      budget: 100,
    },
  ];
}

async function benchDesk({ repository }: SeededDatabase): Promise<Figure[]> {
  let turns = 0;
  const desk = createReportDesk({
    view: () => ({
      spans: repository,
      settings: DEFAULT_SETTINGS,
      nowMs: Date.parse(TEN_YEARS.to),
      zone: 'Europe/Amsterdam',
    }),
    locale: () => 'en-GB',
    askForFile: () => Promise.resolve(undefined),
    writeFile: () => Promise.resolve(),
    copyText: () => Promise.resolve(),
    printPage: () => Promise.resolve(new Uint8Array()),
    onProgress: () => (turns += 1),
  });
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delays.enable();
  const startMs = performance.now();
  await desk.make({
    ...TEN_YEARS,
    by: 'span',
    format: 'csv',
    columns: null,
    rounding: 1,
    includePrivate: true,
    delimiter: 'locale',
    decimal: 'locale',
  });
  const tookMs = performance.now() - startMs;
  // What the last turn held up is told in the next.
  await new Promise((resolve) => setTimeout(resolve, 2 * RESOLUTION_MS));
  delays.disable();
  const name = 'report by span of ten years on the Report page';
  return [
    {
      name,
      value: significant(tookMs),
      unit: 'ms',
      note: `file and printed page, in ${turns} turns`,
    },
    {
      name: `${name}, longest block of the event loop`,
      value: significant(delays.max / 1e6),
      unit: 'ms',
    },
  ];
}

function benchMemory({ folder }: SeededDatabase, format: 'csv' | 'json'): Figure {
  const file = join(folder.dir, `bench-report.${format}`);
  const peakMb = ({ from, to }: typeof TEN_YEARS) => {
    const args = [join(import.meta.dirname, 'report-child.ts'), folder.dir, from, to, format, file];
    return Number(execFileSync(process.execPath, args, { encoding: 'utf8' }));
  };
  const weekMb = peakMb(ONE_WEEK);
  return {
    name: `report by span of ten years on the Report page, made and saved as ${format.toUpperCase()}, peak memory above that of one week`,
    value: significant(peakMb(TEN_YEARS) - weekMb),
    unit: 'MB',
    budget: 100,
  };
}
