import { expect, test, vi } from 'vitest';
import { createSettingsHandlers } from '../../../electron/settings/settings-handlers.ts';
import { warnOfSettings } from '../../../electron/cli/warn.ts';
import { createSettingsStore } from '../../../electron/settings/settings-store.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../shared/settings/settings.ts';

const [USUAL] = DEFAULT_SETTINGS.agreements;
if (!USUAL) throw new Error('no agreement');
/** 45 minutes in a window of 30. */
const UNFIT = { ...USUAL, maxMinutes: 45, window: { from: '09:00', to: '09:30' } };

function handlersOver(agreements: Settings['agreements']) {
  let kept: object = { agreements };
  const store = createSettingsStore(
    { get: () => kept, set: (patch) => (kept = { ...kept, ...patch }) },
    () => undefined,
  );
  return createSettingsHandlers(store, () => Promise.resolve());
}

test('a block that is longer than its fixed window is not saved', async () => {
  const handlers = handlersOver([USUAL]);
  await expect(handlers['settings:set']({ agreements: [UNFIT] })).rejects.toMatchObject({
    code: 'invalid-args',
  });
  expect(handlers['settings:get']()).toMatchObject({ agreements: [USUAL] });
});

test('one that was stored before stays, and keeps no other from being saved', async () => {
  const later = { ...USUAL, from: '2026-11-01' };
  const handlers = handlersOver([UNFIT]);
  await handlers['settings:set']({ agreements: [UNFIT, later] });
  expect(handlers['settings:get']()).toMatchObject({ agreements: [UNFIT, later] });
  const changed = { ...UNFIT, maxMinutes: 60 };
  await expect(handlers['settings:set']({ agreements: [changed] })).rejects.toMatchObject({
    code: 'invalid-args',
  });
});

test('the command line says which version it is', () => {
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const settings = { ...DEFAULT_SETTINGS, agreements: [UNFIT, { ...USUAL, from: '2026-11-01' }] };
  warnOfSettings({ settings, fellBack: [], damaged: false });
  expect(write.mock.calls).toEqual([
    [expect.stringMatching(/^The agreement from 1970-01-01 has a block of 45 min .*\n$/)],
  ]);
  write.mockRestore();
});
