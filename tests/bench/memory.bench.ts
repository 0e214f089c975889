import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import '../../build/build.ts';
import { launchApp, startApp } from '../support/driver.ts';
import { descendants } from '../support/processes.ts';
import { showingTray } from '../support/tray-shower.ts';
import { MEASURED_MAIN, fillMeasured } from './measured-app.ts';
import { type Figure, significant } from './measure.ts';

/** How long an app is left alone before it is looked at. */
const REST_MS = 60_000;

interface TreeMemory {
  readonly megabytes: number;
  readonly processes: number;
}

/** Memory of a process and all that descends from it; what several share counts once (PSS, proc(5)). */
function memoryOf(root: number): TreeMemory {
  const pids = [root, ...descendants(root).map(({ pid }) => pid)];
  const kilobytes = pids.map((pid) => {
    try {
      const text = readFileSync(`/proc/${String(pid)}/smaps_rollup`, 'utf8');
      return Number(/^Pss:\s+(\d+) kB$/m.exec(text)?.[1] ?? 0);
    } catch {
      // Ended meanwhile.
      return 0;
    }
  });
  return {
    megabytes: significant(kilobytes.reduce((sum, one) => sum + one, 0) / 1024),
    processes: kilobytes.filter((one) => one > 0).length,
  };
}

const figure = (name: string, { megabytes, processes }: TreeMemory): Figure => ({
  name,
  value: megabytes,
  unit: 'MB',
  note: `whole process tree, ${String(processes)} processes; stand-in`,
});

/** What the app takes while nobody looks at it, with ten years of data. Linux. */
export async function benchMemory(): Promise<Figure[]> {
  if (process.platform !== 'linux') return [];
  const dir = mkdtempSync(join(tmpdir(), 'sweetspot-bench-memory-'));
  const setUp = async (name: string) => {
    const dataDir = join(dir, name);
    mkdirSync(dataDir);
    await fillMeasured(dataDir);
    return { dataDir, main: MEASURED_MAIN, env: showingTray(dataDir) };
  };
  try {
    const hidden = await startApp({ ...(await setUp('hidden')), args: ['--hidden'] });
    const closed = await launchApp(await setUp('closed'));
    try {
      await closed.page.waitForFunction(() => document.querySelector('main .card') !== null);
      const open = memoryOf(closed.pid);
      await closed.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
      await wait(REST_MS);
      return [
        figure('memory, window open', open),
        figure('memory, started hidden', memoryOf(hidden.pid)),
        figure('memory, a minute after the window was closed', memoryOf(closed.pid)),
      ];
    } finally {
      await Promise.all([hidden.close(), closed.close()]);
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
