/** @file A span appears live where it was, to a second and a half: alone, as nothing else may take its time. */
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { spansNow } from '../support/reported.ts';
import { useScriptedApp } from '../support/scripted-tests.ts';

const BROWSER = 'Google Chrome';
const FEED = { app: BROWSER, title: '(3) Feed | LinkedIn - Google Chrome' };
const MESSAGING = { app: BROWSER, title: 'Messaging | LinkedIn - Google Chrome' };
const EDITOR = { app: 'Code', title: 'main.ts - project - Visual Studio Code' };

const scripted = useScriptedApp();

test('a first start measures, and a span appears live and is stored', async () => {
  const dir = await scripted.dataDir();
  scripted.show(EDITOR);
  const app = await scripted.launch(dir);
  const { page } = app;
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  const rail = page.getByRole('region', { name: 'Measuring' });
  await rail.getByText('Not on LinkedIn now').waitFor();

  const feedAt = scripted.show(FEED);
  await rail.getByText(/^Feed since/).waitFor({ timeout: 5000 });
  await wait(3000);
  const messagingAt = scripted.show(MESSAGING);
  await rail.getByText(/^Messaging since/).waitFor({ timeout: 5000 });
  await wait(2000);
  const editorAt = scripted.show(EDITOR);
  await rail.getByText('Not on LinkedIn now').waitFor({ timeout: 5000 });
  await page.getByRole('rowheader', { name: /^Feed/ }).first().waitFor();

  const spans = await spansNow(dir);
  expect(spans.map(({ activity }) => activity)).toEqual(['feed', 'messaging']);
  const edges = [feedAt, messagingAt, messagingAt, editorAt];
  spans
    .flatMap(({ start, end }) => [Date.parse(start), Date.parse(end)])
    .forEach((edge, index) => {
      expect(Math.abs(edge - (edges[index] ?? 0))).toBeLessThan(1500);
    });
});
