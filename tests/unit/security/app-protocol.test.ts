import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAppHandler, registerAppScheme } from '../../../electron/security/app-protocol.ts';
import { readBundle, resolveBundleFile } from '../../../electron/security/bundle.ts';

const SECRET = 'outside the bundle';
const PAGE = '<meta name="csp-nonce" content="__CSP_NONCE__"><p>page</p>';

let folder: string;
let bundle: string;
let handle: (request: Request) => Promise<Response>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sweetspot-test-'));
  bundle = join(folder, 'renderer');
  await mkdir(join(bundle, 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), SECRET);
  await writeFile(join(bundle, 'index.html'), PAGE);
  await writeFile(join(bundle, 'assets', 'index-Bx_1-2.js'), 'run()');
  await writeFile(join(bundle, 'assets', 'index.css'), 'p{}');
  await writeFile(join(bundle, '.hidden'), SECRET);
  await symlink(join(folder, 'secret.txt'), join(bundle, 'link.txt'));
  await symlink(folder, join(bundle, 'up'));
  handle = await createAppHandler(bundle);
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const get = (url: string) => handle(new Request(url));

test('serves the page and its files with their types', async () => {
  const answers = await Promise.all(
    ['', 'index.html', 'index.html?x=1', 'assets/index-Bx_1-2.js', 'assets/index.css'].map(
      async (path) => {
        const { status, headers } = await get(`app://sweetspot/${path}`);
        return [path, status, headers.get('content-type')];
      },
    ),
  );
  expect(answers).toEqual([
    ['', 200, 'text/html; charset=utf-8'],
    ['index.html', 200, 'text/html; charset=utf-8'],
    ['index.html?x=1', 200, 'text/html; charset=utf-8'],
    ['assets/index-Bx_1-2.js', 200, 'text/javascript; charset=utf-8'],
    ['assets/index.css', 200, 'text/css; charset=utf-8'],
  ]);
  expect(await (await get('app://sweetspot/assets/index-Bx_1-2.js')).text()).toBe('run()');
});

test('gives every load of the page a nonce of its own, the same in page and policy', async () => {
  const nonces = await Promise.all(
    [1, 2].map(async () => {
      const answer = await get('app://sweetspot/index.html');
      const policy = answer.headers.get('content-security-policy') ?? '';
      const [, nonce = 'none'] = /style-src 'self' 'nonce-([^']+)'/.exec(policy) ?? [];
      expect(await answer.text()).toBe(PAGE.replace('__CSP_NONCE__', nonce));
      expect(Buffer.from(nonce, 'base64')).toHaveLength(16);
      return nonce;
    }),
  );
  expect(new Set(nonces).size).toBe(2);
});

test.each(['index.html', 'assets/index.css', 'none.js', '../secret.txt', '%2e%2e/secret.txt'])(
  'answers %s with the whole policy',
  async (path) => {
    const { headers } = await get(`app://sweetspot/${path}`);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy.replace(/nonce-[^']+/, 'nonce-X').split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self' 'nonce-X'",
      "img-src 'self'",
      "font-src 'self'",
      "connect-src 'none'",
      "frame-src 'none'",
      "worker-src 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  },
);

/** Every way that is known to step out of a folder, as a URL could carry it. */
const TRICKS = [
  '../secret.txt',
  '../../etc/passwd',
  'assets/../../secret.txt',
  './../secret.txt',
  '%2e%2e/secret.txt',
  '%2E%2E/secret.txt',
  '.%2e/secret.txt',
  '%2e%2e%2fsecret.txt',
  '..%2fsecret.txt',
  '..%5csecret.txt',
  '..\\secret.txt',
  'assets\\..\\..\\secret.txt',
  '%252e%252e%252fsecret.txt',
  '..%c0%afsecret.txt',
  '..%ef%bc%8fsecret.txt',
  '．．/secret.txt',
  '....//secret.txt',
  '..;/secret.txt',
  '/etc/passwd',
  '//etc/passwd',
  '///secret.txt',
  'etc/passwd',
  'C:/Windows/win.ini',
  'C:%5CWindows%5Cwin.ini',
  'file:///etc/passwd',
  'index.html%00.js',
  'index.html/',
  'index.html/../../secret.txt',
  'assets',
  'assets/',
  'link.txt',
  'up/secret.txt',
  '.hidden',
  'INDEX.HTML',
  'index.html.',
  'index.html:stream',
  '~/secret.txt',
  '__proto__',
  'constructor',
];

/** What ends a URL without being part of it: as a request it is the page, unparsed nothing. */
const TRIMMED = ['index.html ', 'index.html\0'];

test.each(TRICKS)('opens nothing for %j', async (path) => {
  const answer = await get(`app://sweetspot/${path}`);
  expect([400, 404]).toContain(answer.status);
  expect(await answer.text()).toBe('');
});

test.each([...TRICKS, ...TRIMMED, 'index.html#/../secret.txt'])(
  'resolves nothing outside the folder for %j, not even unparsed',
  async (path) => {
    const resolved = resolveBundleFile(await readBundle(bundle), `app://sweetspot/${path}`);
    if ('file' in resolved) expect(resolved.file).toBe(join(bundle, 'index.html'));
    else expect([400, 404]).toContain(resolved.status);
  },
);

test.each([
  'app://sweetspot.example/index.html',
  'app://example/index.html',
  'app://sweetspot:1/index.html',
  'app://user@sweetspot/index.html',
  'https://sweetspot/index.html',
  'file:///index.html',
  'app:index.html',
])('answers 400 to %s', async (url) => {
  expect(resolveBundleFile(await readBundle(bundle), url)).toEqual({ status: 400 });
});

test('tells a URL that no file could have from one that no file has', async () => {
  const files = await readBundle(bundle);
  expect(resolveBundleFile(files, 'app://sweetspot/none.js')).toEqual({ status: 404 });
  expect(resolveBundleFile(files, 'app://sweetspot/a%20b.js')).toEqual({ status: 400 });
});

test.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'])('answers 405 to %s', async (method) => {
  const answer = await handle(new Request('app://sweetspot/index.html', { method }));
  expect(answer.status).toBe(405);
});

test('asks for a standard, secure scheme that fetch knows, and for nothing more', () => {
  const asked: unknown[] = [];
  registerAppScheme({ registerSchemesAsPrivileged: (schemes) => asked.push(...schemes) });
  expect(asked).toEqual([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
});
