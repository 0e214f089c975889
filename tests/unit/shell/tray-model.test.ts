import { describe, expect, test, vi } from 'vitest';
import { createActions } from '../../../electron/shell/actions.ts';
import {
  ICON_STEPS,
  type TrayItem,
  trayModel,
  unchangedMs,
  usedShare,
} from '../../../electron/shell/tray-model.ts';
import { textsOf } from '../../../electron/texts/languages.ts';
import { enCommon } from '../../../renderer/i18n/en/common.ts';
import { nlCommon } from '../../../renderer/i18n/nl/common.ts';
import { LINKEDIN_ACTIVITIES } from '../../../shared/domain/activity.ts';
import { DEFAULT_SETTINGS } from '../../../shared/settings/settings.ts';
import { dayView } from '../../../electron/figures/day-and-week-views.ts';
import { EXAMPLE_NOW_MS, EXAMPLE_SPANS } from '../../support/example-weeks.ts';
import { TRACKING } from '../../support/fake-views.ts';

const DAY = dayView(null, {
  settings: DEFAULT_SETTINGS,
  spans: {
    between: (startMs, endMs) =>
      EXAMPLE_SPANS.filter((span) => span.startedAtMs < endMs && span.endedAtMs > startMs),
    lastBefore: () => undefined,
  },
  nowMs: EXAMPLE_NOW_MS,
  zone: EXAMPLE_SPANS[0]?.zone ?? 'UTC',
});
const LAST = DAY.spans.findLast(({ activity }) => activity !== 'elsewhere');

function submenuOf(
  language: 'en' | 'nl',
  day: Pick<typeof DAY, 'figures' | 'spans'>,
  shield = true,
) {
  const { items } = trayModel(TRACKING, day, shield, textsOf(language));
  return items.find(
    (item): item is TrayItem & { kind: 'submenu' } =>
      item.kind === 'submenu' && item.label.endsWith(' was …'),
  );
}

test.each(['en', 'nl'] as const)('data that are away are told of first, in "%s"', (language) => {
  const texts = textsOf(language);
  const shown = trayModel(TRACKING, DAY, true, texts, true);
  expect(shown.items[0]).toMatchObject({ label: texts.dataAway, action: { do: 'open' } });
  expect(shown.tooltip).toContain(texts.dataAway);
  const usual = trayModel(TRACKING, DAY, true, texts);
  expect(shown.items.slice(1)).toEqual(usual.items);
});

test('what runs changes nothing in the tray before its minutes or its icon are due', () => {
  const shownOf = (countedMs: number) => {
    const figures = { ...DAY.figures, countedMs, measuredMs: 1 };
    const { tooltip } = trayModel(TRACKING, { ...DAY, figures }, true, textsOf('en'));
    return [tooltip, Math.round(usedShare(figures) * ICON_STEPS)];
  };
  for (let countedMs = 0; countedMs < 40 * 60_000; countedMs += 7_919) {
    const waitMs = unchangedMs({ ...DAY.figures, countedMs, measuredMs: 1 });
    expect(waitMs).toBeGreaterThan(0);
    expect(shownOf(countedMs + waitMs - 1)).toEqual(shownOf(countedMs));
    expect(shownOf(countedMs + Math.ceil(waitMs))).not.toEqual(shownOf(countedMs));
  }
  // The first figure of the day is shown soon.
  expect(unchangedMs({ ...DAY.figures, measuredMs: 0 })).toBe(15_000);
});

describe('"that was ..." in the tray', () => {
  test('names the latest LinkedIn span and offers every other activity for it', () => {
    const menu = submenuOf('en', DAY);
    expect(menu?.label).toMatch(/^\S.* from \d\d:\d\d was …$/);
    const chosen = menu?.items.filter(({ kind }) => kind === 'label') ?? [];
    expect(chosen).toHaveLength(1);
    const actions = menu?.items.flatMap((item) => (item.kind === 'action' ? [item.action] : []));
    expect(actions).toHaveLength((menu?.items.length ?? 0) - 1);
    for (const action of actions ?? []) {
      expect(action).toMatchObject({ do: 'relabel', atMs: LAST?.startedAtMs });
    }
  });

  test('names the two latest spans, the last one first', () => {
    const { items } = trayModel(TRACKING, DAY, true, textsOf('en'));
    const labels = items.flatMap((item) =>
      item.kind === 'submenu' && item.label.endsWith(' was …') ? [item.label] : [],
    );
    expect(labels).toEqual([
      expect.stringMatching(/^Networking from 15:19/),
      expect.stringMatching(/^Feed from 14:02/),
    ]);
    const one = { ...DAY, spans: DAY.spans.slice(-1) };
    expect(
      trayModel(TRACKING, one, true, textsOf('en')).items.filter(({ kind }) => kind === 'submenu'),
    ).toHaveLength(2);
  });

  test('has no word of job search while that is shielded', () => {
    const labels = (shield: boolean) =>
      submenuOf('en', DAY, shield)?.items.map((item) => 'label' in item && item.label);
    expect(labels(true)).not.toContain('Job search');
    expect(labels(false)).toContain('Job search');
  });

  test('is not there on a day without LinkedIn', () => {
    const spans = DAY.spans.filter(({ activity }) => activity === 'elsewhere');
    expect(submenuOf('nl', { ...DAY, spans })).toBeUndefined();
    expect(submenuOf('nl', DAY)).toBeDefined();
  });

  test.each([
    ['en', enCommon],
    ['nl', nlCommon],
  ] as const)('calls the activities as the window does, in %s', (language, { activity }) => {
    const texts = textsOf(language);
    for (const one of LINKEDIN_ACTIVITIES) expect(texts.activity[one]).toBe(activity[one]);
  });

  test('re-labels the span that it names', () => {
    const relabel = vi.fn();
    const act = createActions({
      show: vi.fn(),
      openPage: vi.fn(),
      pause: vi.fn(),
      tracker: { startTimer: vi.fn(), stopTimer: vi.fn() },
      relabel,
      quit: vi.fn(),
    });
    act({ do: 'relabel', atMs: 5, activity: 'learning' });
    expect(relabel.mock.calls).toEqual([[5, 'learning']]);
  });
});

test.each(['en', 'nl'] as const)(
  'a day without a measurement has no figure, in "%s"',
  (language) => {
    const figures = { ...DAY.figures, measuredMs: 0, countedMs: 0 };
    const { tooltip } = trayModel(TRACKING, { figures, spans: [] }, true, textsOf(language));
    expect(tooltip).toContain('– ');
    expect(tooltip).not.toMatch(/ 0 /);
  },
);
