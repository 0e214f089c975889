/** @file What must hold of every channel, whatever stands behind it. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { Failure } from '../../electron/ipc/failure.ts';
import { createPush } from '../../electron/ipc/push.ts';
import {
  channels,
  type Handlers,
  type IpcRegistry,
  registerHandlers,
} from '../../electron/ipc/register-handlers.ts';
import { isTrustedSender, type Sender } from '../../electron/ipc/trusted-sender.ts';
import { type Channel, CONTRACT } from '../../shared/ipc/contract.ts';
import { FAILURE_CODES, type Reply } from '../../shared/ipc/reply.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings/settings.ts';

const OWN: Sender = { senderFrame: { url: 'app://sweetspot/index.html', parent: null } };

const CHOICE = {
  from: '2026-11-16',
  to: '2026-11-22',
  by: 'day',
  format: 'csv',
  columns: null,
  rounding: 1,
  includePrivate: false,
  delimiter: 'locale',
  decimal: 'locale',
};

/** Arguments that each channel takes. */
const VALID: Readonly<Record<Channel, readonly (readonly unknown[])[]>> = {
  'app:info': [[]],
  'day:get': [[null], ['2026-11-16']],
  'zone:stretches': [['Europe/Amsterdam'], ['UTC']],
  'week:get': [[null], ['2026-11-16']],
  'trends:get': [[null], [2026]],
  'example:day': [[null], ['2026-11-17']],
  'example:week': [[null], ['2026-11-17']],
  'example:trends': [[null], [2026]],
  'review:due': [[]],
  'review:proposal': [['2026-11-19']],
  'note:get': [['2026-W47'], ['2026-W53']],
  'note:list': [[]],
  'note:set': [[{ week: '2026-W47', text: 'a' }], [{ week: '2026-W47', text: '' }]],
  'tracker:status': [[]],
  'tracker:pause': [[15], [60], ['tomorrow'], ['open-ended']],
  'tracker:resume': [[]],
  'timer:start': [[]],
  'timer:stop': [[]],
  'timer:label': [[null], ['messaging']],
  'sight:get': [[]],
  'sight:act': [['install-extension'], ['ask-screen']],
  'companion:get': [[]],
  'companion:act': [[{ action: 'connect', browser: 'firefox' }]],
  'settings:get': [[]],
  'settings:set': [[{}], [{ theme: 'dark' }], [DEFAULT_SETTINGS]],
  'report:save': [[{ from: '2026-11-16', to: '2026-11-22' }]],
  'agreement:preview': [[{ agreements: DEFAULT_SETTINGS.agreements }]],
  'holidays:countries': [[]],
  'holidays:list': [[{ country: 'DE', region: 'BY', part: null }, 2026]],
  'autostart:get': [[]],
  'autostart:set': [['on'], ['off']],
  'privacy:get': [[]],
  'data:erase': [
    [{ kind: 'last-quarter' }],
    [{ kind: 'today' }],
    [{ kind: 'everything' }],
    [{ kind: 'log' }],
    [{ kind: 'activity', activity: 'feed', range: null }],
    [{ kind: 'activity', activity: 'feed', range: { from: '2026-11-16', to: '2026-11-22' } }],
    [{ kind: 'range', from: '2026-11-16', to: '2026-11-22' }],
  ],
  'data:save-everything': [[]],
  'data:open-everything': [[]],
  'data:take-everything': [[{ id: 1, withSettings: true }]],
  'history:open': [[]],
  'history:take': [[{ id: 1, withPhones: false }]],
  'history:stop': [[]],
  'data:choose-folder': [[]],
  'data:move': [[1]],
  'data:find': [['look'], ['locate'], ['own-folder']],
  'span:relabel': [[{ atMs: 0, activity: 'feed' }]],
  'span:edit': [
    [{ edit: { kind: 'move', atMs: 0, startMs: 0, endMs: 1 }, mayReplace: false }],
    [{ edit: { kind: 'split', atMs: 1 }, mayReplace: false }],
    [
      {
        edit: { kind: 'add', startMs: 0, endMs: 1, activity: 'feed', zone: 'UTC' },
        mayReplace: true,
      },
    ],
  ],
  'span:delete': [[{ atMs: 0 }]],
  'undo:list': [[]],
  'undo:take': [[1]],
  'actions:get': [[]],
  'rules:watch': [['on'], ['off']],
  'rules:try': [
    [{ draft: null, sample: null }],
    [
      {
        draft: { at: 0, rule: { field: 'title', match: 'glob', text: 'a*', activity: 'feed' } },
        sample: { app: 'Firefox', title: 'Feed', url: '' },
      },
    ],
  ],
  'rules:offer': [[{ atMs: 0, activity: 'feed' }]],
  'rules:export': [[]],
  'rules:import': [[]],
  'guideline:import': [[]],
  'guideline:save': [
    [{ format: 'sweetspot-guideline', version: 1, roles: { sales: { goal: 'Customers' } } }],
  ],
  'calendar:plan': [[{ at: null }], [{ at: '09:30' }]],
  'calendar:save': [
    [{ at: null, title: 'Network', reminderMinutes: null }],
    [{ at: '09:30', title: 'Coffee', reminderMinutes: 10 }],
  ],
  'report:make': [[CHOICE], [{ ...CHOICE, columns: ['date', 'counted_min'] }]],
  'report:cancel': [[]],
  'report:save-file': [[1]],
  'report:copy': [[1]],
  'picture:copy': [[{ week: '2026-W47', png: 'iVBORw0KGgo=' }]],
  'picture:save': [[{ week: '2026-W47', png: 'iVBORw0KGgo=' }]],
  'report:save-pdf': [[1]],
  'request:refused': [[]],
};

