import { expect, test } from 'vitest';
import type { Autostart } from '../../../electron/shell/autostart.ts';
import { createAutostartHandlers } from '../../../electron/shell/autostart-handlers.ts';
import { withUnsaved } from '../../../electron/figures/day-and-week-views.ts';
import { NO_SPANS } from '../../../electron/storage/span-reader.ts';
import { UserError } from '../../../shared/domain/user-error.ts';
import type { Span } from '../../../shared/domain/span.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../shared/settings/settings.ts';

const ZONE = 'Europe/Amsterdam';
/** Tuesday, 9:00 in Amsterdam. */
const NOW_MS = Date.UTC(2026, 10, 17, 8);
const MONDAY_9_MS = Date.UTC(2026, 10, 16, 8);
const MINUTE_MS = 60_000;

function spanOf(startedAtMs: number, minutes: number): Span {
  return {
    startedAtMs,
    endedAtMs: startedAtMs + minutes * MINUTE_MS,
    activity: 'elsewhere',
    zone: ZONE,
    relabelled: false,
    manual: false,
  };
}

/** The handlers over one span and an autostart that is only remembered. */
function setUp(span: Span | null, parts: Partial<Autostart> = {}, first: Partial<Settings> = {}) {
  let on = false;
  let settings = { ...DEFAULT_SETTINGS, ...first };
  const handlers = createAutostartHandlers({
    autostart: {
      available: true,
      isOn: () => on,
      turn: (value) => (on = value),
      refresh: () => undefined,
      ...parts,
    },
    settings: {
      get: () => settings,
      set: (patch) => (settings = { ...settings, ...patch }),
    },
    view: () => ({
      spans: withUnsaved(NO_SPANS, new Map(), span),
      settings,
      nowMs: NOW_MS,
      zone: ZONE,
    }),
  });
  return { handlers, settings: () => settings };
}

const HOUR = spanOf(MONDAY_9_MS, 60);

test.each([
  ['no day before', null, false],
  ['a day with an hour of working time', HOUR, true],
  ['a day with less than that', spanOf(MONDAY_9_MS, 59), false],
  ['an evening', spanOf(MONDAY_9_MS + 10 * 60 * MINUTE_MS, 60), false],
  ['an hour of today alone', spanOf(NOW_MS, 60), false],
  ['a day more than a week ago', spanOf(MONDAY_9_MS - 14 * 86_400_000, 60), false],
])('after %s', async (_what, span, ask) => {
  const { handlers } = setUp(span);
  expect(await handlers['autostart:get']()).toEqual({ available: true, on: false, ask });
});

test('is not asked where there is no app to start, where it is on, or after an answer', async () => {
  const askOf = async (parts: Partial<Autostart>, first: Partial<Settings> = {}) =>
    (await setUp(HOUR, parts, first).handlers['autostart:get']()).ask;
  expect(await askOf({ available: false })).toBe(false);
  expect(await askOf({ isOn: () => true })).toBe(false);
  expect(await askOf({}, { autostartAsked: true })).toBe(false);
  expect(await askOf({})).toBe(true);
});

test('a choice is told to the system and answers the question', async () => {
  const { handlers, settings } = setUp(HOUR);
  expect(await handlers['autostart:set']('on')).toEqual({ available: true, on: true, ask: false });
  expect(settings().autostartAsked).toBe(true);
  expect(await handlers['autostart:set']('off')).toEqual({
    available: true,
    on: false,
    ask: false,
  });
});

test('what the system does not take is told, and may be asked again', () => {
  const turn = () => {
    throw new UserError('/home/someone/.config/autostart cannot be written');
  };
  const { handlers, settings } = setUp(HOUR, { turn });
  expect(() => handlers['autostart:set']('on')).toThrow('The system did not take the change.');
  expect(settings().autostartAsked).toBe(false);
});
