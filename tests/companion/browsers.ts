/** @file Real browsers with the companion in them, each in a home of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { ROOT } from '../../build/bundle.ts';
import { endGroup } from '../browsers/start-browser.ts';
import type { LinkedInServer } from './linkedin-server.ts';
import { speakTo } from './marionette.ts';

const EXTENSION = join(ROOT, 'dist/companion/extension');

/** What a browser is started with. */
export interface BrowserStart {
  readonly program: string;
  readonly homeDir: string;
  readonly env: NodeJS.ProcessEnv;
  readonly server: Pick<LinkedInServer, 'proxyPort' | 'authority'>;
  readonly address: string;
  /** The folder of the extension, where it is not the one that was built. */
  readonly extension?: string;
  /** More for Chromium alone. */
  readonly chromiumArgs?: readonly string[];
}

/** A browser at work. */
export interface RunningBrowser {
  readonly child: ChildProcess;
  /** Puts the extension in again, as a store does with a newer one. */
  readonly install: () => Promise<void>;
  readonly close: () => void;
}

export async function startChromium(start: BrowserStart): Promise<RunningBrowser> {
  const child = spawn(
    start.program,
    [
      `--user-data-dir=${chromiumData(start.homeDir)}`,
      // The way in for the extension alone: a pipe, which changes nothing of what is seen.
      ...['--remote-debugging-pipe', '--enable-unsafe-extension-debugging'],
      `--proxy-server=127.0.0.1:${start.server.proxyPort}`,
      ...[
        '--ignore-certificate-errors',
        '--hide-crash-restore-bubble',
        '--no-first-run',
        '--no-default-browser-check',
      ],
      ...[
        '--disable-background-networking',
        '--disable-component-update',
        '--password-store=basic',
      ],
      // As the superuser, as in a container, Chromium starts no other way.
      ...(process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : []),
      ...(start.chromiumArgs ?? []),
      start.address,
    ],
    { env: start.env, stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], detached: true },
  );
  const command = speakOver(child);
  const install = async () => {
    await command('Extensions.loadUnpacked', { path: start.extension ?? EXTENSION });
  };
  // The page is there before the extension, as where a user puts one in.
  await wait(1_500);
  await install();
  return { child, install, close: () => endGroup(child) };
}

/** Speaks to a Chromium over the pipe of its remote control, a command after the other. */
function speakOver(child: ChildProcess): (method: string, params: object) => Promise<unknown> {
  const [, , , into, from] = child.stdio as unknown as [null, null, null, Writable, Readable];
  let held = '';
  let id = 0;
  const waiting = new Map<number, (message: { error?: unknown; result?: unknown }) => void>();
  into.on('error', () => null);
  from.on('data', (bytes: Buffer) => {
    const messages = `${held}${bytes.toString()}`.split('\0');
    held = messages.pop() ?? '';
    for (const text of messages) {
      const message = JSON.parse(text) as { id?: number; error?: unknown; result?: unknown };
      if (message.id !== undefined) waiting.get(message.id)?.(message);
    }
  });
  return async (method, params) => {
    id += 1;
    const answered = new Promise<{ error?: unknown; result?: unknown }>((resolve, reject) => {
      waiting.set(id, resolve);
      child.once('exit', () => reject(new Error('The browser has ended')));
    });
    into.write(`${JSON.stringify({ id, method, params })}\0`);
    const { error, result } = await answered;
    if (error) throw new Error(`${method}: ${JSON.stringify(error)}`);
    return result;
  };
}

/** The folder of Chromium's settings, where it looks for hosts too. */
function chromiumData(homeDir: string): string {
  return join(homeDir, '.config/chromium');
}

const PREFERENCES = {
  'network.proxy.type': 1,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.http': '127.0.0.1',
  'security.cert_pinning.enforcement_level': 0,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.aboutwelcome.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'datareporting.policy.dataSubmissionPolicyBypassNotification': true,
  'termsofuse.bypassNotification': true,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
  'app.update.enabled': false,
  'browser.warnOnQuit': false,
  'browser.sessionstore.resume_from_crash': false,
  'browser.tabs.warnOnClose': false,
  'extensions.webextensions.restrictedDomains': '',
  // The remote control sets hundreds otherwise, some of which change what has the focus.
  'remote.prefs.recommended': false,
};

const TRUST =
  'Cc["@mozilla.org/security/x509certdb;1"].getService(Ci.nsIX509CertDB).addCertFromBase64(arguments[0], "CT,,")';

export async function startFirefox(start: BrowserStart): Promise<RunningBrowser> {
  const profile = join(start.homeDir, 'profile');
  mkdirSync(profile, { recursive: true });
  const port = await freePort();
  const preferences = {
    ...PREFERENCES,
    'network.proxy.ssl_port': start.server.proxyPort,
    'network.proxy.http_port': start.server.proxyPort,
    'marionette.port': port,
  };
  writeFileSync(
    join(profile, 'user.js'),
    Object.entries(preferences)
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
      .join(''),
  );
  const args = [
    '--marionette',
    '--remote-allow-system-access',
    '--no-remote',
    '--new-instance',
    '--profile',
    profile,
  ];
  const child = spawn(start.program, [...args, 'about:blank'], {
    env: start.env,
    stdio: 'ignore',
    detached: true,
  });
  const { command, close } = await speakTo(port);
  await command('WebDriver:NewSession', {
    capabilities: { alwaysMatch: { pageLoadStrategy: 'none' } },
  });
  await command('Marionette:SetContext', { value: 'chrome' });
  await command('WebDriver:ExecuteScript', {
    script: TRUST,
    args: [start.server.authority.replaceAll(/-----[^-]+-----|\s/g, '')],
  });
  await command('Marionette:SetContext', { value: 'content' });
  const install = async () => {
    const path = start.extension ?? EXTENSION;
    await command('Addon:Install', { path, temporary: true });
  };
  await install();
  await command('WebDriver:Navigate', { url: start.address });
  return {
    child,
    install,
    close() {
      close();
      endGroup(child);
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return address.port;
}
