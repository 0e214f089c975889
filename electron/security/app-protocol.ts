import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Protocol } from 'electron';
import { APP_SCHEME } from './app-url.ts';
import { readBundle, resolveBundleFile } from './bundle.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';

/** What the page's HTML carries where the nonce of this load belongs. */
const NONCE_PLACEHOLDER = '__CSP_NONCE__';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/**
 * Makes the app's scheme a standard, secure one. To be called once, before the app is ready.
 * What is left out (bypassing the CSP, CORS, service workers, extensions) stays off.
 */
export function registerAppScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/**
 * Serves the files of a folder, and nothing else, under `app://sweetspot/`. To be called once the
 * app is ready.
 *
 * @param folder the built window, with `index.html` at its top.
 * @throws where the folder cannot be read.
 */
export async function serveApp(protocol: Pick<Protocol, 'handle'>, folder: string): Promise<void> {
  protocol.handle(APP_SCHEME, await createAppHandler(folder));
}

/** Answers requests for the files of a folder. Every answer, a refusal too, carries the CSP. */
export async function createAppHandler(
  folder: string,
): Promise<(request: Request) => Promise<Response>> {
  const bundle = await readBundle(folder);

  return async ({ method, url }) => {
    const nonce = randomBytes(16).toString('base64');
    if (method !== 'GET') return refusal(405, nonce);
    const resolved = resolveBundleFile(bundle, url);
    if ('status' in resolved) return refusal(resolved.status, nonce);

    const type = extname(resolved.file);
    const content = await readFile(resolved.file);
    const body =
      type === '.html'
        ? content.toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce)
        : new Uint8Array(content);
    return new Response(body, {
      headers: {
        ...securityHeaders(nonce),
        'Content-Type': CONTENT_TYPES[type] ?? 'application/octet-stream',
      },
    });
  };
}

function refusal(status: number, nonce: string): Response {
  return new Response(null, { status, headers: securityHeaders(nonce) });
}

function securityHeaders(nonce: string): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(nonce),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    // The page has a new nonce each time; the rest is as fast from disk.
    'Cache-Control': 'no-store',
  };
}
