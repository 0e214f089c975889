import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type BrowserId, HOST_NAME, type Word } from '../../../companion/contract.ts';
import { CHROMIUM_ID, FIREFOX_ID } from '../../../companion/extension/manifest.ts';
import { browserPlaces } from '../../../electron/companion/browser-places.ts';
import { openCompanion } from '../../../electron/companion/open-companion.ts';
import { createNews } from '../../../electron/news.ts';
import { HELLO } from '../../support/native-messages.ts';
import { tempDir } from '../../support/temp-dir.ts';

/** A home with some browsers in it, and the app's desk for them. */
function home(
  profiles: readonly string[],
  platform: NodeJS.Platform = 'linux',
  env: NodeJS.ProcessEnv = {},
) {
  const homeDir = tempDir();
  for (const folder of profiles) mkdirSync(join(homeDir, folder), { recursive: true });
  const built = tempDir();
  writeFileSync(join(built, 'manifest.json'), '{}');
  const environment = { platform, homeDir, env };
  const news = createNews();
  const said: { browser: BrowserId; word: Word; table: string }[] = [];
  const listeners: (() => void)[] = [];
  const companions = {
    connections: () => said.map((one) => ({ ...HELLO, ...one, pid: 1, atMs: 5 })),
    onChange: (listener: () => void) => {
      listeners.push(listener);
      return () => undefined;
    },
  };
  const open = (program: string) => {
    const command = { program, args: ["it's a file"], env: { TOLD: 'a b' } };
    const { handlers } = openCompanion({ news, companions, environment, command, built });
    const states = async () =>
      Object.fromEntries(
        (await handlers['companion:get']()).browsers.map(({ id, state }) => [id, state]),
      );
    const act = async (action: 'connect' | 'remove', browser: string) =>
      handlers['companion:act']({ action, browser });
    return { view: () => handlers['companion:get'](), act, states };
  };
  const say = (browser: BrowserId, word: Word, table = HELLO.table) => {
    said.push({ browser, word, table });
    for (const listener of listeners) listener();
  };
  const files = () =>
    readdirSync(homeDir, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(homeDir, name)).isFile())
      .sort();
  return { homeDir, environment, open, say, files, news };
}

const FIREFOX = '.mozilla/native-messaging-hosts';
const CHROMIUM = '.config/chromium/NativeMessagingHosts';

