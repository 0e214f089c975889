/** @file Every page, tab, table and overlay under axe-core, in light, dark and forced colours. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { writeGuidelineFile } from '../../shared/settings/guideline-file.ts';
import { violationsOf } from '../support/axe.ts';
import { answerOpenDialog } from '../support/driver.ts';
import { everyPage, settled } from '../support/every-page.ts';
import { useExampleApp } from '../support/example-app.ts';
import { LOOKS, wear } from '../support/looks.ts';

const example = useExampleApp();
let guideline: string;

beforeAll(async () => {
  guideline = join(example.dir, 'guideline.json');
  const roles = { other: { goal: 'Customers', block: { minMinutes: 20, maxMinutes: 40 } } };
  const file = { format: 'sweetspot-guideline', version: 1, roles } as const;
  await writeFile(guideline, writeGuidelineFile(file));
});

/** Opens what is folded on a page: tables, lists, explanations of a row. */
async function unfold(): Promise<void> {
  const folded = example.app.page
    .getByRole('main')
    .locator('[aria-expanded="false"]:not([aria-haspopup])');
  while ((await folded.count()) > 0) await folded.first().click();
}

describe.each(Object.entries(LOOKS))('in %s', (_, media) => {
  beforeAll(async () => {
    await wear(example.app.page, media);
  });

  test('axe finds nothing on any page, with what can be unfolded there', async () => {
    const { page } = example.app;
    const found: Record<string, unknown> = {};
    let visited = 0;
    const look = async (name: string) => {
      await unfold();
      const violations = await violationsOf(page);
      if (violations.length > 0) found[name] = violations;
    };
    await everyPage(page, async (name) => {
      visited += 1;
      await look(name);
    });
    // It has no place of its own in the rail.
    await page.getByRole('button', { name: 'Week', exact: true }).click();
    await page.getByRole('button', { name: /^Review of week \d/ }).click();
    await settled(page);
    await look('Review');
    const open = async (name: string) => {
      await page.getByRole('navigation').getByRole('button', { name, exact: true }).click();
      await settled(page);
    };
    await open('Agreement');
    await page.getByRole('button', { name: 'Write a guideline …' }).click();
    const roles = page.getByRole('switch', { name: /Suggest something/ });
    for (const role of await roles.all()) if (!(await role.isChecked())) await role.press('Space');
    await page.getByRole('region', { name: 'What an employee sees' }).waitFor();
    await look('Guideline');
    await page.getByRole('button', { name: 'Back to my agreement' }).click();
    await answerOpenDialog(example.app, guideline);
    await page.getByRole('button', { name: 'Open a guideline …' }).click();
    await page.getByRole('checkbox', { name: 'Take over: Block' }).check();
    await look('Guideline of an employer');
    await page.getByRole('button', { name: 'New version …' }).click();
    await look('New version');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await open('Report');
    await page.getByText('For my talk (PDF)').click();
    await page.getByRole('textbox', { name: 'What I would like to change' }).fill('Tuesdays');
    await page.getByRole('region', { name: 'The pages' }).waitFor();
    await look('Talk');
    expect(found).toEqual({});
    expect(visited).toBeGreaterThan(7);
  });

  test('axe finds nothing in any overlay', async () => {
    const { page } = example.app;
    const found: Record<string, unknown> = {};
    const seen = new Set<string>();
    let opened = 0;
    await everyPage(page, async (name) => {
      for (const opener of await page.locator('[aria-haspopup]:enabled:visible').all()) {
        const label = String(
          (await opener.getAttribute('aria-label')) ?? (await opener.textContent()),
        );
        // One that stands on every page is looked at once.
        if (seen.has(label)) continue;
        seen.add(label);
        await opener.click();
        opened += 1;
        const violations = await violationsOf(page);
        if (violations.length > 0) found[`${name}: ${label}`] = violations;
        await page.keyboard.press('Escape');
      }
    });
    expect(found).toEqual({});
    expect(opened).toBeGreaterThan(5);
  });
});

test('axe finds nothing on the first page and in the example, and does find what is wrong', async () => {
  const { page } = example.app;
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.getByRole('button', { name: 'Open the first page again' }).click();
  await settled(page);
  for (const media of Object.values(LOOKS)) {
    await wear(page, media);
    expect(await violationsOf(page)).toEqual([]);
  }
  await page.getByRole('button', { name: 'See an example' }).click();
  await settled(page);
  for (const media of Object.values(LOOKS)) {
    await wear(page, media);
    expect(await violationsOf(page)).toEqual([]);
  }
  await page.evaluate(() => {
    document.querySelector('main, #root')?.insertAdjacentHTML('beforeend', '<button></button>');
  });
  expect((await violationsOf(page)).map(({ rule }) => rule)).toContain('button-name');
});
