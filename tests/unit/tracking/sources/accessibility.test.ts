import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { socketPathIn } from '../../../../electron/tracking/sources/accessibility/connection.ts';
import {
  type BusMessage,
  createBusReader,
  createMessageReader,
} from '../../../../electron/tracking/sources/accessibility/wire.ts';
import {
  type AccessibilityNeeds,
  createAccessibility,
} from '../../../../electron/tracking/sources/accessibility.ts';
import {
  type FakeAccessibilityBus,
  type FakeProgram,
  startFakeAccessibilityBus,
} from '../../../support/fake-accessibility-bus.ts';

/**
 * Messages as they came over the accessibility bus from dbus-daemon 1.14.10, at-spi2-registryd 2.46.0, Firefox ESR 153.8.0 and
 * Chromium 156.0.8078.114, on 2026-11-30.
 */
const REAL = {
  children:
    '6c02010167000000940100003500000006017300060000003a312e3332340000050175000600000008016700056128736f2900000000000007017300040000003a312e32000000005f00000000000000040000003a312e32000000001c0000002f6f72672f613131792f61747370692f61636365737369626c652f3100000000040000003a312e32000000001e0000002f6f72672f613131792f61747370692f61636365737369626c652f31363100',
  name: '6c020101330000000b0200002d00000006017300060000003a312e3332340000050175000b000000080167000176000007017300040000003a312e3000000000017300002a0000002833292046656564207c204c696e6b6564496e202d204368726f6d69756d2028496e636f676e69746f2900',
  state:
    '6c0201010c000000960100002d00000006017300060000003a312e33323400000501750008000000080167000261750007017300040000003a312e3200000000080000000209284300000000',
  relations:
    '6c02010175000000970100003500000006017300060000003a312e3332340000050175000900000008016700096128756128736f2929000007017300040000003a312e32000000006d000000000000000700000030000000040000003a312e32000000001f0000002f6f72672f613131792f61747370692f61636365737369626c652f726f6f74000d0000002d000000040000003a312e32000000001c0000002f6f72672f613131792f61747370692f61636365737369626c652f3200',
  address:
    '6c02010128000000980100002d00000006017300060000003a312e3332340000050175000a000000080167000173000007017300040000003a312e320000000023000000687474703a2f2f3132372e302e302e313a383039392f706167652e68746d6c3f613d3100',
  gone: '6c030101a2000000990100006500000006017300060000003a312e333234000004017300280000006f72672e667265656465736b746f702e444275732e4572726f722e556e6b6e6f776e4f626a6563740000000000000000050175000e000000080167000173000007017300040000003a312e32000000009d0000004d6574686f6420224765745374617465222077697468207369676e6174757265202222206f6e20696e7465726661636520226f72672e613131792e61747370692e41636365737369626c652220636f756c64206e6f742062652070726f636573736564206173206f626a656374202f6f72672f613131792f61747370692f61636365737369626c652f3939393920646f6573206e6f742065786973740a00',
  activate:
    '6c040101480000000e0200008500000001016f001c0000002f6f72672f613131792f61747370692f61636365737369626c652f3400000000020173001b0000006f72672e613131792e61747370692e4576656e742e57696e646f770000000000030173000800000041637469766174650000000000000000080167000973696976617b73767d000007017300040000003a312e300000000000000000000000000000000000000000017300002a0000002833292046656564207c204c696e6b6564496e202d204368726f6d69756d2028496e636f676e69746f29000000000000',
} as const;

const bytesOf = (name: keyof typeof REAL) => Buffer.from(REAL[name], 'hex');

/** Reads what comes in pieces of a size. */
function readIn(pieces: number, bytes: Buffer): BusMessage[] {
  const messages: BusMessage[] = [];
  const read = createMessageReader((message) => messages.push(message));
  for (let at = 0; at < bytes.length; at += pieces) read(bytes.subarray(at, at + pieces));
  return messages;
}

