import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { bareEnv, end, makeRuntimeDir, run, socketIn, type WaylandModule } from './desktop.ts';

/** KWin with a virtual screen, and a message bus of its own. */
export const kwinVirtual: WaylandModule = {
  name: 'KWin',
  programs: ['kwin_wayland', 'dbus-run-session', 'gdbus', 'busctl'],
  version: ['kwin_wayland', '--version'],
  settings: { kwinScript: true },
  async start() {
    const dir = makeRuntimeDir(false);
    // The installed one has a capability that a container may not give.
    const program = join(dir, 'kwin_wayland');
    copyFileSync('/usr/bin/kwin_wayland', program);
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