describe('connecting', () => {
  test('touches nothing unasked, and offers the browsers that are here', async () => {
    const { open, files } = home(['.config/mozilla', '.config/chromium', '.config/vivaldi']);
    expect(await open('/bin/echo').states()).toEqual({
      firefox: 'absent',
      chromium: 'absent',
      vivaldi: 'absent',
    });
    expect(files()).toEqual([]);
  });

  test('writes what the browser looks for, which starts the host with the browser’s name', async () => {
    const { homeDir, open, files } = home(['.config/mozilla', '.config/chromium']);
    const desk = open('/bin/echo');
    await desk.act('connect', 'firefox');
    await desk.act('connect', 'chromium');
    expect(await desk.states()).toEqual({ firefox: 'silent', chromium: 'silent' });
    expect((await desk.view()).folder).toBe(join(homeDir, '.local/share/sweetspot-companion'));
    expect(files()).toEqual(
      [
        ...[FIREFOX, CHROMIUM].flatMap((folder) => [
          `${folder}/${HOST_NAME}.json`,
          `${folder}/${HOST_NAME}.sh`,
        ]),
        '.local/share/sweetspot-companion/manifest.json',
      ].sort(),
    );
    const read = (folder: string) =>
      JSON.parse(readFileSync(join(homeDir, folder, `${HOST_NAME}.json`), 'utf8')) as object;
    const path = join(homeDir, FIREFOX, `${HOST_NAME}.sh`);
    expect(read(FIREFOX)).toMatchObject({ path, allowed_extensions: [FIREFOX_ID], type: 'stdio' });
    expect(read(CHROMIUM)).toMatchObject({
      name: HOST_NAME,
      allowed_origins: [`chrome-extension://${CHROMIUM_ID}/`],
    });
  });

  test.skipIf(process.platform === 'win32')('starts the program as it is called', async () => {
    const { homeDir, open } = home(['.config/mozilla']);
    await open('/bin/echo').act('connect', 'firefox');
    const started = execFileSync(join(homeDir, FIREFOX, `${HOST_NAME}.sh`), ['manifest', 'id']);
    expect(started.toString()).toBe("it's a file --companion-host=firefox\n");
  });

  test('follows the app to another place at its start, and only where the user connected', async () => {
    const { homeDir, open } = home(['.config/mozilla', '.config/chromium']);
    await open('/old/place').act('connect', 'firefox');
    open('/new/place');
    const starter = readFileSync(join(homeDir, FIREFOX, `${HOST_NAME}.sh`), 'utf8');
    expect(starter).toContain("'/new/place'");
    expect(starter).not.toContain('/old/place');
    expect(existsSync(join(homeDir, CHROMIUM))).toBe(false);
  });

  test('is taken back whole, and leaves what others have there', async () => {
    const { homeDir, open, files } = home(['.config/mozilla', '.config/chromium']);
    const desk = open('/bin/echo');
    await desk.act('connect', 'firefox');
    await desk.act('connect', 'chromium');
    const other = join(homeDir, CHROMIUM, 'other.json');
    writeFileSync(other, '{}');
    await desk.act('remove', 'firefox');
    expect((await desk.view()).folder).not.toBeNull();
    await desk.act('remove', 'chromium');
    expect(files()).toEqual([`${CHROMIUM}/other.json`]);
    expect(await desk.states()).toEqual({ firefox: 'absent', chromium: 'absent' });
  });

  test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'leaves nothing half written where the browser’s folder is closed',
    async () => {
      const { homeDir, open } = home(['.config/chromium']);
      const folder = join(homeDir, CHROMIUM);
      mkdirSync(folder);
      chmodSync(folder, 0o500);
      await expect(open('/bin/echo').act('connect', 'chromium')).rejects.toThrow(
        'cannot be written',
      );
      chmodSync(folder, 0o700);
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  test('a file in place of the folder is said, not thrown about', async () => {
    const { homeDir, open } = home(['.config/chromium']);
    writeFileSync(join(homeDir, CHROMIUM), '');
    await expect(open('/bin/echo').act('connect', 'chromium')).rejects.toThrow('cannot be written');
  });

  test('goes with everything else that is erased', async () => {
    const { open, files, news } = home(['.config/mozilla', '.config/chromium']);
    const desk = open('/bin/echo');
    for (const browser of ['firefox', 'chromium']) await desk.act('connect', browser);
    let told = 0;
    news.on('companion-changed', () => (told += 1));
    news.tell('all-erased', null);
    expect(files()).toEqual([]);
    expect(told).toBe(1);
    expect(await desk.states()).toEqual({ firefox: 'absent', chromium: 'absent' });
  });

  test('is offered for no browser that is not here', async () => {
    const { open } = home(['.config/chromium']);
    await expect(open('/bin/echo').act('connect', 'firefox')).rejects.toThrow('no such browser');
    await expect(open('/bin/echo').act('connect', '../..')).rejects.toThrow('no such browser');
  });
});

describe('how a browser stands', () => {
  test('follows from what its companion says, and the window is told', async () => {
    const { open, say, news } = home(['.config/mozilla', '.config/chromium', '.config/vivaldi']);
    let told = 0;
    news.on('companion-changed', () => (told += 1));
    const desk = open('/bin/echo');
    for (const id of ['firefox', 'chromium', 'vivaldi']) await desk.act('connect', id);
    say('firefox', 'private');
    say('chromium', 'unknown');
    say('vivaldi', 'feed', '00000000');
    expect(told).toBe(3);
    expect(await desk.states()).toEqual({
      firefox: 'speaks',
      chromium: 'no-access',
      vivaldi: 'other-version',
    });
    const view = await desk.view();
    expect(view.browsers.map(({ saidMs }) => saidMs)).toEqual([5, 5, 5]);
    // When it was said is told, and never what.
    expect(JSON.stringify(view)).not.toMatch(/private|feed|unknown/);
  });

  test('is boxed where only a flatpak or a snap of it is here', async () => {
    const { open } = home(['.var/app/com.google.Chrome', 'snap/firefox', '.config/chromium']);
    expect(await open('/bin/echo').states()).toEqual({
      firefox: 'boxed',
      chromium: 'absent',
      chrome: 'boxed',
    });
  });

  test.each([
    ['on Windows', 'win32', {}],
    ['on macOS', 'darwin', {}],
    ['for an app that is a flatpak', 'linux', { FLATPAK_ID: 'nl.sweetspot.Sweetspot' }],
    ['for an app that is a snap', 'linux', { SNAP: '/snap/sweetspot/1' }],
  ] as const)('is not told %s', async (_what, platform, env) => {
    const { open } = home(['.config/chromium'], platform, env);
    expect(await open('/bin/echo').view()).toMatchObject({ isAvailable: false, browsers: [] });
    await expect(open('/bin/echo').act('connect', 'chromium')).rejects.toThrow('no such browser');
  });
});

test('no two browsers look in one place', () => {
  const places = browserPlaces({ platform: 'linux', homeDir: '/home/u', env: {} });
  expect(new Set(places.map(({ hosts }) => hosts)).size).toBe(places.length);
  expect(places.every(({ hosts }) => dirname(hosts).startsWith('/home/u/'))).toBe(true);
  const [, moved] = browserPlaces({
    platform: 'linux',
    homeDir: '/home/u',
    env: { XDG_CONFIG_HOME: '/settings' },
  });
  expect(moved?.hosts).toBe('/settings/chromium/NativeMessagingHosts');
});