describe('messages of the bus', () => {
  test.each([1, 7, 64, 10_000])('are read in pieces of %d bytes as they came', (size) => {
    const all = Object.keys(REAL) as (keyof typeof REAL)[];
    const messages = readIn(size, Buffer.concat(all.map(bytesOf)));
    expect(messages.map(({ kind, answers, signature }) => [kind, answers, signature])).toEqual([
      ['answer', 6, 'a(so)'],
      ['answer', 11, 'v'],
      ['answer', 8, 'au'],
      ['answer', 9, 'a(ua(so))'],
      ['answer', 10, 's'],
      ['error', 14, 's'],
      ['signal', 0, 'siiva{sv}'],
    ]);
    expect(messages.at(-1)).toMatchObject({
      path: '/org/a11y/atspi/accessible/4',
      on: 'org.a11y.atspi.Event.Window',
      member: 'Activate',
      sender: ':1.0',
    });
  });

  test('hold what their types say', () => {
    const body = (name: keyof typeof REAL) => {
      const [message] = readIn(10_000, bytesOf(name));
      return createBusReader(message?.body ?? Buffer.alloc(0));
    };
    const name = body('name');
    expect([name.signature(), name.text()]).toEqual([
      's',
      '(3) Feed | LinkedIn - Chromium (Incognito)',
    ]);
    expect(body('address').text()).toBe('http://127.0.0.1:8099/page.html?a=1');
    const state = body('state');
    expect(state.array(4, state.uint32)).toEqual([0x43280902, 0]);
  });

  test.each([
    ['no bus', 'HTTP/1.1 400 Bad Request\r\n\r\n'],
    ['another order of bytes', Buffer.concat([Buffer.from('B'), bytesOf('name').subarray(1)])],
    [
      'one that claims to be endless',
      Buffer.from('6c02010100000000010000 00ffffff7f'.replace(' ', ''), 'hex'),
    ],
    [
      'a text that goes on beyond it',
      Buffer.from(
        bytesOf('name').toString('hex').replace('06017300060000', '0601730006ff00'),
        'hex',
      ),
    ],
  ])('%s is refused', (_name, bytes) => {
    expect(() => readIn(10_000, Buffer.from(bytes))).toThrow();
  });
});

test.each([
  ['unix:path=/root/.cache/at-spi/bus,guid=ccb4', '/root/.cache/at-spi/bus'],
  ['unix:guid=ccb4,path=/run/user/1000/at-spi/bus_0', '/run/user/1000/at-spi/bus_0'],
  ['unix:abstract=/tmp/dbus-x', '\0/tmp/dbus-x'],
  ['tcp:host=10.0.0.1,port=1;unix:path=/a%20b', '/a b'],
  ['tcp:host=localhost,port=1', undefined],
  ['unixexec:path=/bin/sh', undefined],
  ['unix:path=%zz', undefined],
  ['', undefined],
])('the socket of %s is %s', (address, path) => {
  expect(socketPathIn(address)).toBe(path);
});

const FILES: Readonly<Record<number, string>> = {
  1: 'firefox-esr',
  2: 'chromium',
  3: 'gnome-text-editor',
};

async function join(bus: FakeAccessibilityBus, needs: Partial<AccessibilityNeeds> = {}) {
  const states: string[] = [];
  const eyes = createAccessibility({
    findBus: () => Promise.resolve(bus.path),
    browsers: () => [],
    programFile: (processId) => Promise.resolve(FILES[processId] ?? ''),
    onState: () => states.push(eyes.state()),
    ...needs,
  });
  onTestFinished(eyes.stop);
  await eyes.open();
  return { eyes, states };
}

const FIREFOX = { app: 'firefox-esr', names: ['Navigator', 'firefox-esr'] };
const CHROMIUM = { app: 'chromium', names: ['chromium', 'Chromium'] };

