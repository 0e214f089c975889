import { expect, test } from 'vitest';
import { checkZone, minutesInRegistry } from '../../../electron/zones/zone-check.ts';

/** The form that Microsoft's page of `reg query` shows: key, four blanks, name, type and value. */
const registry = (bias: string) =>
  `\r\nHKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\TimeZoneInformation\r\n    ActiveTimeBias    REG_DWORD    ${bias}\r\n\r\n`;

test.each([
  ['0xffffffc4', 60],
  ['0x12c', -300],
  ['0x0', 0],
])('a bias of %s is %i minutes from UTC', (bias, minutes) => {
  expect(minutesInRegistry(registry(bias))).toBe(minutes);
});

test('an answer of another form tells nothing', () => {
  expect(minutesInRegistry('ERROR: The system was unable to find the key.')).toBeNull();
});

const windows = { platform: 'win32', env: {}, zone: 'America/New_York' } as const;
const winter = Date.UTC(2026, 11, 1);

test.each([
  ['0x12c', false],
  ['0xf0', true],
])('on Windows a bias of %s is told: %s', async (bias, isOff) => {
  const run = () => Promise.resolve(registry(bias));
  expect(await checkZone({ ...windows, nowMs: winter, run })).toMatchObject({
    rulesOf: 'runtime',
    runtimeMinutes: -300,
    isOff,
  });
});

test('what Windows does not tell is not taken for another time', async () => {
  const run = () => Promise.reject(new Error('reg failed'));
  expect(await checkZone({ ...windows, nowMs: winter, run })).toMatchObject({
    systemMinutes: null,
    isOff: false,
  });
});
