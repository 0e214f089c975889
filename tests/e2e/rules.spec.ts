/** @file The user's own rules and the explanations of spans, through the built app in a real browser. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseSettings } from '../../shared/settings/settings.ts';
import { type LaunchOptions, answerOpenDialog, answerSaveDialog } from '../support/driver.ts';
import { useScriptedApp } from '../support/scripted-tests.ts';
import { WAYS } from '../support/ways.ts';

const BROWSER = 'Google Chrome';
const WIKI = { app: BROWSER, title: 'Zyxwvut wiki | LinkedIn - Google Chrome' };
const EDITOR = { app: 'Code', title: 'main.ts - project - Visual Studio Code' };

const scripted = useScriptedApp();
const { running } = scripted;

async function launch(settings: object = {}, options: Partial<LaunchOptions> = {}) {
  const dir = await scripted.dataDir();
  writeFileSync(join(dir, 'settings.json'), JSON.stringify(settings));
  const app = await scripted.launch(dir, options);
  return { app, dir, page: app.page };
}

const rule = (text: string, activity = 'feed') => ({
  field: 'title',
  match: 'contains',
  text,
  activity,
});

function storedRules(dir: string): string[] {
  const value: unknown = JSON.parse(readFileSync(join(dir, 'settings.json'), 'utf8'));
  return parseSettings(value).settings.rules.map(
    ({ field, match, text, activity }) => `${field} ${match} ${text}: ${activity}`,
  );
}

describe('the explanation of a span', () => {
  test('stands in the list of today, in both languages, and marks a guess', async () => {
    scripted.show(WIKI);
    const { page } = await launch();
    await page.getByText(/^Networking since/).waitFor();
    const row = page.getByRole('rowheader', { name: /^Networking/ });
    await row.getByText('guess', { exact: true }).waitFor({ timeout: 20_000 });
    await row.getByRole('button', { name: /^Why Networking at/ }).click();
    await page.getByText('A guess: the title was a name alone').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('A guess: the title was a name alone').waitFor({ state: 'hidden' });

    scripted.show({ app: BROWSER, title: 'Berichten | LinkedIn - Google Chrome' });
    const messaging = page.getByRole('rowheader', { name: /^Messaging/ });
    await messaging.getByRole('button').click({ timeout: 20_000 });
    await page.getByText('Because the title said Messaging').waitFor();
    expect(await messaging.getByText('guess', { exact: true }).count()).toBe(0);
    expect(await page.getByRole('main').textContent()).not.toContain('Zyxwvut');
  });

  test.each(WAYS)('takes another answer in the same place, by $name', async (way) => {
    scripted.show({ app: BROWSER, title: 'Berichten | LinkedIn - Google Chrome' });
    const { page } = await launch();
    const why = page.getByRole('button', { name: /^Why Messaging at/ });
    await why.waitFor({ timeout: 20_000 });
    await way.press(why);
    await page.getByText('Because the title said Messaging').waitFor();
    await way.choose(page.getByRole('combobox', { name: 'Not right? It was …' }), 'Publishing');
    await page.getByRole('rowheader', { name: /^Publishing.*corrected by you/ }).waitFor();
  });

  test('names nothing of what is shielded', async () => {
    scripted.show({ app: BROWSER, title: 'Vacatures | LinkedIn - Google Chrome' });
    const { page } = await launch({}, { locale: 'nl-NL' });
    const row = page.getByRole('rowheader', { name: /^Privé/ });
    await row.getByRole('button', { name: /^Waarom Privé om/ }).click({ timeout: 20_000 });
    await page.getByText('Om wat er in de titel stond.', { exact: true }).waitFor();
    expect(await page.locator('body').textContent()).not.toMatch(/vacature/i);
  });
});

describe('rules of the user’s own', () => {
  test('are written, hold at once, and can be undone', async () => {
    scripted.show(WIKI);
    const { page, dir } = await launch();
    await page.getByText(/^Networking since/).waitFor();
    await page.getByRole('button', { name: 'Rules' }).click();
    await page.getByText('No rules of your own.').waitFor();

    await page.getByRole('button', { name: 'Add a rule' }).click();
    expect(await page.getByRole('button', { name: 'Save rule' }).isDisabled()).toBe(true);
    await page.getByLabel('Text', { exact: true }).fill('zyxwvut WIKI');
    await page.getByRole('combobox', { name: 'Activity' }).click();
    await page.getByRole('option', { name: 'Learning' }).click();
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Save rule' }).click();
    await page.getByText('The rule was added.').waitFor();
    await page.getByText(/^Learning since/).waitFor({ timeout: 10_000 });
    expect(storedRules(dir)).toEqual(['title contains zyxwvut WIKI: learning']);

    await page.getByRole('button', { name: 'Remove rule 1' }).click();
    await page.getByText('The rule was removed.').waitFor();
    expect(storedRules(dir)).toEqual([]);
    await page.getByText(/^Networking since/).waitFor({ timeout: 10_000 });
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('The last change was undone.').waitFor();
    expect(storedRules(dir)).toEqual(['title contains zyxwvut WIKI: learning']);
  });

  test('are put in order from the keyboard, and the first that fits decides', async () => {
    scripted.show(WIKI);
    const { page, dir } = await launch({ rules: [rule('wiki', 'sales'), rule('zyxwvut', 'feed')] });
    await page.getByText(/^Sales Navigator since/).waitFor();
    await page.getByRole('button', { name: 'Rules' }).click();
    await page.getByRole('button', { name: 'Move rule 2 up' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Now rule 1 of 2.').waitFor();
    expect(storedRules(dir)).toEqual([
      'title contains zyxwvut: feed',
      'title contains wiki: sales',
    ]);
    await page.getByText(/^Feed since/).waitFor({ timeout: 10_000 });
    // The focus goes along; at the top only the way down is left.
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await expect.poll(focused).toBe('Move rule 1 down');
    await page.keyboard.press('Enter');
    await page.getByText('Now rule 2 of 2.').waitFor();
    expect(storedRules(dir)[1]).toBe('title contains zyxwvut: feed');
  });

  test('are tried on a title and on the window before, which nothing keeps', async () => {
    scripted.show(WIKI);
    const { page, app, dir } = await launch();
    await page.getByRole('button', { name: 'Rules' }).click();
    await page
      .getByLabel('Title', { exact: true })
      .fill('(2) Berichten | LinkedIn - Google Chrome');
    const verdicts = page.getByRole('status', { name: 'What it is by the rules' });
    await verdicts.getByText('Because the title said Messaging').waitFor();
    expect(await verdicts.getByText('Messaging', { exact: true }).count()).toBe(1);

    const main = page.getByRole('main');
    expect(await main.textContent()).not.toContain('Zyxwvut');
    await page.getByRole('switch', { name: 'Your latest other window' }).check({ force: true });
    await main.getByText(WIKI.title).waitFor();
    await verdicts.getByText('A guess: the title was a name alone').waitFor();
    // Our own window does not take its place.
    scripted.show({ app: 'sweetspot', title: 'Sweetspot' });
    await page.waitForTimeout(2500);
    await main.getByText(WIKI.title).waitFor();
    scripted.show({ app: 'Foo', title: 'Bar | LinkedIn' });
    await verdicts.getByText('Because the app was not a browser').waitFor();
    await page.getByRole('button', { name: 'This app is a browser' }).click();
    await verdicts.getByText('A guess: the title was a name alone').waitFor();

    // A browser's profile that is not known can be told.
    scripted.show({ app: 'msedge.exe', title: 'Feed | LinkedIn - Marieke - Microsoft Edge' });
    await verdicts.getByText('Because the title was not LinkedIn’s').waitFor();
    await page.getByRole('button', { name: 'Marieke - Microsoft Edge” is my profile' }).click();
    await verdicts.getByText('Because the title said Feed').waitFor();

    // Leaving the page ends it.
    scripted.show(WIKI);
    await main.getByText(WIKI.title).waitFor();
    await page.getByRole('button', { name: 'Today' }).click();
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
    await page.getByRole('button', { name: 'Rules' }).click();
    await page.getByRole('switch', { name: 'Your latest other window' }).waitFor();
    expect(await main.textContent()).not.toContain('Zyxwvut');
    await app.close();
    running.length = 0;
    expect(readFileSync(join(dir, 'settings.json'), 'utf8')).not.toContain('Zyxwvut');
    expect(app.output()).not.toContain('Zyxwvut');
  });

  test('go to a file and come back from one, and a bad file changes nothing', async () => {
    scripted.show(EDITOR);
    const { page, app, dir } = await launch({ rules: [rule('wiki')], browsers: ['Min'] });
    await page.getByRole('button', { name: 'Rules' }).click();
    const file = join(dir, 'rules.json');
    await answerSaveDialog(app, file);
    await page.getByRole('button', { name: 'Export …' }).click();
    await page.getByText('Saved.').waitFor();
    const saved = readFileSync(file, 'utf8');
    expect(JSON.parse(saved)).toEqual({
      format: 'sweetspot-rules',
      version: 1,
      rules: [rule('wiki')],
      browsers: ['Min'],
    });

    await answerOpenDialog(app, file);
    writeFileSync(file, saved.replace('"text"', '"regex"'));
    await page.getByRole('button', { name: 'Import …' }).click();
    await page.getByText('Rule or browser 1: “text” is missing.').waitFor();
    await page.getByRole('button', { name: 'Close this message' }).click();
    writeFileSync(file, saved.replace('"version"', '"versoin": 1, "version"'));
    await page.getByRole('button', { name: 'Import …' }).click();
    await page.getByText('“versoin” is not known.').waitFor();
    await page.getByRole('button', { name: 'Close this message' }).click();
    expect(storedRules(dir)).toEqual(['title contains wiki: feed']);

    writeFileSync(file, saved.replace('"wiki"', '"intranet"'));
    await page.getByRole('button', { name: 'Import …' }).click();
    await page.getByText('1 rule and 1 browser.').waitFor();
    await page.getByRole('button', { name: 'Add behind mine' }).click();
    await page.getByText('The rules of the file are yours now.').waitFor();
    expect(storedRules(dir)).toEqual([
      'title contains wiki: feed',
      'title contains intranet: feed',
    ]);
    await page.getByRole('button', { name: 'Remove all' }).click();
    await page.getByText('All your rules and browsers were removed.').waitFor();
    expect(storedRules(dir)).toEqual([]);
    await answerOpenDialog(app, null);
    await page.getByRole('button', { name: 'Import …' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => storedRules(dir)).toHaveLength(2);
  });

  test('stay inside half a window, which is what 200 % leaves of it', async () => {
    scripted.show(EDITOR);
    const { page } = await launch({ rules: [rule('wiki'), rule('w'.repeat(120), 'jobs')] });
    await page.getByRole('button', { name: 'Rules' }).click();
    await page.getByRole('button', { name: 'Change rule 1' }).click();
    const overhang = () =>
      page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    for (const width of [720, 450]) {
      await page.setViewportSize({ width, height: width / 2 });
      await expect.poll(overhang).toBeLessThanOrEqual(0);
    }
  });
});