/** A bus with both browsers, and a program that is none. */
async function withBrowsers() {
  const bus = await startFakeAccessibilityBus();
  const firefox: FakeProgram = {
    address: ':1.2',
    processId: 1,
    frames: [
      {
        title: 'Feed | LinkedIn \u2014 Mozilla Firefox',
        active: true,
        DocURL: 'https://www.linkedin.com/feed/',
      },
    ],
  };
  const chromium = {
    address: ':1.0',
    processId: 2,
    frames: [
      { title: 'Feed | LinkedIn - Chromium', URI: 'https://www.linkedin.com/feed/' },
      {
        title: 'Feed | LinkedIn - Chromium (Incognito)',
        URI: 'https://www.linkedin.com/feed/?private',
      },
    ],
  };
  const other = { address: ':1.7', processId: 3, frames: [{ title: 'Letter to Jane' }] };
  bus.programs.push(firefox, chromium, other);
  return { bus, firefox, chromium };
}

describe('the browser in front', () => {
  test('tells its address, and what its window calls itself', async () => {
    const { bus } = await withBrowsers();
    const { eyes, states } = await join(bus);
    expect(eyes.state()).toBe('waiting');
    expect(await eyes.ask({ ...FIREFOX, title: 'Feed | LinkedIn \u2014 Mozilla Firefox' })).toEqual(
      {
        frameTitle: 'Feed | LinkedIn \u2014 Mozilla Firefox',
        url: 'https://www.linkedin.com/feed/',
      },
    );
    expect(states).toEqual(['waiting', 'on']);
  });

  test('is told apart from its other windows by what came to the front the latest', async () => {
    const { bus, chromium } = await withBrowsers();
    const { eyes } = await join(bus);
    const sample = { ...CHROMIUM, title: 'Feed | LinkedIn - Chromium' };
    const [normal, hidden] = chromium.frames;
    if (!normal || !hidden) throw new Error('no windows');
    // Two windows of one title, and nothing tells which.
    expect(await eyes.ask(sample)).toBeUndefined();
    bus.activate(chromium, hidden);
    await expect.poll(() => eyes.ask(sample)).toMatchObject({ frameTitle: hidden.title });
    bus.activate(chromium, normal);
    await expect.poll(() => eyes.ask(sample)).toMatchObject({ frameTitle: normal.title });
    // One that says itself that it is active is.
    Object.assign(hidden, { active: true });
    expect(await eyes.ask(sample)).toMatchObject({ url: hidden.URI });
  });

  test('alone is asked, and for no more than the names of its windows and the address', async () => {
    const { bus } = await withBrowsers();
    const { eyes } = await join(bus);
    await eyes.ask({ ...FIREFOX, title: 'Feed | LinkedIn \u2014 Mozilla Firefox' });
    const asked = (of: string) => bus.asked.filter((one) => one.startsWith(`${of} `));
    expect(new Set(asked(':1.2'))).toEqual(
      new Set([
        ':1.2 GetChildren',
        ':1.2 Get org.a11y.atspi.Accessible Name',
        ':1.2 GetState',
        ':1.2 GetRelationSet',
        ':1.2 GetAttributeValue DocURL',
        ':1.2 GetAttributeValue URI',
      ]),
    );
    expect([...asked(':1.0'), ...asked(':1.7')]).toEqual([]);
    expect(eyes.isAsked({ app: 'gnome-text-editor', title: 'x' })).toBe(false);
    expect(eyes.isAsked({ ...FIREFOX, title: 'x' })).toBe(true);
  });

  test('is the one of the same kind, also where the user named it a browser', async () => {
    const bus = await startFakeAccessibilityBus();
    bus.programs.push({
      address: ':1.4',
      processId: 4,
      frames: [{ title: 'Feed | LinkedIn - Ownbrowser', URI: 'https://www.linkedin.com/feed/' }],
    });
    const sample = { app: 'ownbrowser', title: 'Feed | LinkedIn - Ownbrowser' };
    let browsers: readonly string[] = [];
    const needs = { programFile: () => Promise.resolve('ownbrowser'), browsers: () => browsers };
    const { eyes } = await join(bus, needs);
    expect(eyes.isAsked(sample)).toBe(false);
    browsers = ['Ownbrowser'];
    expect(eyes.isAsked(sample)).toBe(true);
    expect(await eyes.ask(sample)).toMatchObject({ url: 'https://www.linkedin.com/feed/' });
  });

  test.each([
    ['of another page', 'Jobs | LinkedIn', undefined],
    ['of a page without a name', '', 'https://www.linkedin.com/feed/'],
    ['with other spaces', ' Feed  | LinkedIn\n', 'https://www.linkedin.com/feed/'],
  ])('has the address %s where its window tells it', async (_name, pageTitle, url) => {
    const { bus, firefox } = await withBrowsers();
    const { eyes } = await join(bus);
    const title = 'Feed | LinkedIn \u2014 Mozilla Firefox';
    Object.assign(firefox.frames[0] ?? {}, { pageTitle });
    expect((await eyes.ask({ ...FIREFOX, title }))?.url).toBe(url);
  });

  test('has no address while a page only begins to load', async () => {
    const { bus, firefox } = await withBrowsers();
    const { eyes } = await join(bus);
    firefox.frames[0] = {
      title: 'Mozilla Firefox',
      active: true,
      DocURL: 'about:blank',
      pageTitle: '',
    };
    expect(await eyes.ask({ ...FIREFOX, title: 'Mozilla Firefox' })).toEqual({
      frameTitle: 'Mozilla Firefox',
    });
  });
});

