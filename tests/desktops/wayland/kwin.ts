import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findProgram } from '../../x11/display.ts';
import {
  bareEnv,
  end,
  makeRuntimeDir,
  run,
  socketIn,
  type WaylandModule,
  versionOf,
} from './desktop.ts';

/** KWin's program in a folder: the installed one has a capability that a container may not give. */
function copyOfKwin(dir: string): string {
  const copy = join(dir, 'kwin_wayland');
  copyFileSync(findProgram('kwin_wayland') ?? '', copy);
  return copy;
}

/** KWin with a virtual screen, and a message bus of its own. */
export const kwinVirtual: WaylandModule = {
  name: 'KWin',
  programs: ['kwin_wayland', 'dbus-run-session', 'gdbus', 'busctl'],
  async version() {
    const dir = makeRuntimeDir(false);
    const said = await versionOf(copyOfKwin(dir), { QT_QPA_PLATFORM: 'offscreen' });
    rmSync(dir, { recursive: true });
    return said;
  },
  settings: { kwinScript: true },
  async start() {
    const dir = makeRuntimeDir(false);
    const program = copyOfKwin(dir);
    const bus = join(dir, 'address');
    const script = `echo "$DBUS_SESSION_BUS_ADDRESS" > ${bus}; exec ${program} --virtual --xwayland --width 1280 --height 800 --no-lockscreen --socket wayland-9`;
    const session = {
      XDG_RUNTIME_DIR: dir,
      XDG_CURRENT_DESKTOP: 'KDE',
      KWIN_WAYLAND_NO_PERMISSION_CHECKS: '1',
    };
    const child = spawn('dbus-run-session', ['sh', '-c', script], {
      stdio: 'ignore',
      env: { ...bareEnv(), ...session, QT_QPA_PLATFORM: 'offscreen' },
    });
    await socketIn(dir, /^wayland-9$/);
    while (!existsSync(bus)) await wait(20);
    const env = {
      ...session,
      WAYLAND_DISPLAY: 'wayland-9',
      DBUS_SESSION_BUS_ADDRESS: readFileSync(bus, 'utf8').trim(),
      XDG_SESSION_TYPE: 'tty',
    };
    const inside = { env: { ...process.env, ...env } };
    const call = async (method: string, ...args: string[]) => {
      const to = ['call', '--session', '--dest', 'org.kde.KWin', '--object-path', '/Scripting'];
      await run('gdbus', [...to, '--method', `org.kde.kwin.Scripting.${method}`, ...args], inside);
    };
    let turn = 0;
    return {
      env,
      async activate(title) {
        turn += 1;
        const file = join(dir, `activate-${turn}.js`);
        writeFileSync(
          file,
          `const all = workspace.windowList ? workspace.windowList() : workspace.clientList();
const found = all.find((one) => one.caption.startsWith(${JSON.stringify(title)}));
if (workspace.windowList) workspace.activeWindow = found; else workspace.activeClient = found;`,
        );
        await call('loadScript', file, `activate-${turn}`);
        await call('start');
        await wait(30);
        await call('unloadScript', `activate-${turn}`);
        rmSync(file);
      },
      // Without a virtual keyboard no input can be made; the stretches are shorter than the least idle threshold.
      touch: () => Promise.resolve(),
      stop: () => end(child, dir),
    };
  },
};
