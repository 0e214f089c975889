import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  end,
  makeRuntimeDir,
  run,
  socketIn,
  startAsNobody,
  versionOf,
  type WaylandModule,
} from './desktop.ts';

/** sway on its headless backend, which tells of windows by `zwlr_foreign_toplevel_manager_v1`. */
export const sway: WaylandModule = {
  name: 'sway',
  programs: ['sway', 'swaymsg', 'wtype'],
  version: () => versionOf('sway'),
  async start() {
    const dir = makeRuntimeDir(true);
    const config = join(dir, 'config');
    writeFileSync(
      config,
      'xwayland enable\ndefault_border none\nfocus_on_window_activation focus\n',
      {
        mode: 0o644,
      },
    );
    const child = startAsNobody(['sway', '-c', config], {
      XDG_RUNTIME_DIR: dir,
      WLR_BACKENDS: 'headless',
      WLR_LIBINPUT_NO_DEVICES: '1',
      WLR_RENDERER: 'pixman',
    });
    const display = await socketIn(dir, /^wayland-\d+$/);
    const ipc = join(dir, await socketIn(dir, /^sway-ipc/));
    const env = {
      XDG_RUNTIME_DIR: dir,
      WAYLAND_DISPLAY: display,
      SWAYSOCK: ipc,
      XDG_CURRENT_DESKTOP: 'sway',
      XDG_SESSION_TYPE: 'tty',
    };
    const inside = { env: { ...process.env, ...env } };
    return {
      env,
      async activate(title) {
        const pattern = title.replaceAll(/[()|?*+.[\]]/g, String.raw`\$&`);
        await run('swaymsg', ['-s', ipc, `[title="^${pattern}"] focus`], inside);
      },
      async touch() {
        // A key that is no letter and does nothing.
        await run('wtype', ['-k', 'Shift_L'], inside);
      },
      stop: () => end(child, dir),
    };
  },
};
