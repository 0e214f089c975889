import { expect, test } from 'vitest';
import type { AppState } from '../../../../renderer/store/app-state.ts';
import { createAppStore } from '../../../../renderer/store/app-store.ts';
import { startSync } from '../../../../renderer/store/sync.ts';
import { EXAMPLE_NOW_MS, EXAMPLE_SPANS, viewsOver } from '../../../support/example-weeks.ts';
import { createFakeApi } from '../../../support/fake-api.ts';

async function setUp() {
  const fake = createFakeApi(viewsOver(EXAMPLE_SPANS, EXAMPLE_NOW_MS, () => fake.main.settings));
  fake.main.settings = { ...fake.main.settings, welcomed: true };
  const store = createAppStore(fake.api);
  startSync(fake.api, store, () => () => undefined);
  await new Promise((resolve) => setTimeout(resolve, 0));
  /** What is answered to a window out of sight. */
  const rest = () => {
    fake.calls.splice(0);
    fake.pushRest();
    return fake.calls.filter(([name]) => name === 'leave');
  };
  return { fake, store, rest };
}

test('a window out of sight is let go, with where it was', async () => {
  const { store, rest } = await setUp();
  await store.getState().openDay('2026-01-07');
  await store.getState().openWeek('2026-01-14');
  expect(rest()).toEqual([
    [
      'leave',
      {
        page: 'week',
        shownDay: '2026-01-07',
        shownWeek: '2026-01-14',
        shownYear: null,
        privacyTab: 'proof',
      },
    ],
  ]);
});

const BLOCK: Partial<AppState>[] = [
  { drafts: { agreement: undefined, days: { kind: 'off', from: '', to: '', ranges: [] } } },
  { typed: true },
  { page: 'welcome' },
  { reportShare: 0.5 },
  { handing: 'busy' },
  { saving: { status: 'saving' } },
  { history: { at: 'storing', share: 0.5 } },
];

test.each(BLOCK)('it stays where something would be lost: %j', async (state) => {
  const { store, rest } = await setUp();
  store.setState(state);
  expect(rest()).toEqual([]);
});

test('what was put away holds nothing back, nor what was typed on another page', async () => {
  const { store, rest } = await setUp();
  store.setState({ typed: true, drafts: { rules: [], agreement: undefined } });
  store.getState().openPage('trends');
  expect(rest()).toHaveLength(1);
});

test('it stays until the first run was read', async () => {
  const { fake, rest } = await setUp();
  fake.pushSettings({ ...fake.main.settings, welcomed: false });
  expect(rest()).toEqual([]);
});
