import { describe, expect, test } from 'vitest';
import {
  createRuleHandlers,
  type RuleHandlerNeeds,
} from '../../../electron/rules/rule-handlers.ts';
import { createWindowWatch } from '../../../electron/rules/window-watch.ts';
import { parseRuleFile, writeRuleFile } from '../../../shared/settings/rule-file.ts';
import { parseSettings, type UserRule } from '../../../shared/settings/settings.ts';

const RULE: UserRule = { field: 'title', match: 'starts', text: 'Jane', activity: 'messaging' };
const JANE = { app: 'Google Chrome', title: 'Jane Doe | LinkedIn - Google Chrome', url: '' };

function setUp(parts: Partial<RuleHandlerNeeds> = {}, rules: readonly UserRule[] = []) {
  const windows = createWindowWatch({
    nowMs: () => 0,
    ownApps: ['Sweetspot'],
    later: () => () => undefined,
  });
  const { settings } = parseSettings({ rules, browsers: ['Nyxt'] });
  const written: (readonly [string, string])[] = [];
  const handlers = createRuleHandlers({
    settings: () => settings,
    latest: { of: () => undefined },
    rulesOf: () => [],
    windows,
    askWhereToSave: (name) => Promise.resolve(`/chosen/${name}`),
    askWhichToOpen: () => Promise.resolve('/chosen/rules.json'),
    writeFile(file, content) {
      written.push([file, content]);
      return Promise.resolve();
    },
    readFile: () => Promise.resolve(Buffer.from(writeRuleFile({ rules: [RULE], browsers: [] }))),
    ...parts,
  });
  return { handlers, windows, written, settings };
}

describe('a trial', () => {
  test('of a typed title tells the rule, with a draft and without', () => {
    const { handlers } = setUp();
    const plain = handlers['rules:try']({ draft: null, sample: JANE });
    expect(plain).toEqual({
      verdict: { activity: 'networking', rule: 'guess:one-part', guess: true },
      seen: null,
      watching: false,
    });
    const draft = { at: 0, rule: RULE };
    expect(handlers['rules:try']({ draft, sample: JANE })).toMatchObject({
      verdict: { activity: 'messaging', rule: 'user:1', guess: false },
    });
    expect(handlers['rules:try']({ draft: null, sample: JANE })).toEqual(plain);
  });

  test('of an address, and of a browser of the user’s own', () => {
    const { handlers } = setUp();
    const sample = { app: 'nyxt', title: '', url: 'https://www.linkedin.com/messaging/' };
    expect(handlers['rules:try']({ draft: null, sample })).toMatchObject({
      verdict: { activity: 'messaging', rule: 'url:/messaging' },
    });
  });

  test('of the watched window shows it, and only while it is watched', () => {
    const { handlers, windows } = setUp({}, [RULE]);
    const ask = () => handlers['rules:try']({ draft: null, sample: null });
    windows.see(JANE);
    expect(ask()).toEqual({ verdict: null, seen: null, watching: false });
    expect(handlers['rules:watch']('on')).toBeNull();
    expect(ask()).toEqual({ verdict: null, seen: null, watching: true });
    windows.see({ app: JANE.app, title: JANE.title });
    expect(ask()).toEqual({
      verdict: { activity: 'messaging', rule: 'user:1', guess: false },
      seen: JANE,
      watching: true,
    });
    void handlers['rules:watch']('off');
    expect(ask()).toEqual({ verdict: null, seen: null, watching: false });
  });
});

describe('files', () => {
  test('an export holds the rules and browsers, and nothing else of the settings', async () => {
    const { handlers, written, settings } = setUp({}, [RULE]);
    expect(await handlers['rules:export']()).toEqual({ saved: true });
    const [file = '', content = ''] = written.flat();
    expect(file).toBe('/chosen/sweetspot-rules.json');
    const { rules, browsers } = settings;
    expect(parseRuleFile(content)).toEqual({ ok: true, own: { rules, browsers } });
    expect(Object.keys(JSON.parse(content) as object)).toEqual([
      'format',
      'version',
      'rules',
      'browsers',
    ]);
  });

  test('cancelling changes nothing', async () => {
    const cancel = () => Promise.resolve(undefined);
    const { handlers, written } = setUp({ askWhereToSave: cancel, askWhichToOpen: cancel });
    expect(await handlers['rules:export']()).toEqual({ saved: false });
    expect(await handlers['rules:import']()).toEqual({ status: 'cancelled' });
    expect(written).toEqual([]);
  });

  test('an import is read and not yet taken', async () => {
    const { handlers, settings } = setUp();
    const own = { rules: [RULE], browsers: [] };
    expect(await handlers['rules:import']()).toEqual({ status: 'read', own });
    expect(settings.rules).toEqual([]);
  });

  test.each([
    ['too long', undefined, 'too-long'],
    ['in another encoding', Uint8Array.of(0x7b, 0x22, 0xe9, 0x22, 0x7d), 'not-utf-8'],
    ['empty', new Uint8Array(), 'not-json'],
    ['of another kind', Buffer.from('{"rules":[]}'), 'not-rules'],
  ])('a file that is %s is refused, and says why', async (_name, bytes, code) => {
    const { handlers } = setUp({ readFile: () => Promise.resolve(bytes) });
    expect(await handlers['rules:import']()).toMatchObject({
      status: 'refused',
      problem: { code },
    });
  });

  test('what the disk refuses is told without the path', async () => {
    const fail = () => Promise.reject(new Error('EACCES /home/someone'));
    const { handlers } = setUp({ readFile: fail, writeFile: fail });
    await expect(handlers['rules:import']()).rejects.toMatchObject({ code: 'not-found' });
    await expect(handlers['rules:export']()).rejects.toMatchObject({ code: 'not-saved' });
    await expect(handlers['rules:export']()).rejects.not.toThrow(/someone/);
  });
});
