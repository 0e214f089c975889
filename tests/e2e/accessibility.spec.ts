/** @file Addresses by the accessibility interface, in the built app: nothing is asked before a click, and nothing after the next one. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { launchApp, makeDataDir } from '../support/driver.ts';
import { startFakeAccessibilityBus } from '../support/fake-accessibility-bus.ts';
import { fakeDesktop } from '../support/fake-desktop.ts';
import { scriptedApp } from '../support/scripted-window.ts';
import { tempDir } from '../support/temp-dir.ts';

/** A program of a name that does nothing. */
function startAs(name: string, dir: string): ChildProcess {
  const file = join(dir, name);
  copyFileSync('/bin/sleep', file);
  chmodSync(file, 0o755);
  const child = spawn(file, ['600'], { stdio: 'ignore' });
  onTestFinished(() => void child.kill());
  return child;
}

const lacks = process.platform === 'linux' ? '' : ' (skipped: for Linux alone)';

test.skipIf(lacks !== '')(
  `a browser is asked for its address once the user agrees${lacks}`,
  async () => {
    const desktop = tempDir();
    const asked = () => readFileSync(join(desktop, 'asked'), 'utf8');
    const bus = await startFakeAccessibilityBus();
    const browser = startAs('firefox', desktop);
    const title = 'LinkedIn \u2014 Mozilla Firefox';
    bus.programs.push({
      address: ':1.2',
      processId: browser.pid ?? 0,
      frames: [{ title, active: true, DocURL: 'https://www.linkedin.com/messaging/' }],
    });
    const scripted = scriptedApp();
    onTestFinished(scripted.remove);
    scripted.show({ app: 'firefox', title });
    const dataDir = await makeDataDir();
    writeFileSync(join(dataDir, 'settings.json'), JSON.stringify({ welcomed: true }));
    const app = await launchApp({
      dataDir,
      main: scripted.main,
      headless: true,
      env: fakeDesktop(desktop, bus.path),
    });
    onTestFinished(async () => {
      await app.kill();
      rmSync(dataDir, { recursive: true, force: true });
    });
    const { page } = app;
    const settings = () => readFileSync(join(dataDir, 'settings.json'), 'utf8');

    // By its title alone.
    await page.getByRole('row', { name: /Other/ }).first().waitFor();
    expect([bus.asked, asked()]).toEqual([[], expect.not.stringContaining('a11y')]);

    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByText('Off. Titles decide.').waitFor();
    await page.getByRole('button', { name: 'Ask browsers for addresses' }).click();
    await page.getByText('On. Your browser tells addresses.').waitFor();
    expect(settings()).toContain('switched-on');
    await page.getByRole('button', { name: 'Today' }).click();
    await page
      .getByRole('row', { name: /Messaging/ })
      .first()
      .waitFor();

    await page.getByRole('button', { name: 'Settings' }).click();
    const section = page.getByRole('region', { name: /accessibility interface/ });
    await section.getByRole('button', { name: 'Switch it off' }).click();
    await page.getByText('Off. Titles decide.').waitFor();
    await expect.poll(bus.clients).toBe(0);
    await expect.poll(asked).toContain('<false>');
    expect(JSON.parse(settings())).toMatchObject({ accessibilityBus: 'off' });
    expect(readFileSync(join(dataDir, 'spans.sqlite')).includes('linkedin.com')).toBe(false);
  },
);