/** Registers a handler on every channel that notes its calls, and lets a test call them. */
function register(behave: () => unknown = () => 'result', onUnexpected = vi.fn()) {
  const registered = new Map<string, Parameters<IpcRegistry['handle']>[1]>();
  const handled: [Channel, ...unknown[]][] = [];
  const handlers = Object.fromEntries(
    channels().map((channel) => [
      channel,
      (...args: unknown[]) => {
        handled.push([channel, ...args]);
        return behave();
      },
    ]),
  );
  registerHandlers(
    { handle: (channel, listener) => registered.set(channel, listener) },
    // What they return is of no matter here.
    handlers as unknown as Handlers,
    { isTrusted: isTrustedSender, onUnexpected },
  );
  const call = async (channel: string, sender: Sender, ...args: unknown[]) => {
    const listener = registered.get(channel);
    if (listener === undefined) throw new Error(`No handler for ${channel}`);
    return await listener(sender, ...args);
  };
  return { call, handled, registered, onUnexpected };
}

const codeOf = (reply: Reply<unknown>) => (reply.ok ? 'ok' : reply.code);

test('every channel of the contract is registered, and no other', () => {
  expect([...register().registered.keys()].sort()).toEqual(Object.keys(CONTRACT).sort());
});

describe.each(channels())('%s', (channel) => {
  test.each(VALID[channel])(
    'reaches its handler with arguments of the contract',
    async (...args) => {
      const { call, handled } = register();
      expect(await call(channel, OWN, ...args)).toEqual({ ok: true, value: 'result' });
      expect(handled).toHaveLength(1);
      expect(handled[0]?.[0]).toBe(channel);
      expect(handled[0]).toHaveLength(1 + args.length);
    },
  );

  test.each([
    ['a frame that is gone', null],
    ['a frame inside the page', { url: 'app://sweetspot/index.html', parent: {} }],
    ['another site', { url: 'https://example.com/', parent: null }],
    ['another host of the scheme', { url: 'app://sweetspot.example/index.html', parent: null }],
    ['a host that hides ours', { url: 'app://sweetspot@example/', parent: null }],
    ['a file', { url: 'file:///index.html', parent: null }],
    ['an empty page', { url: 'about:blank', parent: null }],
    ['a page of data', { url: 'data:text/html,app://sweetspot/', parent: null }],
    ['no URL', { url: '', parent: null }],
  ])('refuses %s, before it looks at the arguments', async (_name, senderFrame) => {
    const { call, handled } = register();
    for (const args of [...VALID[channel], ['nonsense']]) {
      expect(codeOf(await call(channel, { senderFrame }, ...args))).toBe('untrusted-sender');
    }
    expect(handled).toEqual([]);
  });

  test('refuses arguments that are not of the contract', async () => {
    const { call, handled } = register();
    const [args = []] = VALID[channel];
    const deep = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`) as unknown;
    const bad: unknown[][] = [
      [...args, 'one too many'],
      ...(args.length > 0 ? [[]] : []),
      ...[undefined, 0, Number.NaN, '', 'x'.repeat(1_000_000), true, [], 7n, deep]
        .map((value) => [value])
        .concat([[{ unknown: 1 }], [JSON.parse('{"__proto__":{"a":1}}')], [{ constructor: 1 }]]),
    ];
    for (const one of bad) {
      const started = performance.now();
      expect(codeOf(await call(channel, OWN, ...one))).toBe('invalid-args');
      expect(performance.now() - started).toBeLessThan(250);
    }
    expect(handled).toEqual([]);
  });

  test('tells of a failure that its handler foresaw', async () => {
    const { call, onUnexpected } = register(() => {
      throw new Failure('not-saved', 'The disk is full.');
    });
    expect(await call(channel, OWN, ...(VALID[channel][0] ?? []))).toEqual({
      ok: false,
      code: 'not-saved',
      message: 'The disk is full.',
    });
    expect(onUnexpected).not.toHaveBeenCalled();
  });

  test.each([
    [
      'thrown',
      () => {
        throw new Error('secret at /home/someone');
      },
    ],
    ['rejected', () => Promise.reject(new Error('secret at /home/someone'))],
    [
      'not even an error',
      () => {
        throw 'secret at /home/someone' as unknown as Error;
      },
    ],
  ])('tells nothing of a failure that nobody foresaw, %s', async (_name, behave) => {
    const { call, onUnexpected } = register(behave);
    const reply = await call(channel, OWN, ...(VALID[channel][0] ?? []));
    expect(codeOf(reply)).toBe('internal');
    expect(JSON.stringify(reply)).not.toContain('secret');
    expect(onUnexpected).toHaveBeenCalledOnce();
    expect(onUnexpected.mock.calls[0]?.[0]).toBe(channel);
  });
});

test('a change of one setting is a change of that one alone', async () => {
  const { call, handled } = register();
  await call('settings:set', OWN, { theme: 'dark' });
  expect(handled).toEqual([['settings:set', { theme: 'dark' }]]);
});

test('whatever comes, the answer is a Reply with a known code', async () => {
  const { call } = register();
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...channels()),
      fc.array(fc.anything({ withDate: true, withMap: true, withBigInt: true }), { maxLength: 3 }),
      fc.option(
        fc.record({
          url: fc.oneof(fc.constant('app://sweetspot/'), fc.webUrl(), fc.string()),
          parent: fc.constantFrom(null, {}),
        }),
      ),
      async (channel, args, senderFrame) => {
        const reply = await call(channel, { senderFrame }, ...args);
        const own = senderFrame !== null && isTrustedSender({ senderFrame });
        const schema = CONTRACT[channel].args;
        const expected = !own
          ? 'untrusted-sender'
          : schema.safeParse(args).success
            ? 'ok'
            : 'invalid-args';
        expect(codeOf(reply)).toBe(expected);
        if (!reply.ok) expect(FAILURE_CODES).toContain(reply.code);
      },
    ),
    { numRuns: 3000 },
  );
});

describe('a push', () => {
  const target = (destroyed: boolean) => ({
    isDestroyed: () => destroyed,
    webContents: { send: vi.fn() },
  });

  test('reaches every window that is there', () => {
    const open = [target(false), target(false)];
    const gone = target(true);
    createPush(() => [...open, gone])('page:open', 'week');
    for (const { webContents } of open) {
      expect(webContents.send.mock.calls).toEqual([['page:open', 'week']]);
    }
    expect(gone.webContents.send).not.toHaveBeenCalled();
  });

  test('looks for the windows at that moment', () => {
    const windows: ReturnType<typeof target>[] = [];
    const push = createPush(() => windows);
    push('spans:changed', null);
    windows.push(target(false));
    push('spans:changed', null);
    expect(windows[0]?.webContents.send).toHaveBeenCalledOnce();
  });
});
