/** @file Working time as it is edited on its page, by mouse and by keyboard alone, and what the report then makes of the days. */
import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '../../shared/domain/calendar.ts';
import { isoDateAt } from '../../shared/domain/zone.ts';
import { runCli } from '../support/cli.ts';
import { type TestApp, launchApp, makeDataDir } from '../support/driver.ts';
import { settled } from '../support/every-page.ts';
import { WAYS } from '../support/ways.ts';

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

// A Monday that is to come may be a holiday.
afterEach(() => app.page.evaluate(() => window.api.setSettings({ holidays: null })));

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

describe.each(WAYS)('by $name', (way) => {
  const undo = () => way.press(app.page.getByRole('button', { name: /^Undo: / }).first());

  test('the hours of Monday are copied to the working days, and the week adds up', async () => {
    const { page } = app;
    const sum = page.getByRole('row', { name: /^Each week/ });
    const monday = nextDay(1);
    expect(await sum.textContent()).toContain('40');
    await way.fill(page.getByLabel('Monday, to', { exact: true }).last(), '15:30');
    await way.press(button('Copy Monday to the working days'));
    await sum.getByText(/30/).waitFor();
    await way.fill(page.getByLabel('Tuesday, to', { exact: true }).first(), '08:00');
    await way.fill(page.getByLabel('Holds from'), monday);
    const row = page.getByRole('row', { name: /^Tuesday/ });
    await row.getByRole('alert').waitFor();
    expect(await button('Save hours').isDisabled()).toBe(true);
    await way.fill(page.getByLabel('Tuesday, to', { exact: true }).first(), '11:30');
    await way.fill(page.getByLabel('Holds from'), monday);
    await row.getByRole('alert').waitFor({ state: 'detached' });
    await way.press(button('Save hours'));
    await expect.poll(() => hoursOf(monday, addDays(monday, 4))).toEqual([6, 5, 6, 6, 6]);
    await undo();
    await expect.poll(() => hoursOf(monday)).toEqual([8]);
  });

  test('a country brings its holidays, and one is switched off', async () => {
    const { page } = app;
    const country = page.getByRole('combobox', { name: 'Country', exact: true });
    await expect.poll(() => country.inputValue()).toBe('');
    await way.choose(country, 'Netherlands');
    // What is chosen again stays chosen.
    await way.choose(country, 'Netherlands');
    const king = page.getByRole('switch', { name: /King/ });
    const next = String(Number(isoDateAt(ZONE, Date.now()).slice(0, 4)) + 1);
    await way.press(page.getByRole('radio', { name: next, exact: true }));
    await page.getByRole('heading', { name: `Public holidays in ${next}` }).waitFor();
    await way.press(king);
    await expect.poll(() => king.isChecked()).toBe(false);
    await undo();
    await expect.poll(() => king.isChecked()).toBe(true);
    await expect.poll(() => hoursOf('2026-04-27')).toEqual([0]);
  });
});

test('the public holidays of the system’s own country are one press away', async () => {
  await button('Choose United States').click();
  // Independence Day, and that of 2026 is kept on the Friday before.
  await expect.poll(() => hoursOf('2026-07-03')).toEqual([0]);
});

test('a time that was only typed counts at the press of a button', async () => {
  const { page } = app;
  const monday = nextDay(1);
  await page.getByLabel('Holds from').fill(monday);
  await page.getByLabel('Monday, to', { exact: true }).last().fill('16:30');
  // As a hand does, which does not wait for a button that is off.
  await button('Save hours').scrollIntoViewIfNeeded();
  const box = await button('Save hours').boundingBox();
  await page.mouse.click((box?.x ?? 0) + 20, (box?.y ?? 0) + 10);
  await expect.poll(() => hoursOf(monday)).toEqual([7]);
  await page
    .getByRole('button', { name: /^Undo: / })
    .first()
    .click();
  await expect.poll(() => hoursOf(monday)).toEqual([8]);
});

test('the holidays of a country are off until one is switched off, every year', async () => {
  const { page } = app;
  await page.getByRole('combobox', { name: 'Country', exact: true }).fill('Netherlands');
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
