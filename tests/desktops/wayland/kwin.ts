import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  end,
  makeRuntimeDir,
  OTHER_ROOT,
  run,
  socketIn,
  startDesktop,
  type WaylandModule,
  versionOf,
} from './desktop.ts';

/** A message bus at a path of ours, which the app can reach from outside another system too. */
const BUS_CONFIG = `<busconfig>
<type>session</type><listen>unix:path=SOCKET</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>
`;

/** KWin's program in a folder: the installed one has a capability that a container may not give. */
function copyOfKwin(): { readonly dir: string; readonly inside: string; readonly program: string } {
  const made = makeRuntimeDir(false);
  copyFileSync(join(OTHER_ROOT, '/usr/bin/kwin_wayland'), join(made.dir, 'kwin_wayland'));
  return { ...made, program: join(made.inside, 'kwin_wayland') };
}

/** KWin with a virtual screen, and a message bus of its own. */
export const kwinVirtual: WaylandModule = {
  name: 'KWin',
  programs: ['kwin_wayland', 'dbus-daemon'],
  async version() {
    const { dir, program } = copyOfKwin();
    const said = await versionOf(program, false);
    rmSync(dir, { recursive: true });
    return said;
  },
  hasX: true,
  settings: { kwinScript: true },
  async start() {
    const { dir, inside, program } = copyOfKwin();
    const bus = join(dir, 'bus');
    const config = join(dir, 'bus.conf');
    writeFileSync(config, BUS_CONFIG.replace('SOCKET', join(inside, 'bus')));
    const script = `dbus-daemon --config-file=${join(inside, 'bus.conf')} --nofork &
while [ ! -S "${join(inside, 'bus')}" ]; do sleep 0.05; done; exec ${program} --virtual --xwayland --width 1280 --height 800 --no-lockscreen --socket wayland-9`;
    const session = {
      XDG_CURRENT_DESKTOP: 'KDE',
      KWIN_WAYLAND_NO_PERMISSION_CHECKS: '1',
    };
    const inKwin = {
      XDG_RUNTIME_DIR: inside,
      DBUS_SESSION_BUS_ADDRESS: `unix:path=${join(inside, 'bus')}`,
      QT_QPA_PLATFORM: 'offscreen',
    };
    const child = startDesktop(['sh', '-c', script], { ...session, ...inKwin }, false);
    await socketIn(dir, /^wayland-9$/);
    const env = {
      ...session,
      XDG_RUNTIME_DIR: dir,
      WAYLAND_DISPLAY: 'wayland-9',
      DBUS_SESSION_BUS_ADDRESS: `unix:path=${bus}`,
      XDG_SESSION_TYPE: 'tty',
    };
    const options = { env: { ...process.env, ...env } };
    const call = async (method: string, ...args: string[]) => {
      const to = ['call', '--session', '--dest', 'org.kde.KWin', '--object-path', '/Scripting'];
      await run('gdbus', [...to, '--method', `org.kde.kwin.Scripting.${method}`, ...args], options);
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
        await call('loadScript', join(inside, `activate-${turn}.js`), `activate-${turn}`);
        await call('start');
        await wait(30);
        await call('unloadScript', `activate-${turn}`);
        rmSync(file);
      },
      stop: () => end(child, dir),
    };
  },
};
