/** @file A display of our own with a window manager, or none, and real browsers on pages of their own on it. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { openAsker } from '../x11/asker.ts';
import { findProgram } from '../x11/display.ts';

const run = promisify(execFile);
const START_MS = 120_000;
/** A window comes to the front within this long; what has the focus already does not come. */
const SHOW_MS = 5_000;

/** A window of the stage, by the beginning of its title. */
export interface Staged {
  readonly title: string;
  readonly id: string;
}

export interface Windows {
  /** Value of DISPLAY. */
  readonly display: string;
  readonly staged: ReadonlyMap<string, Staged>;
  /** Brings one to the front. @returns when. */
  show(name: string): Promise<number>;
  /** An input of the user that does nothing. */
  touch(): Promise<void>;
  /** Starts a program on the display; it ends with it. */
  start(program: string, args: readonly string[]): ChildProcess;
  close(): Promise<void>;
}

export const PAGES = {
  firefox: { title: '(3) Feed | LinkedIn', activity: 'feed' },
  chromium: { title: 'Messaging | LinkedIn', activity: 'messaging' },
  note: { title: 'LinkedIn notes', activity: 'elsewhere' },
} as const;

/** What the stage takes; what is missing, in words. */
export function missingForWindows(): string | undefined {
  const wanted = ['Xvfb', 'xdotool', 'xmessage', 'firefox-esr', 'chromium'];
  const missing = wanted.filter((name) => findProgram(name) === undefined);
  return missing.length > 0 ? `${missing.join(', ')} not installed` : undefined;
}

/** Opens the stage. @param manager program and arguments of the window manager; null for none. */
export async function openWindows(manager: readonly string[] | null): Promise<Windows> {
  const dir = await mkdtemp(join(tmpdir(), 'sweetspot-desktop-'));
  const options = ['-displayfd', '3', '-screen', '0', '1280x800x24', '-nolisten', 'tcp'];
  const xvfb = spawn('Xvfb', options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const running: ChildProcess[] = [xvfb];
  const number = await new Promise<string>((resolve) => {
    xvfb.stdio[3]?.once('data', (text: Buffer) => resolve(text.toString().trim()));
  });
  const display = `:${number}`;
  const env = { ...process.env, DISPLAY: display, HOME: dir };
  const start = (program: string, args: readonly string[]) => {
    const child = spawn(program, args, { env, stdio: 'ignore' });
    child.on('error', () => undefined);
    running.push(child);
    return child;
  };
  const xdotool = async (...args: string[]) =>
    (
      await run('xdotool', args, { env, timeout: START_MS }).catch(() => ({ stdout: '' }))
    ).stdout.trim();

  let closeAsker: () => void = () => undefined;
  const close = async () => {
    closeAsker();
    for (const child of running.toReversed()) {
      child.kill();
      await wait(150);
      child.kill('SIGKILL');
    }
    await rm(dir, { recursive: true, force: true, maxRetries: 5 });
  };

  try {
    const [program, ...args] = manager ?? [];
    if (program !== undefined) {
      // Without it twm holds the display until somebody clicks where a window shall be.
      await writeFile(join(dir, '.twmrc'), 'RandomPlacement\n');
      start(program, args);
      await wait(1_500);
    }
    for (const [name, { title }] of Object.entries(PAGES)) {
      await writeFile(join(dir, `${name}.html`), `<title>${title}</title><p>${title}</p>`);
    }
    const page = (name: string) => `file://${join(dir, `${name}.html`)}`;
    start('firefox-esr', ['--no-remote', '--profile', dir, page('firefox')]);
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const quiet = ['--no-first-run', `--user-data-dir=${join(dir, 'chromium')}`];
    start('chromium', [...asRoot, ...quiet, page('chromium')]);
    start('xmessage', ['-title', PAGES.note.title, 'A note.']);
    const staged = new Map<string, Staged>();
    for (const [name, { title }] of Object.entries(PAGES)) {
      const pattern = `^${title.replaceAll(/[()|]/g, '\\$&')}`;
      let id = '';
      for (
        const untilMs = Date.now() + START_MS;
        id === '' && Date.now() < untilMs;
        await wait(200)
      ) {
        id = (await xdotool('search', '--onlyvisible', '--name', pattern)).split('\n').at(-1) ?? '';
      }
      if (id === '') throw new Error(`${name} did not open`);
      staged.set(name, { title, id });
    }
    const { stdout } = await run('xprop', ['-root', '_NET_SUPPORTED'], { env });
    const isTold = stdout.includes('_NET_ACTIVE_WINDOW');
    const asker = await openAsker(display, env);
    closeAsker = asker.close;
    return {
      display,
      staged,
      async show(name) {
        const { id = '' } = staged.get(name) ?? {};
        const before = await asker.focus();
        const asked = isTold
          ? xdotool('windowactivate', id)
          : xdotool('windowraise', id, 'windowfocus', '--sync', id);
        const isThere = async () =>
          isTold ? (await asker.active()) === Number(id) : (await asker.focus()) !== before;
        let atMs = Date.now();
        for (const untilMs = atMs + SHOW_MS; !(await isThere()) && atMs < untilMs; await wait(5)) {
          atMs = Date.now();
        }
        await asked;
        return atMs;
      },
      async touch() {
        await xdotool('key', 'shift');
      },
      start,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
