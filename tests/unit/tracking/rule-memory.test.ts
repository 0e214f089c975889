import { describe, expect, test } from 'vitest';
import { createRecorder, type Recorder } from '../../../electron/tracking/recorder.ts';
import { createRuleMemory } from '../../../electron/tracking/rule-memory.ts';
import { dayView } from '../../../electron/figures/day-and-week-views.ts';
import type { Span } from '../../../shared/domain/span.ts';
import { parseSettings, type SettingsPatch } from '../../../shared/settings/settings.ts';

const ZONE = 'Europe/Amsterdam';
const START = Date.parse('2026-11-16T10:00:00+01:00');

function settingsOf(patch: SettingsPatch) {
  return parseSettings(patch).settings;
}

function setUp(patch: SettingsPatch = {}) {
  const recorder = createRecorder({
    settings: settingsOf(patch),
    store: () => undefined,
    floorMs: -Infinity,
  });
  let atMs = START;
  /** Shows a title for some seconds, a tick each. */
  const show = (title: string, seconds = 3, app = 'Google Chrome') => {
    for (let tick = 0; tick < seconds; tick += 1) {
      atMs += 1000;
      const sighting = { kind: 'window', key: 'one', sample: { app, title } } as const;
      recorder.see({ atMs, monoMs: atMs, idleMs: 0 }, ZONE, sighting);
    }
  };
  return { recorder, show, rules: () => ofOpen(recorder) };
}

function ofOpen({ state, rulesOf }: Recorder): readonly string[] {
  return state.open ? rulesOf(state.open.startedAtMs) : [];
}

describe('the rules of a span', () => {
  test('are those that decided it, the most frequent first', () => {
    const { show, rules } = setUp();
    show('Jane Doe | LinkedIn', 2);
    expect(rules()).toEqual(['guess:one-part']);
    show('My Network | LinkedIn', 3);
    expect(rules()).toEqual(['words:en:network', 'guess:one-part']);
    show('Berichten | LinkedIn');
    expect(rules()).toEqual(['words:nl:messaging']);
  });

  test('say of a notice that it changed nothing', () => {
    const { show, rules } = setUp();
    show('Feed | LinkedIn', 4);
    show('Jane Doe sent you a message | LinkedIn', 2);
    expect(rules()).toEqual(['words:en:feed', 'notice:kept']);
  });

  test('hold nothing of what is elsewhere, or of a title', () => {
    const { show, rules, recorder } = setUp();
    show('main.ts - Visual Studio Code', 3, 'Code');
    expect(rules()).toEqual([]);
    show('Zyxwvut Qponmlk | LinkedIn');
    expect(JSON.stringify(rules())).not.toContain('yxwv');
    expect(recorder.rulesOf(1)).toEqual([]);
  });

  test.each([
    ['Jobs | LinkedIn', 'words:en'],
    ['Software Engineer | Acme | LinkedIn', 'guess'],
  ])('do not name what is shielded: %s', (title, kind) => {
    const shielded = setUp();
    shielded.show(title);
    expect(shielded.rules()).toEqual([kind]);
    const open = setUp({ shieldJobs: false });
    open.show(title);
    expect(open.rules()[0]).toMatch(new RegExp(`^${kind}:`));
  });

  test('lose their numbers when the user’s own rules become others, and only then', () => {
    const rule = { field: 'title', match: 'contains', text: 'doe', activity: 'sales' } as const;
    const { recorder, show, rules } = setUp({ rules: [rule] });
    show('Jane Doe | LinkedIn');
    expect(rules()).toEqual(['user:1']);
    recorder.setSettings(settingsOf({ rules: [rule], theme: 'dark' }));
    expect(rules()).toEqual(['user:1']);
    recorder.setSettings(settingsOf({ rules: [{ ...rule, text: 'x' }, rule] }));
    expect(rules()).toEqual(['user']);
    show('Jane Doe | LinkedIn', 1);
    expect(rules()).toEqual(['user', 'user:2']);
  });
});

test('a memory holds one day, and the span that runs into it', () => {
  const memory = createRuleMemory();
  memory.note(1, 'feed', 'words:en:feed', '2026-11-16');
  memory.note(2, 'sales', 'url:/sales', '2026-11-16');
  memory.note(2, 'sales', 'url:/sales', '2026-11-17');
  expect(memory.rulesOf(1)).toEqual([]);
  expect(memory.rulesOf(2)).toEqual(['url:/sales']);
});

test('nothing is remembered of spans that were erased', () => {
  const { recorder, show, rules } = setUp();
  show('Feed | LinkedIn');
  recorder.forgetClosed();
  expect(rules()).toEqual([]);
  show('My Network | LinkedIn', 1);
  expect(rules()).toEqual(['words:en:network']);
});

test('a memory of one span has an end', () => {
  const memory = createRuleMemory();
  for (let rule = 0; rule < 1000; rule += 1) memory.note(1, 'feed', `user:${rule}`, '2026-11-16');
  expect(memory.rulesOf(1).length).toBeLessThan(50);
});

test('a day shows them by the start of its spans, but not for one that the user corrected', () => {
  const hour = 3_600_000;
  const midnight = Date.parse('2026-11-16T00:00:00+01:00');
  const span = (startedAtMs: number, relabelled: boolean): Span => ({
    startedAtMs,
    endedAtMs: startedAtMs + hour,
    activity: 'feed',
    zone: ZONE,
    relabelled,
    manual: false,
  });
  const spans = [span(midnight - hour / 2, false), span(START, false), span(START + hour, true)];
  const view = dayView('2026-11-16', {
    spans: { between: () => spans, lastBefore: () => undefined },
    settings: settingsOf({}),
    nowMs: START + 3 * hour,
    zone: ZONE,
    rulesOf: (startedAtMs) => [`user:${spans.findIndex((s) => s.startedAtMs === startedAtMs)}`],
  });
  expect(view.rules).toEqual({ [midnight]: ['user:0'], [START]: ['user:1'] });
});
