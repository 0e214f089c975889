import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeActivityWatchExport } from './activitywatch-export.ts';
import { runCli } from './cli-process.ts';
import { type Figure, significant } from './measure.ts';

/** Imports a file by the command line. */
async function importByCli(file: string, dir: string) {
  const { end, ...run } = await runCli(['import', 'activitywatch', file, '--data', dir]);
  return { ...run, counts: end.trim() };
}

/**
 * Speed and memory of an import of a made-up ActivityWatch export.
 *
 * @param megabytes size of the export.
 */
export async function benchImport(megabytes = 50): Promise<Figure[]> {
  const dir = mkdtempSync(join(tmpdir(), 'sweetspot-bench-'));
  try {
    const small = join(dir, 'small.json');
    const large = join(dir, 'large.json');
    writeActivityWatchExport(small, 0.4);
    writeActivityWatchExport(large, megabytes);
    const base = await importByCli(small, join(dir, 'base'));
    const first = await importByCli(large, join(dir, 'data'));
    const again = await importByCli(large, join(dir, 'data'));
    const megabytesRead = statSync(large).size / 1e6;
    const note = first.counts;
    return [
      {
        name: `import ActivityWatch, ${megabytes} MB`,
        value: significant(megabytesRead / first.seconds),
        unit: 'MB/s',
        note,
      },
      {
        name: `import ActivityWatch, ${megabytes} MB, a second time`,
        value: significant(megabytesRead / again.seconds),
        unit: 'MB/s',
        note: again.counts,
      },
      {
        name: `import ActivityWatch, ${megabytes} MB, peak memory`,
        value: significant(first.peakMb),
        unit: 'MB',
      },
      {
        name: `import ActivityWatch, ${megabytes} MB, peak memory above that of one day`,
        value: significant(first.peakMb - base.peakMb),
        unit: 'MB',
      },
    ];
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Megabytes of an export that becomes more spans than ten years of our own data. */
const TEN_YEARS_MB = 500;

/** An import of more than ten years, as someone does it once. */
export async function benchImportOfTenYears(): Promise<Figure[]> {
  const dir = mkdtempSync(join(tmpdir(), 'sweetspot-bench-'));
  try {
    const file = join(dir, 'export.json');
    writeActivityWatchExport(file, TEN_YEARS_MB);
    const { seconds, peakMb, counts } = await importByCli(file, join(dir, 'data'));
    const note = counts;
    return [
      { name: 'import ActivityWatch, 500 MB', value: significant(seconds), unit: 's', note },
      {
        name: 'import ActivityWatch, 500 MB, peak memory',
        value: significant(peakMb),
        unit: 'MB',
      },
    ];
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  for (const figure of await benchImport(Number(process.argv[2] ?? 50))) {
    process.stdout.write(`${JSON.stringify(figure)}\n`);
  }
}
