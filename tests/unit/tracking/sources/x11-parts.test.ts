import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cookieIn,
  displayAddress,
} from '../../../../electron/tracking/sources/x11/display-address.ts';
import { coveredShare } from '../../../../electron/tracking/sources/x11/lock.ts';
import {
  type Presence,
  createPresence,
} from '../../../../electron/tracking/sources/x11/presence.ts';
import { decodeText } from '../../../../electron/tracking/sources/x11/text.ts';

describe('a display', () => {
  test.for([
    [':0', '/tmp/.X11-unix/X0'],
    [':10.1', '/tmp/.X11-unix/X10'],
    ['unix:3', '/tmp/.X11-unix/X3'],
    ['host/unix:3', '/tmp/.X11-unix/X3'],
    ['localhost:10.0', null],
    ['192.0.2.1:0', null],
    ['[::1]:0', null],
    ['tcp/host:0', null],
    ['host::0', null],
    [':0/../../x', null],
    ['', null],
    [undefined, null],
  ] as const)('%s is reached at %s', ([display, path]) => {
    expect(displayAddress(display)?.path ?? null).toBe(path);
  });

  test('has the cookie of its number, on this computer', () => {
    const part = (text: string) => {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(text.length);
      return Buffer.concat([length, Buffer.from(text, 'latin1')]);
    };
    const entry = (family: number, ...texts: string[]) =>
      Buffer.concat([Buffer.from([family >> 8, family & 255]), ...texts.map(part)]);
    const file = Buffer.concat([
      entry(256, 'other', '0', 'MIT-MAGIC-COOKIE-1', 'not this'),
      entry(256, 'here', '1', 'MIT-MAGIC-COOKIE-1', 'nor this'),
      entry(256, 'here', '0', 'MIT-MAGIC-COOKIE-1', 'sixteen bytes ok'),
      entry(65535, '', '', 'MIT-MAGIC-COOKIE-1', 'for any'),
    ]);
    expect(cookieIn(file, '0', 'here').data.toString()).toBe('sixteen bytes ok');
    expect(cookieIn(file, '7', 'here').data.toString()).toBe('for any');
    expect(cookieIn(Buffer.from([1, 0, 0, 99, 1]), '0', 'here').name).toBe('');
  });
});

describe('a text', () => {
  const bytes = (text: string) => Buffer.from(text, 'latin1');
  test.for([
    ['COMPOUND_TEXT', 'plain | LinkedIn', 'plain | LinkedIn'],
    ['COMPOUND_TEXT', 'R\xe9seau', 'Réseau'],
    // As Xlib 1.8 writes it: Latin-2 to the right, JIS and back, and UTF-8 for what no set has.
    ['COMPOUND_TEXT', '\x1b-B\xa3\xf3d\xbc', 'Łódź'],
    ['COMPOUND_TEXT', '\x1b$(BF|K\\\x1b(B x', '日本 x'],
    ['COMPOUND_TEXT', '\x1b$)A\xd6\xd0', '中'],
    ['COMPOUND_TEXT', '\x1b$(C0!\x1b(B', '가'],
    ['COMPOUND_TEXT', '\x1b%G\xe2\x82\xac\x1b%@ 5', '€ 5'],
    ['COMPOUND_TEXT', '\x1b-L\xbf\xe0', 'Пр'],
    ['COMPOUND_TEXT', '\x9b1]abc\x9b]', 'abc'],
    ['COMPOUND_TEXT', '\x1b%/1\x80\x89iso8859-15\x02x', undefined],
    ['COMPOUND_TEXT', '\x1bZ', undefined],
    ['STRING', 'R\xe9seau', 'Réseau'],
    ['STRING', '\xe2\x82\xac', '€'],
    ['STRING', '\x80abc', undefined],
    ['UTF8_STRING', '\xe2\x82\xac\0more', '€'],
    ['UTF8_STRING', '\xe2\x82', undefined],
  ] as const)('%s %j is %j', ([type, text, wanted]) => {
    expect(decodeText(type, bytes(text), false)).toBe(wanted);
  });

  test('of any bytes is a text or spoilt, and never ends anything', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('COMPOUND_TEXT', 'STRING', 'UTF8_STRING'),
        fc.uint8Array({ maxLength: 64 }),
        fc.boolean(),
        (type, all, isCut) => {
          const text = decodeText(type, all, isCut);
          expect(text === undefined || !/[\uFFFD\u001B]/.test(text)).toBe(true);
        },
      ),
    );
  });

  test('of UTF-8 that was cut anywhere is what was whole', () => {
    const whole = Buffer.from('aé€𝄞');
    for (let length = 0; length <= whole.length; length += 1) {
      const text = decodeText('UTF8_STRING', whole.subarray(0, length), true);
      expect([length, 'aé€𝄞'.startsWith(text ?? '?')]).toEqual([length, true]);
    }
  });
});

