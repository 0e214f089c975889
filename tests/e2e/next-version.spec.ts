/** @file What leads to a next version of the agreement: a date to look at it again, and a block from the figures when asked for. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillWithExample } from '../../build/demo/example-folder.ts';
import { type ProposalDay, proposeBlock } from '../../shared/domain/block-proposal.ts';
import { addDays } from '../../shared/domain/calendar.ts';
import { parseSettings } from '../../shared/settings/settings.ts';
import { violationsOf } from '../support/axe.ts';
import { runCli } from '../support/cli.ts';
import { type TestApp, launchApp, makeDataDir } from '../support/driver.ts';
import { settled } from '../support/every-page.ts';

let app: TestApp;
let dir: string;
let today: string;
let monday: string;

beforeAll(async () => {
  dir = await makeDataDir();
  ({ today, monday } = fillWithExample(dir));
  app = await launchApp({ dataDir: dir });
  await settled(app.page);
});
afterAll(async () => {
  await app.close();
  rmSync(dir, { recursive: true });
});

const button = (name: string) => app.page.getByRole('button', { name, exact: true });
const line = () => app.page.getByRole('note').filter({ hasText: 'look at your agreement again' });
const agreements = () =>
  parseSettings(JSON.parse(readFileSync(join(dir, 'settings.json'), 'utf8'))).settings.agreements;

async function open(page: string): Promise<void> {
  await app.page.getByRole('navigation').getByRole('button', { name: page, exact: true }).click();
  await settled(app.page);
}

/** Opens the review of the week before this one. */
async function openReview(): Promise<void> {
  await open('Week');
  // Pressed again, it goes to this week, whichever was shown.
  await open('Week');
  await app.page.getByRole('button', { name: 'Previous week' }).click();
  await app.page.getByRole('button', { name: /^Review of week \d/ }).click();
  await app.page.getByRole('heading', { level: 1, name: /^Review of week/ }).waitFor();
}

/** Corrects the version that is there to be looked at again on a date, or on none. */
async function lookAgainOn(date: string): Promise<void> {
  await open('Agreement');
  await button('Correct …').first().click();
  const field = app.page.getByLabel('Look at it again on');
  await field.fill(date);
  await button('Save').click();
  await field.waitFor({ state: 'detached' });
}

test('from its date on, Today and the review say in one line that it was to be looked at again', async () => {
  expect(await line().count()).toBe(0);
  await lookAgainOn(addDays(today, 1));
  await app.page.getByText('look at it again on').first().waitFor();
  await open('Today');
  expect(await line().count()).toBe(0);

  await lookAgainOn(addDays(today, -1));
  await open('Today');
  await line().waitFor();
  expect(await violationsOf(app.page)).toEqual([]);
  await openReview();
  await line().waitFor();
  await line().getByRole('button', { name: 'To the agreement' }).click();
  await app.page.getByRole('heading', { level: 1, name: 'Agreement' }).waitFor();
  expect(agreements().at(-1)?.lookAgainOn).toBe(addDays(today, -1));

  await lookAgainOn('');
  await open('Today');
  expect(await line().count()).toBe(0);
  expect(agreements().at(-1)?.lookAgainOn).toBe(null);
});

test('a date before the first day that it holds is not saved', async () => {
  await open('Agreement');
  await button('New version …').click();
  await app.page.getByLabel('Look at it again on').fill(addDays(today, -1));
  await app.page
    .getByRole('alert')
    .filter({ hasText: 'before the first day that it holds' })
    .waitFor();
  expect(await button('Save').isDisabled()).toBe(true);
  await button('Cancel').click();
});

/** A text of the page as it is read, with plain spaces. */
async function told(place: Locator): Promise<string> {
  return ((await place.textContent()) ?? '').replaceAll(/\s+/gu, ' ');
}

/** What the eight weeks up to the one before this one come to, by the days of the report. */
async function reported() {
  const range = ['--from', addDays(monday, -49), '--to', addDays(monday, 6), '--by', 'day'];
  const { stdout } = await runCli(['report', '--data', dir, ...range], {
    env: { TZ: process.env['TZ'] ?? 'UTC' },
  });
  const proposal = proposeBlock(JSON.parse(stdout) as ProposalDay[]);
  if (proposal.status !== 'proposed') throw new Error('The example has too few days');
  return proposal;
}

test('the review shows the block of eight weeks when asked, and drafts a version with it when told to', async () => {
  const { page } = app;
  await lookAgainOn(today);
  const before = agreements();
  await openReview();
  const card = page.getByRole('region', { name: 'A block from your figures' });
  expect(await card.getByText(/min/).count()).toBe(0);
  await card.getByRole('button', { name: 'Show the eight weeks' }).click();
  const { days, leastMinutes, meanMinutes, mostMinutes, minMinutes, maxMinutes } = await reported();
  const block = `${minMinutes}–${maxMinutes} min`;
  await expect.poll(() => told(card)).toContain(`A block that spans it${block}`);
  for (const text of [
    `Middle half of the days${leastMinutes}–${mostMinutes} min`,
    `On average${meanMinutes} min`,
    `${days} working days, `,
    'Agreed now: 15–30 min.',
  ]) {
    expect(await told(card)).toContain(text);
  }
  expect(await violationsOf(page)).toEqual([]);
  expect(agreements()).toEqual(before);

  await card.getByRole('button', { name: 'Draft a next version' }).click();
  await page.getByRole('heading', { name: 'A new version' }).waitFor();
  await expect.poll(() => told(page.getByRole('main'))).toContain(`Hence ${block}. Change`);
  expect(await violationsOf(page)).toEqual([]);
  const field = (name: string) => page.getByRole('textbox', { name }).inputValue();
  expect(await field('Block, from')).toBe(String(minMinutes));
  expect(await field('Block, up to')).toBe(String(maxMinutes));
  // A draft that is there is not written over.
  await page.getByRole('textbox', { name: 'Agreed with' }).fill('My team lead');
  await openReview();
  await card.getByRole('button', { name: 'Show the eight weeks' }).click();
  await card.getByText('a change is still open').waitFor();
  await card.getByRole('button', { name: 'To the agreement' }).click();
  expect(await field('Agreed with')).toBe('My team lead');
  expect(agreements()).toEqual(before);

  await page.getByRole('status').filter({ hasText: 'No day that has been changes.' }).waitFor();
  await button('Save').click();
  await page.getByRole('heading', { name: 'A new version' }).waitFor({ state: 'detached' });
  const [old] = before;
  const next = { ...old, from: today, minMinutes, maxMinutes, agreedWith: 'My team lead' };
  expect(agreements()).toEqual([old, { ...next, lookAgainOn: null }]);
  // The newer version was that look.
  await open('Today');
  expect(await line().count()).toBe(0);
  await openReview();
  await card.getByRole('button', { name: 'Show the eight weeks' }).click();
  await card.getByText('It is the block that is agreed now.').waitFor();
  expect(await card.getByRole('button', { name: 'Draft a next version' }).count()).toBe(0);
});
