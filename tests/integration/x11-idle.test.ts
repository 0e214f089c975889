import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openX11Idle } from '../stand-in/modules/x11-idle.ts';

const display = process.platform === 'linux' ? (process.env['DISPLAY'] ?? '') : '';

test.skipIf(display === '')(
  `the idle time of the display grows with the clock, or begins anew with input${display === '' ? ' (no X11 display: skipped)' : ''}`,
  async () => {
    const reader = await openX11Idle(display);
    const startedMs = performance.now();
    const before = await reader.read();
    await wait(400);
    const after = await reader.read();
    const elapsedMs = performance.now() - startedMs;
    reader.close();
    if (after < before) expect(after).toBeLessThanOrEqual(elapsedMs + 50);
    else expect(Math.abs(after - before - elapsedMs)).toBeLessThan(100);
    await expect(reader.read()).rejects.toThrow('gone');
  },
);

test('a display that is not on this computer is none', async () => {
  await expect(openX11Idle('elsewhere:0')).rejects.toThrow('Not a local display');
});