describe('the screen', () => {
  const screen = { x: 0, y: 0, width: 100, height: 100 };
  test.for([
    [[], 0],
    [[[0, 0, 100, 100]], 1],
    [[[-50, -50, 100, 100]], 0.25],
    [
      [
        [0, 0, 60, 100],
        [40, 0, 60, 100],
      ],
      1,
    ],
    [
      [
        [0, 0, 50, 50],
        [25, 25, 50, 50],
      ],
      0.4375,
    ],
  ] as const)('is covered by %j for %d', ([covers, share]) => {
    const rectangles = covers.map(([x, y, width, height]) => ({ x, y, width, height }));
    expect(coveredShare(screen, rectangles)).toBeCloseTo(share);
  });
});

describe('presence', () => {
  /** How long after a look the next one comes: the tracker's own, or one that is wanted earlier. */
  const untilNext = ({ nextLookMs }: Presence, nowMs: number) =>
    Math.min(5_000, nextLookMs(nowMs) ?? Infinity);

  /** What is said in the end of a display whose counter is set back at some moments. */
  function said(setBacks: readonly number[], untilMs: number): number {
    const presence = createPresence();
    let lastMs = 0;
    for (let nowMs = 0; nowMs < untilMs; nowMs += untilNext(presence, nowMs)) {
      lastMs = presence.see(setBacks.filter((atMs) => atMs <= nowMs).at(-1) ?? 0);
    }
    lastMs = presence.see(setBacks.filter((atMs) => atMs <= untilMs).at(-1) ?? 0);
    return (untilMs - lastMs) / 1000;
  }
  const every = (fromMs: number, stepMs: number, count: number) =>
    Array.from({ length: count }, (_, index) => fromMs + index * stepMs);

  test.for([
    ['mpv', 10_000, 200],
    ['VLC', 30_000, 20],
  ] as const)('is not what %s does to the counter', ([, stepMs, count]) => {
    // The last key was hit at 1 s; the player goes on.
    const untilMs = 1_000 + stepMs * count;
    const seconds = said([300, 700, 1_000, ...every(4_000, stepMs, count)], untilMs);
    // To the while between two looks.
    expect(Math.abs(seconds - (untilMs - 1_000) / 1000)).toBeLessThanOrEqual(5);
  });

  test('is told again with the first key that is hit', () => {
    const film = every(4_000, 10_000, 40);
    const key = 229_000;
    const all = [...film, key].sort((a, b) => a - b);
    expect(said([1_000, ...all], 229_000)).toBe(0);
    // And is missed again once the film alone goes on.
    expect(said([1_000, ...all], 390_000)).toBe((390_000 - key) / 1000);
  });

  test('wants looks of its own where a program would set the counter back again, and no others', () => {
    const presence = createPresence();
    presence.see(0);
    presence.see(4_000);
    expect(presence.nextLookMs(4_000)).toBeUndefined();
    presence.see(14_000);
    const looks = [14_500, 20_000, 25_400, 25_500].map(presence.nextLookMs);
    expect(looks).toEqual([5_500, 1_000, 1_000, undefined]);
  });

  test.for([
    ['hits a key now and then', 0, 1],
    ['scrolls on after reading for about as long each time', 15_000, 6],
  ] as const)('of somebody who %s is never missed', ([, restMs, most]) => {
    let state = 7;
    const random = () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
    const hits: number[] = [];
    const untilMs = 20 * 3_600_000;
    for (let atMs = 0; atMs < untilMs;) {
      atMs += restMs === 0 ? -Math.log(random()) * 12_000 : restMs * (0.6 + 0.8 * random());
      for (let left = 1 + Math.floor(random() * most); left > 0; left -= 1) {
        hits.push(atMs);
        if (left > 1) atMs += 200 + random() * 800;
      }
    }
    const presence = createPresence();
    let missed = 0;
    let next = 0;
    for (let nowMs = 0; nowMs < untilMs; nowMs += untilNext(presence, nowMs)) {
      while ((hits[next + 1] ?? Infinity) <= nowMs) next += 1;
      const trueMs = hits[next] ?? 0;
      if (trueMs <= nowMs && trueMs - presence.see(trueMs) > 60_000) missed += 1;
    }
    expect(missed).toBe(0);
  });
});
