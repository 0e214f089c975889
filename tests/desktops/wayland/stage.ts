import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { WaylandDesktop } from './desktop.ts';

/** Browsers and how they come to a desktop. */
export const CLIENTS = {
  chromium: { program: 'chromium', native: true },
  'chromium-x': { program: 'chromium', native: false },
  firefox: { program: 'firefox-esr', native: true },
  'firefox-x': { program: 'firefox-esr', native: false },
} as const;
export type Client = keyof typeof CLIENTS;

/** A browser with one window, whose title is changed from outside. */
export interface StagedBrowser {
  readonly title: string;
  /** Gives the page another title. @returns when the page had it, by its own clock. */
  retitle(title: string): Promise<number>;
  close(): Promise<void>;
}

/** The page asks for its next title, and tells when it took it: that is the truth, whatever the desktop says. */
const PAGE = `<!doctype html><title>start</title><body>staged<script>
(async () => {
  for (;;) {
    try {
      const next = await (await fetch('/next')).text();
      if (next !== '') {
        document.title = next;
        await fetch('/done?at=' + Date.now());
      }
    } catch { await new Promise((go) => setTimeout(go, 200)); }
  }
})();
</script>`;

function serve() {
  let next: ((title: string) => void) | undefined;
  let queued: string | undefined;
  let done: ((atMs: number) => void) | undefined;
  const server: Server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    response.setHeader('cache-control', 'no-store');
    if (url.pathname === '/next') {
      const answer = (title: string) => response.end(title);
      if (queued === undefined) next = answer;
      else answer(queued);
      queued = undefined;
    } else if (url.pathname === '/done') {
      done?.(Number(url.searchParams.get('at')));
      response.end();
    } else {
      response.setHeader('content-type', 'text/html');
      response.end(PAGE);
    }
  });
  return {
    server,
    retitle: (title: string) =>
      new Promise<number>((resolve, reject) => {
        const late = setTimeout(() => reject(new Error('The page did not change.')), 120_000);
        done = (atMs) => {
          clearTimeout(late);
          resolve(atMs);
        };
        if (next) next(title);
        else queued = title;
        next = undefined;
      }),
  };
}

/** Opens a browser on a desktop with a page of the title. */
export async function openBrowser(
  desktop: WaylandDesktop,
  client: Client,
  xDisplay: string | undefined,
  title: string,
): Promise<StagedBrowser> {
  const { program, native } = CLIENTS[client];
  const profile = mkdtempSync(join(tmpdir(), 'sweetspot-browser-'));
  const pages = serve();
  await new Promise<void>((resolve) => pages.server.listen(0, '127.0.0.1', resolve));
  const { port } = pages.server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/`;
  const env: NodeJS.ProcessEnv = { ...process.env, ...desktop.env };
  // Firefox refuses the runtime folder of another account.
  env['WAYLAND_DISPLAY'] = join(
    desktop.env['XDG_RUNTIME_DIR'] ?? '',
    desktop.env['WAYLAND_DISPLAY'] ?? '',
  );
  env['XDG_RUNTIME_DIR'] = profile;
  if (!native) {
    delete env['WAYLAND_DISPLAY'];
    env['DISPLAY'] = xDisplay;
  } else delete env['DISPLAY'];
  let args: string[];
  if (program === 'chromium') {
    const platform = native ? 'wayland' : 'x11';
    args = [
      `--ozone-platform=${platform}`,
      `--user-data-dir=${profile}`,
      '--no-first-run',
      '--no-sandbox',
    ];
    args.push(
      '--disable-gpu',
      '--disable-background-timer-throttling',
      '--disable-renderer-backgrounding',
    );
    args.push('--disable-backgrounding-occluded-windows', '--new-window', url);
  } else {
    const prefs = ['browser.aboutwelcome.enabled', 'datareporting.policy.dataSubmissionEnabled'];
    const lines = prefs.map((name) => `user_pref("${name}", false);`);
    lines.push('user_pref("browser.shell.checkDefaultBrowser", false);');
    lines.push('user_pref("datareporting.policy.firstRunURL", "");');
    writeFileSync(join(profile, 'user.js'), `${lines.join('\n')}\n`);
    args = ['--no-remote', '--profile', profile, '--new-window', url];
    env['MOZ_ENABLE_WAYLAND'] = native ? '1' : '0';
  }
  const child: ChildProcess = spawn(program, args, {
    env,
    stdio: ['ignore', 'ignore', process.env['STAGE_DEBUG'] ? 'inherit' : 'ignore'],
    detached: true,
  });
  let current = title;
  const retitle = async (next: string) => {
    current = next;
    return await pages.retitle(next);
  };
  await retitle(title);
  return {
    get title() {
      return current;
    },
    retitle,
    async close() {
      const exited = new Promise((resolve) => child.once('exit', resolve));
      // A browser is a group of processes.
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
      } catch {
        // It has ended by itself, as where its desktop has.
        child.emit('exit');
      }
      await Promise.race([exited, wait(5_000, undefined, { ref: false })]);
      pages.server.closeAllConnections();
      pages.server.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
