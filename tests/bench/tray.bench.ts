/**
 * @file What the app takes while nobody looks at it, in the tray of an X11 display: a page whose title changes each 15 s in front,
 * an input each 20 s. Skipped where Xvfb, a window manager, xdotool or Chromium is missing.
 */
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { ROOT } from '../../build/bundle.ts';
import { makeDataDir, startApp } from '../support/driver.ts';
import { findProgram, openOwnDisplay } from '../x11/display.ts';
import { createRandom } from '../x11/script.ts';
import { type Figure, significant } from './measure.ts';

const run = promisify(execFile);

/** The checkout whose build is measured: another one where the bench was told so. */
const root = process.env['SWEETSPOT_BENCH_APP'] ?? ROOT;

const SETTLE_MS = 60_000;
const MEASURE_MS = 120_000;
const TITLE_MS = 15_000;
/** On average: what comes as evenly as a clock is a program's. */
const INPUT_MS = 20_000;

const PAGE = `<meta charset="utf-8"><title>(1) Feed | LinkedIn</title><script>
  let count = 1;
  setInterval(() => (document.title = '(' + (count += 1) + ') Feed | LinkedIn'), ${TITLE_MS});
</script>`;

/** Shows the page in a Chromium of its own. */
function showPage(dir: string, env: NodeJS.ProcessEnv) {
  const page = join(dir, 'page.html');
  writeFileSync(page, PAGE);
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = findProgram('chromium', 'chromium-browser', 'google-chrome-stable') ?? '';
  const profile = `--user-data-dir=${join(dir, 'profile')}`;
  return spawn(browser, [...asRoot, '--no-first-run', profile, `file://${page}`], {
    env,
    stdio: 'ignore',
  });
}

/** Moves the pointer as somebody does who reads. @returns what ends that. */
function moveNowAndThen(env: NodeJS.ProcessEnv): () => void {
  const random = createRandom(1);
  let timer: NodeJS.Timeout | undefined;
  const plan = () => {
    timer = setTimeout(
      () => {
        void run('xdotool', ['mousemove_relative', '--', '1', '0'], { env }).catch(() => undefined);
        plan();
      },
      INPUT_MS * (0.6 + 0.8 * random()),
    );
  };
  plan();
  return () => clearTimeout(timer);
}

function whatIsMissing(): string | undefined {
  const wanted = [['Xvfb'], ['xdotool'], ['chromium', 'chromium-browser', 'google-chrome-stable']];
  const missing = wanted.filter((names) => findProgram(...names) === undefined);
  return missing.length > 0 ? missing.map(([name]) => name).join(', ') : undefined;
}

/** The app in the tray. */
export async function benchTray(): Promise<Figure[]> {
  const display = whatIsMissing() ?? (await openOwnDisplay());
  if (typeof display === 'string') {
    process.stderr.write(`The part tray is skipped: ${display} is missing.\n`);
    return [];
  }
  const dir = mkdtempSync(join(tmpdir(), 'sweetspot-bench-tray-'));
  const env = { ...process.env, DISPLAY: display.name };
  await run(process.execPath, [join(root, 'build/build.ts')], { cwd: root });
  const browser = showPage(dir, env);
  const dataDir = await makeDataDir();
  const app = await startApp({
    dataDir,
    main: join(root, 'dist/main/main.js'),
    args: ['--hidden'],
    env: { DISPLAY: display.name },
    headless: true,
  });
  const stopInput = moveNowAndThen(env);
  try {
    await wait(SETTLE_MS);
    const before = await app.evaluate(() => process.cpuUsage());
    const fromMs = performance.now();
    await wait(MEASURE_MS);
    const used = await app.evaluate((_, since) => process.cpuUsage(since), before);
    const share = (used.user + used.system) / 1000 / (performance.now() - fromMs);
    return [
      {
        name: 'main process while tracking',
        value: significant(share * 100),
        unit: '% of a core',
        note: 'in the tray; a title each 15 s and an input each 20 s, X11; stand-in',
      },
    ];
  } finally {
    stopInput();
    await app.kill();
    browser.kill();
    await display.stop();
    rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
    rmSync(dataDir, { recursive: true, force: true });
  }
}
