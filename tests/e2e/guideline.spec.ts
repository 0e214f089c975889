/** @file Both sides of a guideline: one writes and prints it, another opens it in a folder of their own and takes over from it. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillWithExample } from '../../build/demo/example-folder.ts';
import { parseGuidelineFile } from '../../shared/settings/guideline-file.ts';
import {
  type TestApp,
  answerOpenDialog,
  answerSaveDialog,
  launchApp,
  makeDataDir,
} from '../support/driver.ts';
import { settled } from '../support/every-page.ts';

const dirs: string[] = [];
let file: string;

beforeAll(async () => {
  dirs.push(await makeDataDir(), await makeDataDir());
  for (const dir of dirs) fillWithExample(dir);
  file = join(dirs[0] ?? '', 'guideline.json');
});
afterAll(() => {
  for (const dir of dirs) rmSync(dir, { recursive: true });
});

async function onAgreement(dir: string | undefined, task: (app: TestApp) => Promise<void>) {
  const app = await launchApp({ dataDir: dir ?? '' });
  try {
    await app.page.getByRole('navigation').getByRole('button', { name: 'Agreement' }).click();
    await settled(app.page);
    await task(app);
  } finally {
    await app.close();
  }
}

test('a guideline is written from examples, shown as an employee sees it, and saved', async () => {
  await onAgreement(dirs[0], async (app) => {
    const { page } = app;
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    await button('Write a guideline …').click();
    await page.getByText('Switch a role on first.').waitFor();
    expect(await button('Save the guideline …').isDisabled()).toBe(true);
    await page.getByRole('textbox', { name: 'Name of the guideline' }).fill('Guideline 2027');
    for (const role of ['Sales', 'Another role']) {
      await page
        .getByRole('switch', { name: `${role}: Suggest something for this role` })
        .press('Space');
    }
    const sales = page.getByRole('region', { name: 'Sales', exact: true });
    await sales
      .getByRole('textbox', { name: 'What it is for' })
      .fill('Customers, see https://example.com');
    await page
      .getByRole('alert')
      .filter({ hasText: 'Sales: the goal has to be plain text' })
      .waitFor();
    await sales
      .getByRole('textbox', { name: 'What it is for' })
      .fill('Customers of today and tomorrow');
    const preview = page.getByRole('region', { name: 'What an employee sees' });
    await preview.getByRole('cell', { name: 'Customers of today and tomorrow' }).waitFor();
    await preview.getByRole('cell', { name: '20–40 min' }).waitFor();

    await answerSaveDialog(app, file);
    await button('Save the guideline …').click();
    await page.getByText('Saved. Hand the file to your team.').waitFor();
    const reading = parseGuidelineFile(readFileSync(file, 'utf8'));
    expect(reading).toMatchObject({
      ok: true,
      guideline: {
        name: 'Guideline 2027',
        roles: {
          sales: {
            goal: 'Customers of today and tomorrow',
            block: { minMinutes: 20, maxMinutes: 40 },
            window: null,
          },
          other: { block: { minMinutes: 15, maxMinutes: 30 } },
        },
      },
    });
    // Writing for others changes nothing of one's own.
    await button('Back to my agreement').click();
    await page.getByText('15–30 min').first().waitFor();
    // What was written is still there, until the window is closed.
    await page.getByRole('navigation').getByRole('button', { name: 'Today' }).click();
    await page.getByRole('navigation').getByRole('button', { name: 'Agreement' }).click();
    await button('Write a guideline …').click();
    await sales.getByText('Customers of today and tomorrow').waitFor();
  });
});

test.each(['nl', 'en'] as const)('four roles are one printed page in %s', async (language) => {
  await onAgreement(dirs[0], async ({ page }) => {
    await page.getByRole('button', { name: 'Write a guideline …' }).click();
    for (const one of await page.getByRole('switch', { name: /Suggest something/ }).all()) {
      await one.press('Space');
    }
    await page
      .getByRole('radiogroup', { name: 'Language of the page' })
      .getByText(language === 'nl' ? 'Nederlands' : 'English')
      .click();
    await page
      .getByRole('article')
      .getByText(language === 'nl' ? 'Als het niet goed gaat' : 'When it does not go well')
      .first()
      .waitFor();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
  });
});

test('another opens it, ticks what to take over, and that alone is in force', async () => {
  await onAgreement(dirs[1], async (app) => {
    const { page } = app;
    await answerOpenDialog(app, file);
    await page.getByRole('button', { name: 'Open a guideline …' }).click();
    await page.getByText('Guideline 2027').waitFor();
    await page.getByRole('combobox', { name: 'Suggested for' }).click();
    await page.getByRole('option', { name: 'Sales' }).click();
    await page.getByRole('checkbox', { name: 'Take over: Block' }).check();
    await page.getByRole('button', { name: 'Make a new version' }).click();
    await page.getByRole('status').filter({ hasText: 'No day that has been changes.' }).waitFor();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    // The sheet beside the form shows what is typed; what is saved stands among the versions, and the form is gone.
    await page.getByRole('button', { name: 'Save', exact: true }).waitFor({ state: 'detached' });
    await page.getByText('20–40 min').first().waitFor();
    const settings = JSON.parse(readFileSync(join(dirs[1] ?? '', 'settings.json'), 'utf8')) as {
      agreements: object[];
    };
    expect(settings.agreements.at(-1)).toMatchObject({
      minMinutes: 20,
      maxMinutes: 40,
      role: 'other',
      goal: '',
    });
  });
});
