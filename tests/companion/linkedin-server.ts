/** @file LinkedIn's names on this machine: pages over TLS, and a proxy that leads every name there. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { pageOf } from './pages.ts';

/** The pages at work. */
export interface LinkedInServer {
  readonly proxyPort: number;
  /** What a browser must trust to take the pages for LinkedIn's, as PEM. */
  readonly authority: string;
  /** Told of each moment at which a page was shown, changed or left, by its own clock, in UTC milliseconds. */
  onTold: (atMs: number) => void;
  stop(): void;
}

/** Keys for LinkedIn's names, by an authority that nobody but the browsers of this test trusts, and for two days. */
function makeCertificates(folder: string) {
  const names = 'subjectAltName=DNS:linkedin.com,DNS:*.linkedin.com,DNS:www.example';
  const make = (name: string, ...more: readonly string[]) => {
    const files = ['-keyout', join(folder, `${name}.key`), '-out', join(folder, `${name}.pem`)];
    const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2'];
    execFileSync('openssl', [...request, '-subj', `/CN=${name}`, ...files, ...more], {
      stdio: 'ignore',
    });
  };
  make('authority');
  const by = ['-CA', join(folder, 'authority.pem'), '-CAkey', join(folder, 'authority.key')];
  make('pages', ...by, '-addext', names, '-addext', 'basicConstraints=critical,CA:FALSE');
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  return { key: read('pages.key'), cert: read('pages.pem'), authority: read('authority.pem') };
}

/** @param folder for the keys of the pages, which go with it. */
export async function serveLinkedIn(folder: string): Promise<LinkedInServer> {
  const { key, cert, authority } = makeCertificates(folder);
  const pages = createServer({ key, cert }, (request, response) => {
    if (request.url === '/told') {
      let said = '';
      request.on('data', (bytes: Buffer) => (said += bytes.toString()));
      request.on('end', () => {
        server.onTold(Number(said));
        response.writeHead(204).end();
      });
      return;
    }
    response.setHeader('content-type', 'text/html');
    response.end(pageOf(request.headers.host ?? '', request.url ?? ''));
  });
  const listening = (one: typeof pages | typeof proxy) =>
    new Promise<number>((resolve) => {
      one.listen(0, '127.0.0.1', () => resolve((one.address() as AddressInfo).port));
    });
  const pagesPort = await listening(pages);
  const proxy = createHttpServer((_request, response) => response.writeHead(502).end());
  proxy.on('connect', (request, client) => {
    client.on('error', () => client.destroy());
    // Whatever else a browser asks for stays on this machine too.
    if (!/^(?:[\w-]+\.)*(?:linkedin\.com|example):443$/.test(request.url ?? '')) {
      client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      return;
    }
    const upstream = connect(pagesPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    client.on('close', () => upstream.destroy());
  });
  const proxyPort = await listening(proxy);
  const server: LinkedInServer = {
    proxyPort,
    authority,
    onTold: () => undefined,
    stop() {
      for (const one of [pages, proxy]) {
        one.closeAllConnections();
        one.close();
      }
    },
  };
  return server;
}
