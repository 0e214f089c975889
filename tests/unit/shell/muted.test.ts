import { expect, test } from 'vitest';
import { holdsNotificationsBack } from '../../../electron/shell/muted.ts';
import type { RunProgram } from '../../../electron/system/run-program.ts';

/** A desktop that answers some programs and lacks the others. */
function desktop(answers: Readonly<Record<string, string>>): RunProgram {
  return (program) => {
    const answer = answers[program];
    return answer === undefined
      ? Promise.reject(new Error(`${program} failed`))
      : Promise.resolve(answer);
  };
}

test.each([
  ['Plasma while the screen is shared', { 'dbus-send': '   variant       boolean true\n' }, true],
  ['Plasma else', { 'dbus-send': '   variant       boolean false\n' }, false],
  ['GNOME while muted', { gsettings: 'false\n' }, true],
  ['GNOME else', { gsettings: 'true\n' }, false],
  ['a desktop that tells neither', {}, false],
])('%s', async (_, answers, held) => {
  expect(await holdsNotificationsBack('linux', desktop(answers))).toBe(held);
});

test('elsewhere the system keeps what it does not show, and is not asked', async () => {
  const asked = () => Promise.reject(new Error('asked'));
  expect(await holdsNotificationsBack('win32', asked)).toBe(false);
  expect(await holdsNotificationsBack('darwin', asked)).toBe(false);
});
