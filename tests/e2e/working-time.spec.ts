/** @file Working time as it is edited on its page, and what the report then makes of the days. */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays } from '../../shared/domain/calendar.ts';
import { isoDateAt } from '../../shared/domain/zone.ts';
import { runCli } from '../support/cli.ts';
import { type TestApp, launchApp, makeDataDir } from '../support/driver.ts';
import { settled } from '../support/every-page.ts';

const HOUR_MS = 3_600_000;
const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

let app: TestApp;
let dir: string;

beforeAll(async () => {
  dir = await makeDataDir();
  app = await launchApp({ dataDir: dir });
  await app.page.getByRole('navigation').getByRole('button', { name: 'Working time' }).click();
  await settled(app.page);
});
afterAll(async () => {
  await app.close();
  rmSync(dir, { recursive: true });
});

/** Hours of working time by date, as the report has them. */
async function hoursOf(from: string, to = from): Promise<number[]> {
  const range = ['--from', from, '--to', to, '--by', 'day'];
  const { stdout, stderr } = await runCli(['report', '--data', dir, ...range]);
  expect(stderr).toBe('');
  const days = JSON.parse(stdout) as { workingMs: number }[];
  return days.map(({ workingMs }) => workingMs / HOUR_MS);
}

const button = (name: string | RegExp) =>
  app.page.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) });

/** Adds a day off, or one with the hours that the form begins with. */
async function addDay(kind: 'Day off' | 'Other hours', date: string): Promise<void> {
  await app.page.locator('label').filter({ hasText: kind }).first().click();
  await app.page.getByLabel(kind === 'Day off' ? 'First day' : 'Day', { exact: true }).fill(date);
  await button('Add').click();
}

test('a day off and one with other hours are those of the report, until they are taken out', async () => {
  // A Wednesday and a Sunday that are to come.
  const wednesday = nextDay(3);
  const sunday = nextDay(7);
  expect(await hoursOf(wednesday)).toEqual([8]);
  await addDay('Day off', wednesday);
  await expect.poll(() => hoursOf(wednesday)).toEqual([0]);
  await addDay('Other hours', sunday);
  await expect.poll(() => hoursOf(sunday)).toEqual([3.5]);
  for (const left of [1, 0]) {
    await button(/^Remove .* 20\d\d$/)
      .first()
      .click();
    await expect.poll(() => button(/^Remove .* 20\d\d$/).count()).toBe(left);
  }
  expect([await hoursOf(wednesday), await hoursOf(sunday)]).toEqual([[8], [0]]);
});

/** The next day of a number, 1 for Monday, a week from now at the latest. */
function nextDay(weekday: number): string {
  const today = isoDateAt(ZONE, Date.now());
  return (
    Array.from({ length: 7 }, (_, days) => addDays(today, days + 1)).find(
      (date) => (new Date(`${date}T12:00:00Z`).getUTCDay() || 7) === weekday,
    ) ?? today
  );
}

test('the holidays of a country are off until one is switched off, every year', async () => {
  const { page } = app;
  await page.getByRole('combobox', { name: 'Country' }).fill('Netherlands');
  await page.getByRole('option', { name: 'Netherlands', exact: true }).click();
  const switchOf = page.getByRole('switch', { name: /King/ });
  await switchOf.waitFor({ state: 'attached' });
  expect(await switchOf.isChecked()).toBe(true);
  // King's Day of 2026 is a Monday, that of 2027 a Tuesday.
  await expect.poll(() => hoursOf('2026-04-27')).toEqual([0]);
  expect([await hoursOf('2027-04-27'), await hoursOf('2026-04-28')]).toEqual([[0], [8]]);
  await page.getByText(/^King/).click();
  await expect.poll(() => hoursOf('2026-04-27')).toEqual([8]);
  expect(await hoursOf('2027-04-27')).toEqual([8]);
});

test('weeks alternate from their date on', async () => {
  const { page } = app;
  await button('Alternate with another week').click();
  await page
    .getByRole('button', { name: /^Remove .* on Monday$/ })
    .first()
    .click();
  await button('Save hours').click();
  const monday = addDays(nextDay(1), 7);
  const mondays = async () =>
    (await hoursOf(monday, addDays(monday, 27))).filter((_, index) => index % 7 === 0);
  await expect.poll(async () => new Set(await mondays()).size).toBe(2);
  const [first, second, third, fourth] = await mondays();
  expect([third, fourth]).toEqual([first, second]);
});
