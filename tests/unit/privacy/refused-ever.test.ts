import { expect, test } from 'vitest';
import { createRefusedEver } from '../../../electron/privacy/refused-ever.ts';
import { checkCommands } from '../../../renderer/features/privacy/check-commands.ts';

test('adds what was refused since the start to what is stored, and stores it once', () => {
  const stored: number[] = [];
  let now = 0;
  const ever = createRefusedEver(
    () => 7,
    (count) => stored.push(count),
    () => now,
  );
  ever.save();
  now = 2;
  expect(ever.count()).toBe(9);
  ever.save();
  ever.save();
  expect(stored).toEqual([9]);
});

test.each([undefined, null, 'x', -1, 1.5, Number.NaN, Infinity, {}])(
  'takes %s for none',
  (value) => {
    expect(
      createRefusedEver(
        () => value,
        () => undefined,
        () => 0,
      ).count(),
    ).toBe(0);
  },
);

test('tries again where the count could not be stored', () => {
  let full = true;
  const stored: number[] = [];
  const ever = createRefusedEver(
    () => 0,
    (count) => {
      if (full) throw new Error('The disk is full');
      stored.push(count);
    },
    () => 3,
  );
  ever.save();
  full = false;
  ever.save();
  expect(stored).toEqual([3]);
});

test('a path with quotes is one word of the command', () => {
  expect(checkCommands('linux', "/home/o'neil/a b").files).toBe(
    String.raw`ls -laR '/home/o'\''neil/a b'`,
  );
});
