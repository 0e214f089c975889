import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { findProgram, openDisplay } from '../x11/display.ts';
import { type Desk, STDOUT_ALONE, withoutSession } from './desk.ts';

/** An X11 desktop; what is missing, in words, where there is none. */
export async function openX11Desk(): Promise<Desk | string> {
  const missing = ['xev', 'openssl', 'xdotool'].filter((name) => findProgram(name) === undefined);
  if (missing.length > 0) return `${missing.join(', ')} not installed`;
  const display = await openDisplay();
  if (typeof display === 'string') return display;
  const env = { DISPLAY: display.name, XDG_SESSION_TYPE: 'x11' };
  const options = { env: { ...withoutSession(process.env), ...env } };
  const quiet = { ...options, stdio: STDOUT_ALONE };
  const run = (...args: readonly string[]) =>
    execFileSync('xdotool', args, quiet).toString().trim();
  const started: ChildProcess[] = [];
  const spy = spawn('xprop', ['-root', '-spy', '_NET_ACTIVE_WINDOW'], {
    ...options,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  started.push(spy);
  const desk: Desk = {
    name: 'X11',
    env,
    chromiumArgs: ['--ozone-platform=x11'],
    plugKeyboard: () => undefined,
    press: (key) => void run('key', '--clearmodifiers', key),
    type: (text) => void run('type', '--delay', '4', text),
    click() {
      const geometry = run('getactivewindow', 'getwindowgeometry', '--shell');
      const [width, height] = ['WIDTH', 'HEIGHT'].map((name) =>
        Number(new RegExp(`^${name}=(\\d+)$`, 'm').exec(geometry)?.[1]),
      );
      const middle = [width, height].map((length) => String(Math.round((length ?? 0) / 2)));
      run('mousemove', '--window', desk.active(), ...middle, 'click', '1');
    },
    active() {
      try {
        return run('getactivewindow');
      } catch {
        return '';
      }
    },
    activate: (window) => void run('windowactivate', '--sync', window),
    minimise: (window) => void run('windowminimize', window),
    showEmpty: (empty) => void run('set_desktop', empty ? '1' : '0'),
    startOther() {
      started.push(spawn('xev', ['-name', 'another program'], { ...options, stdio: 'ignore' }));
      const found = run('search', '--sync', '--name', '^another program$');
      return Promise.resolve(found.split('\n')[0] ?? '');
    },
    onActive: () => undefined,
    async stop() {
      for (const child of started) child.kill();
      await display.stop();
    },
  };
  spy.stdout.on('data', () => desk.onActive(Date.now()));
  return desk;
}
