/**
 * @file The pictures of the README and the docs: every page over the embedded example, in both languages
 * and themes, as `docs/images/<page>-<language>-<theme>.png`. The days are those of the example moved to
 * the two weeks before this one; the real app draws them, in the browser that stands in for Electron or in
 * Electron itself.
 */
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import './build.ts';
import { addDays } from '../shared/domain/calendar.ts';
import { launchApp } from '../tests/support/driver.ts';
import { settled } from '../tests/support/every-page.ts';
import { ROOT } from './bundle.ts';
import { fillWithExample } from './demo/example-folder.ts';

/** Until a chart has come to rest. */
const CHART_MS = 600;
/** Of a longer page, the upper part. */
const SIZE = { width: 1100, height: 960 };
/** Larger pictures make a README slow to open. */
const MOST_BYTES = 150_000;

const outDir = join(ROOT, 'docs/images');
mkdirSync(outDir, { recursive: true });

for (const language of ['en', 'nl'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    const dataDir = mkdtempSync(join(tmpdir(), 'sweetspot-pictures-'));
    try {
      const { today, monday } = fillWithExample(dataDir, { language, theme });
      const app = await launchApp({
        dataDir,
        colorScheme: theme,
        locale: language === 'nl' ? 'nl-NL' : 'en-GB',
      });
      const { page } = app;
      await page.setViewportSize(SIZE);
      const picture = async (name: string) => {
        await page.waitForTimeout(CHART_MS);
        const file = join(outDir, `${name}-${language}-${theme}.png`);
        // Off whatever was pressed last, which would look pointed at.
        await page.mouse.move(0, 0);
        await page.screenshot({ path: file });
        if (statSync(file).size > MOST_BYTES) throw new Error(`${file} is too large`);
      };
      const press = async (name: RegExp) => {
        await page.getByRole('button', { name }).first().click();
        await settled(page);
      };

      // Each page of the rail by its place there; the names differ by language.
      const rail = page.getByRole('navigation').getByRole('button');
      await rail.first().waitFor();
      const open = async (name: string, label: RegExp) => {
        await rail.filter({ hasText: label }).click();
        await page.getByRole('heading', { level: 1 }).waitFor();
        if (name === 'week') await press(/^(?:Previous week|Vorige week)$/);
        if (name === 'today') {
          for (let day = addDays(monday, 4); day < today; day = addDays(day, 1)) {
            await press(/^(?:Previous day|Vorige dag)$/);
          }
        }
        await picture(name);
      };
      await open('today', /^(?:Today|Vandaag)$/);
      await open('week', /^Week$/);
      await press(/^(?:Review of|Terugblik) week \d+$/);
      await page.getByRole('textbox').waitFor();
      await picture('review');
      await open('trends', /^Trends$/);
      // Not the Privacy page: it counts ports, and would show the one that this script looks through.
      const others = [
        ['report', /^(?:Report|Rapport)$/],
        ['agreement', /^(?:Agreement|Afspraak)$/],
        ['hours', /^(?:Working time|Werktijd)$/],
        ['rules', /^(?:Rules|Regels)$/],
        ['settings', /^(?:Settings|Instellingen)$/],
      ] as const;
      for (const [name, label] of others) {
        if ((await rail.filter({ hasText: label }).count()) > 0) await open(name, label);
      }
      await press(/^(?:Open the first page again|De eerste pagina nog eens openen)$/);
      await picture('welcome');
      await app.close();
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  }
}
console.log('Wrote the pictures to docs/images.');
