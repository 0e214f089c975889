import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { WLROOTS } from '../desktops/wayland/wlroots.ts';
import { findProgram } from '../x11/display.ts';
import { type Desk, STDOUT_ALONE, withoutSession } from './desk.ts';

/** A window, or what holds windows, as sway tells of it. */
interface Node {
  readonly id: number;
  readonly focused: boolean;
  readonly pid?: number;
  readonly rect: Readonly<Record<'x' | 'y' | 'width' | 'height', number>>;
  readonly nodes: readonly Node[];
  readonly floating_nodes: readonly Node[];
}

const MODIFIERS = ['ctrl', 'alt', 'shift'];

/** What sway says where another window may be in front. */
const CAME = /"change": ?"(?:focus|close|move|new)"/;

/** A key as `wtype` takes it: modifiers go down, the key, and up again. */
function wtypeArgs(key: string): string[] {
  const parts = key.split('+');
  const held = parts.filter((part) => MODIFIERS.includes(part));
  const pressed = parts.filter((part) => !MODIFIERS.includes(part));
  return [
    ...held.flatMap((name) => ['-M', name]),
    ...pressed.flatMap((name) => ['-k', name]),
    ...held.flatMap((name) => ['-m', name]),
  ];
}

/** sway without a screen; what is missing, in words, where it cannot be had. */
export async function openSwayDesk(): Promise<Desk | string> {
  const needed = ['sway', 'swaymsg', 'wtype', 'foot', 'openssl'];
  const missing = needed.filter((name) => findProgram(name) === undefined);
  if (missing.length > 0) return `${missing.join(', ')} not installed`;
  const sway = await WLROOTS.find(({ name }) => name === 'sway')?.start();
  if (!sway) return 'sway cannot be staged';
  const folder = sway.env['XDG_RUNTIME_DIR'] ?? '';
  const socket = join(folder, sway.env['WAYLAND_DISPLAY'] ?? '');
  await wait(1_000);
  const messages = readdirSync(folder).find((name) => name.startsWith('sway-ipc.')) ?? '';
  // The runtime folder is that of another account, which browsers refuse; the socket goes by its path.
  const env = { WAYLAND_DISPLAY: socket, XDG_SESSION_TYPE: 'wayland', MOZ_ENABLE_WAYLAND: '1' };
  const session = { ...withoutSession(process.env), ...env, SWAYSOCK: join(folder, messages) };
  const options = { env: session, stdio: STDOUT_ALONE };
  const run = (program: string, ...args: readonly string[]) =>
    execFileSync(program, args, options).toString();
  const tell = (...words: readonly string[]) => void run('swaymsg', '--', words.join(' '));
  const windows = (): Node[] => {
    const flat = (node: Node): Node[] =>
      [node, ...node.nodes, ...node.floating_nodes].flatMap((one) =>
        one === node ? [one] : flat(one),
      );
    return flat(JSON.parse(run('swaymsg', '-t', 'get_tree', '-r')) as Node).filter(
      ({ pid }) => pid !== undefined,
    );
  };
  const started: ChildProcess[] = [];
  // Without a keyboard nothing has the focus, and that of a call of wtype goes with it.
  const forLong = { ...options, stdio: 'ignore' } as const;
  let keyboard: ChildProcess | undefined;
  const spy = spawn('swaymsg', ['-t', 'subscribe', '-m', '-r', '["window","workspace"]'], {
    env: session,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  started.push(spy);
  const front = () => windows().find(({ focused }) => focused);
  const active = () => String(front()?.id ?? '');
  const desk: Desk = {
    name: 'sway',
    env,
    chromiumArgs: ['--ozone-platform=wayland'],
    plugKeyboard() {
      keyboard?.kill();
      keyboard = spawn('wtype', ['-k', 'Shift_L', '-s', String(2 ** 31 - 1)], forLong);
    },
    press: (key) => void run('wtype', ...wtypeArgs(key)),
    type: (text) => void run('wtype', '-d', '4', text),
    click() {
      const { x = 0, y = 0, width = 0, height = 0 } = front()?.rect ?? {};
      const middle = [x + width / 2, y + height / 2].map((at) => String(Math.round(at)));
      tell('seat', 'seat0', 'cursor', 'set', ...middle);
      tell('seat', 'seat0', 'cursor', 'press', 'button1');
      tell('seat', 'seat0', 'cursor', 'release', 'button1');
    },
    active,
    activate: (window) => tell(`[con_id=${window}]`, 'focus'),
    minimise: (window) => tell(`[con_id=${window}]`, 'move', 'scratchpad'),
    showEmpty: (empty) => tell('workspace', empty ? '2' : '1'),
    async startOther() {
      const known = new Set(windows().map(({ id }) => id));
      started.push(
        spawn('foot', ['--title=another program', 'sleep', '100000'], {
          env: { ...session, XDG_RUNTIME_DIR: '/tmp' },
          stdio: 'ignore',
        }),
      );
      for (const deadline = Date.now() + 10_000; Date.now() < deadline; await wait(100)) {
        const window = windows().find(({ id }) => !known.has(id));
        if (window) return String(window.id);
      }
      throw new Error('foot does not start');
    },
    onActive: () => undefined,
    async stop() {
      for (const child of [...started, keyboard]) child?.kill();
      await sway.stop();
    },
  };
  spy.stdout.on('data', (bytes: Buffer) => {
    if (CAME.test(bytes.toString())) desk.onActive(Date.now());
  });
  return desk;
}
