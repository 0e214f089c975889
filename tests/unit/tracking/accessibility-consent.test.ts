import { describe, expect, onTestFinished, test } from 'vitest';
import { createNews } from '../../../electron/news.ts';
import { keepAccessibility } from '../../../electron/tracking/accessibility-consent.ts';
import { createDesktopSwitch } from '../../../electron/tracking/sources/accessibility/desktop-switch.ts';
import {
  DEFAULT_SETTINGS,
  type Settings,
  type SettingsPatch,
} from '../../../shared/settings/settings.ts';

/** The app's settings, and the switch of a desktop. */
function setUp(setting: Settings['accessibilityBus'] = 'off', isOn = false, hasReader = false) {
  const news = createNews();
  let settings: Settings = { ...DEFAULT_SETTINGS, accessibilityBus: setting };
  const desk = { isOn, turned: [] as boolean[], opened: 0, stopped: 0 };
  const consent = keepAccessibility({
    news,
    settings: {
      get: () => settings,
      set(patch: SettingsPatch) {
        settings = { ...settings, ...patch };
        news.tell('settings-changed', settings);
      },
    },
    desktop: {
      isOn: () => Promise.resolve(desk.isOn),
      turn(on) {
        desk.isOn = on;
        desk.turned.push(on);
        return Promise.resolve();
      },
      hasReader: () => Promise.resolve(hasReader),
      findBus: () => Promise.reject(new Error('none')),
    },
    create: () => ({
      isAsked: () => true,
      ask: () => Promise.resolve(undefined),
      state: () => 'waiting' as const,
      open: () => Promise.resolve(void (desk.opened += 1)),
      stop: () => void (desk.stopped += 1),
    }),
  });
  onTestFinished(consent.stop);
  return { news, consent, desk, setting: () => settings.accessibilityBus };
}

describe('the desktop\u2019s switch', () => {
  test('is let alone until the user agrees', () => {
    const { consent, desk } = setUp();
    expect([consent.state(), consent.now(), desk.turned]).toEqual(['off', undefined, []]);
  });

  test('is switched on with it, and off again with it', async () => {
    const { consent, desk, setting } = setUp();
    await consent.allow(true);
    expect([setting(), consent.state(), desk.isOn, desk.opened]).toEqual([
      'switched-on',
      'waiting',
      true,
      1,
    ]);
    await consent.allow(false);
    expect([setting(), consent.state(), desk.turned, desk.stopped]).toEqual([
      'off',
      'off',
      [true, false],
      1,
    ]);
  });

  test('stays as it is where another program had it on', async () => {
    const { consent, desk, setting } = setUp('off', true);
    await consent.allow(true);
    expect(setting()).toBe('on');
    await consent.allow(false);
    expect([desk.turned, desk.isOn]).toEqual([[], true]);
  });

  test('stays on where a screen reader needs it by then', async () => {
    const { consent, desk } = setUp('switched-on', true, true);
    await consent.allow(false);
    expect([desk.turned, consent.now()]).toEqual([[], undefined]);
  });

  test('is on in the next session too, and remembered as the app\u2019s doing', async () => {
    const { consent, desk, setting } = setUp('on', false);
    await expect.poll(setting).toBe('switched-on');
    await expect.poll(() => desk.opened).toBe(1);
    expect([desk.turned, consent.state()]).toEqual([[true], 'waiting']);
  });

  test('is as it was once all is erased', async () => {
    const { news, desk, setting } = setUp('switched-on', true);
    news.tell('all-erased', null);
    await expect.poll(() => desk.isOn).toBe(false);
    expect(setting()).toBe('off');
  });

  test('is not touched by the end of the app', async () => {
    const { consent, desk } = setUp('switched-on', true);
    await expect.poll(() => desk.opened).toBe(1);
    consent.stop();
    expect([desk.turned, desk.stopped]).toEqual([[], 1]);
  });
});

/** Answers as gdbus 2.74 writes them. */
describe('gdbus', () => {
  const ANSWERS: Readonly<Record<string, string>> = {
    'org.freedesktop.DBus.Properties.Get org.a11y.Status IsEnabled': '(<true>,)\n',
    'org.freedesktop.DBus.Properties.Get org.a11y.Status ScreenReaderEnabled': '(<false>,)\n',
    'org.freedesktop.DBus.Properties.Set org.a11y.Status IsEnabled <false>': '()\n',
    'org.a11y.Bus.GetAddress': "('unix:path=/root/.cache/at-spi/bus,guid=ccb4a0be',)\n",
  };

  function desktop(address: string | undefined, answers = ANSWERS) {
    const env = address === undefined ? {} : { DBUS_SESSION_BUS_ADDRESS: address };
    return createDesktopSwitch(env, (program, args) => {
      const words = args.slice(args.indexOf('--method') + 1).join(' ');
      const answer = program === 'gdbus' ? answers[words] : undefined;
      return answer === undefined ? Promise.reject(new Error(words)) : Promise.resolve(answer);
    });
  }

  test('is asked for the switch and the bus', async () => {
    const there = desktop('unix:path=/run/user/1000/bus');
    expect([await there.isOn(), await there.hasReader(), await there.findBus()]).toEqual([
      true,
      false,
      '/root/.cache/at-spi/bus',
    ]);
    await expect(there.turn(false)).resolves.toBeUndefined();
  });

  test('is not where there is no bus of the session on this computer', async () => {
    for (const address of [undefined, 'tcp:host=10.0.0.1,port=1']) {
      await expect(desktop(address).isOn()).rejects.toThrow('no session bus');
    }
  });

  test('a bus on another computer, or an answer that is none, is nothing', async () => {
    const other = desktop('unix:path=/bus', {
      'org.a11y.Bus.GetAddress': "('tcp:host=10.0.0.1,port=1',)\n",
      'org.freedesktop.DBus.Properties.Get org.a11y.Status IsEnabled': '(<1>,)\n',
    });
    await expect(other.findBus()).rejects.toThrow('not of this computer');
    await expect(other.isOn()).rejects.toThrow('Nobody knows');
  });
});