describe('a bus that goes wrong', () => {
  const sample = { ...FIREFOX, title: 'Feed | LinkedIn \u2014 Mozilla Firefox' };

  test('is left where a browser falls silent, asked once meanwhile, and joined again', async () => {
    const { bus, firefox } = await withBrowsers();
    const times = { silenceMs: 150, againMs: 0 };
    const { eyes, states } = await join(bus, { times });
    Object.assign(firefox, { silent: true });
    const first = eyes.ask(sample);
    await wait(30);
    const before = bus.asked.length;
    expect(await eyes.ask(sample)).toBeUndefined();
    expect(bus.asked.length).toBe(before);
    expect(await first).toBeUndefined();
    expect(eyes.state()).toBe('failed');
    Object.assign(firefox, { silent: false });
    await expect.poll(() => eyes.ask(sample)).toMatchObject({ frameTitle: sample.title });
    expect(states).toEqual(['waiting', 'failed', 'waiting', 'on']);
    expect(bus.clients()).toBe(1);
  });

  test('is asked no more once it is gone, and looked for no oftener than told', async () => {
    const { bus } = await withBrowsers();
    let looked = 0;
    const findBus = () => {
      looked += 1;
      return Promise.resolve(bus.path);
    };
    const { eyes } = await join(bus, { findBus });
    bus.drop();
    await expect.poll(() => eyes.state()).toBe('failed');
    for (let times = 0; times < 5; times += 1) expect(await eyes.ask(sample)).toBeUndefined();
    expect(looked).toBe(1);
  });

  test.each<[string, (bus: FakeAccessibilityBus) => void]>([
    [
      'sends what is no message',
      (bus) => bus.send(Buffer.from('nonsense, sixteen bytes and more')),
    ],
    [
      'claims an endless message',
      (bus) => bus.send(Buffer.from('6c020101ffffff7f0100000000000000', 'hex')),
    ],
  ])('ends it where it %s', async (_name, act) => {
    const { bus } = await withBrowsers();
    const { eyes } = await join(bus);
    act(bus);
    await expect.poll(() => eyes.state()).toBe('failed');
    await expect.poll(bus.clients).toBe(0);
  });

  test('lets nobody in, or is not there', async () => {
    const { bus } = await withBrowsers();
    bus.closed = true;
    const { eyes } = await join(bus);
    expect([eyes.state(), await eyes.ask(sample)]).toEqual(['failed', undefined]);
    const nowhere = await join(bus, { findBus: () => Promise.reject(new Error('none')) });
    expect(nowhere.eyes.state()).toBe('failed');
    const gone = await join(bus, { findBus: () => Promise.resolve('/nowhere/at/all') });
    expect(gone.eyes.state()).toBe('failed');
  });

  test('tells nothing once it is stopped', async () => {
    const { bus } = await withBrowsers();
    const { eyes } = await join(bus);
    eyes.stop();
    await expect.poll(bus.clients).toBe(0);
    expect(await eyes.ask(sample)).toBeUndefined();
    await eyes.open();
    expect(bus.clients()).toBe(0);
  });
});
