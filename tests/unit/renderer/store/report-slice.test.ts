import { expect, test } from 'vitest';
import { createAppStore } from '../../../../renderer/store/app-store.ts';
import { startSync } from '../../../../renderer/store/sync.ts';
import type { ReportChoice, ReportFile } from '../../../../shared/ipc/report-choice.ts';
import { EXAMPLE_NOW_MS, EXAMPLE_SPANS, viewsOver } from '../../../support/example-weeks.ts';
import { createFakeApi } from '../../../support/fake-api.ts';

const CHOICE: ReportChoice = {
  from: '2026-11-09',
  to: '2026-11-15',
  by: 'span',
  format: 'csv',
  columns: null,
  rounding: 1,
  includePrivate: false,
  delimiter: 'locale',
  decimal: 'locale',
};

/** A store whose second report takes until it is let go or refused. */
async function whileMaking() {
  const { report, ...views } = viewsOver(EXAMPLE_SPANS, EXAMPLE_NOW_MS, () => fake.main.settings);
  const fake = createFakeApi({ ...views, report });
  const store = createAppStore(fake.api);
  startSync(fake.api, store, () => () => undefined);
  await store.getState().makeReport(CHOICE);
  const { promise, resolve, reject } = Promise.withResolvers<ReportFile>();
  fake.main.report = () => promise;
  const made = store.getState().makeReport({ ...CHOICE, by: 'day' });
  await Promise.resolve();
  fake.pushProgress(0.4);
  return { fake, store, made, resolve, reject, report };
}

test('a long report says how far it is until it is there', async () => {
  const { store, made, resolve, report } = await whileMaking();
  expect(store.getState().reportShare).toBe(0.4);
  resolve(await report(CHOICE));
  await made;
  expect(store.getState().reportShare).toBeNull();
  expect(store.getState().reportFile.status).toBe('ready');
});

test('of a report that is cancelled nothing is left, nor of the one before', async () => {
  const { fake, store, made, reject } = await whileMaking();
  await store.getState().cancelReport();
  expect(fake.calls.at(-1)).toEqual(['cancelReport']);
  reject({ name: 'cancelled', message: 'The report was cancelled.' });
  await made;
  expect(store.getState().reportShare).toBeNull();
  expect(store.getState().reportFile).toEqual({
    status: 'failed',
    code: 'cancelled',
    value: undefined,
  });
});

test('leaving the page cancels what is under way', async () => {
  const { fake, store } = await whileMaking();
  store.getState().closeReport();
  expect(fake.calls.at(-1)).toEqual(['cancelReport']);
  expect(store.getState().reportShare).toBeNull();
});
