import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connectTo } from '../../../electron/tracking/sources/wayland/connection.ts';
import {
  end,
  isInstalled,
  makeRuntimeDir,
  socketIn,
  startDesktop,
  versionOf,
  type WaylandModule,
} from './desktop.ts';

/** Numbers of the protocol that lists windows and brings them to the front. */
const MANAGER = 'zwlr_foreign_toplevel_manager_v1';
const TITLE = 0;
const ACTIVATE = 4;

/** Brings a window to the front as a panel does; rejects where the compositor lists none of that title. */
async function activateBy(socket: string, title: string): Promise<void> {
  const connection = await connectTo(socket);
  try {
    const found = new Map<number, string>();
    const [seat = 0] = connection.bind('wl_seat', 1);
    connection.bind(MANAGER, 3, (_opcode, args) => {
      const id = args.uint();
      connection.follow(id, (opcode, told) => {
        if (opcode === TITLE) found.set(id, told.text() ?? '');
      });
    });
    await connection.sync();
    const [window] = [...found].find(([, name]) => name.startsWith(title)) ?? [];
    if (window === undefined) throw new Error('No window has the title.');
    connection.send(window, ACTIVATE, seat);
    await connection.sync();
  } finally {
    connection.end();
  }
}

/** A compositor of wlroots on its headless backend. */
function wlroots(
  name: string,
  configFile: string,
  config: string,
  commandOf: (config: string) => readonly string[],
): WaylandModule {
  return {
    name,
    hasX: name === 'sway' && isInstalled('xhost'),
    programs: [name],
    version: () => versionOf(name),
    async start() {
      const { dir, inside } = makeRuntimeDir(true);
      writeFileSync(join(dir, configFile), config, { mode: 0o644 });
      const child = startDesktop(
        commandOf(join(inside, configFile)),
        {
          HOME: inside,
          XDG_RUNTIME_DIR: inside,
          WLR_BACKENDS: 'headless',
          WLR_LIBINPUT_NO_DEVICES: '1',
          WLR_RENDERER: 'pixman',
        },
        true,
      );
      const display = await socketIn(dir, /^wayland-\d+$/);
      return {
        // As under a login by hand: the kind of the session is not told.
        env: { XDG_RUNTIME_DIR: dir, WAYLAND_DISPLAY: display, XDG_SESSION_TYPE: 'tty' },
        activate: (title) => activateBy(join(dir, display), title),
        stop: () => end(child, dir),
      };
    },
  };
}

/** Any account of this computer may come to its X11 display: sway runs as nobody, and the browsers as who tests. */
const SWAY = 'xwayland enable\ndefault_border none\nexec xhost +local:\n';

/** Compositors that tell of windows by wlroots' protocol. */
export const WLROOTS: readonly WaylandModule[] = [
  wlroots('sway', 'config', SWAY, (file) => ['sway', '-c', file]),
  wlroots('labwc', 'rc.xml', '<labwc_config/>\n', (file) => ['labwc', '-c', file]),
  wlroots(
    'wayfire',
    'wayfire.ini',
    '[core]\nplugins = place move resize foreign-toplevel xdg-activation\nxwayland = true\n',
    (file) => ['wayfire', '-c', file],
  ),
  wlroots('phoc', 'phoc.ini', '[core]\nxwayland=true\n', (file) => ['phoc', '-C', file]),
  wlroots('cage', 'none', '', () => ['cage', '--', 'sleep', '600']),
];
