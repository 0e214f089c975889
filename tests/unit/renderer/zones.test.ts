import { afterEach, expect, test } from 'vitest';
import { createFormat } from '../../../renderer/i18n/format.ts';
import { goByTheSameClock } from '../../../renderer/zones.ts';
import { isoDateAt, setZoneRules } from '../../../shared/domain/zone.ts';
import { EXAMPLE_NOW_MS, EXAMPLE_SPANS, viewsOver } from '../../support/example-weeks.ts';
import { createFakeApi, type FakeApi } from '../../support/fake-api.ts';
import { localZone } from '../../../shared/local-zone.ts';

const ZONE = 'America/Winnipeg';
const AT_MS = Date.UTC(2026, 10, 30, 15);
/** An offset that no release of the zone data has had there. */
const OFFSET_MS = -5.5 * 3_600_000;
const TOLD = [{ startMs: Date.UTC(2000, 0), endMs: Date.UTC(2060, 0), offsetMs: OFFSET_MS }];

/** The main process of the example weeks. */
function fakeMain() {
  const fake: FakeApi = createFakeApi(
    viewsOver(EXAMPLE_SPANS, EXAMPLE_NOW_MS, () => fake.main.settings),
  );
  return fake;
}

afterEach(() => setZoneRules(undefined));

test('a day is shown by the rules that it was reckoned with, not by those of the browser engine', async () => {
  const { api: fake, main } = fakeMain();
  main.zones.set(ZONE, TOLD);
  const view = await main.day(null);
  main.day = () => ({ ...view, figures: { ...view.figures, zone: ZONE } });
  const { api } = goByTheSameClock(fake);
  const format = createFormat('en-GB');
  expect(format.time(AT_MS, ZONE)).not.toBe('09:30');
  await api.getDay(null);
  expect(format.time(AT_MS, ZONE)).toBe('09:30');
  expect(isoDateAt(ZONE, Date.UTC(2026, 10, 30, 5, 15))).toBe('2026-11-29');
  // Where nothing was told, the engine's own data hold.
  expect(format.time(AT_MS, 'Asia/Tokyo')).toBe('00:00');
});

test("the computer's own zone is known before a day is, and asked for once", async () => {
  const { api: fake, main } = fakeMain();
  const asked: string[] = [];
  main.zones.set(localZone(), TOLD);
  const { learnLocal } = goByTheSameClock({
    ...fake,
    zoneStretches(zone) {
      asked.push(zone);
      return fake.zoneStretches(zone);
    },
  });
  await Promise.all([learnLocal()]);
  await learnLocal();
  expect(asked).toEqual([localZone()]);
  expect(createFormat('en-GB').time(AT_MS)).toBe('09:30');
});

test('a zone that cannot be told leaves the day as it is', async () => {
  const { api: fake, main } = fakeMain();
  main.failing.set('zoneStretches', 'internal');
  await expect(goByTheSameClock(fake).api.getDay(null)).resolves.toEqual(await main.day(null));
});
