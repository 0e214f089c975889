/**
 * @file The extension of GNOME Shell, as it is put into the user's home. It answers x-win in place of x-win's
 * own, whose answer, where no window is in front or one has no title, ends the process that asked:
 * x-win 3.2.0 takes every field for granted. It tells of the window in front alone, not of all that are open.
 */

import { GNOME_VERSIONS } from '../../../shared/ipc/sight.ts';

/** The name that x-win's extension has, so that there is only one that answers. */
export const EXTENSION_ID = 'x-win@miniben90.org';

/** What GNOME Shell says of the extension that it runs, so that ours is told from x-win's own. */
export const EXTENSION_VERSION = 'sweetspot-1';

/** Versions from this one on load modules. */
const FIRST_WITH_MODULES = 45;

const versions: string[] = [];
for (let version: number = GNOME_VERSIONS.first; version <= GNOME_VERSIONS.last; version += 1) {
  versions.push(String(version));
}

/** What GNOME Shell reads first. @param version of GNOME Shell, which may be newer than any that was tried. */
const metadataFor = (version: number) => ({
  uuid: EXTENSION_ID,
  name: 'Window in front',
  description:
    'Tells your programs that ask for it which window is in front and what its title is. Installed by Sweetspot.',
  'shell-version': version > GNOME_VERSIONS.last ? [...versions, String(version)] : versions,
  'version-name': EXTENSION_VERSION,
});

/** Every field is there and of its kind, whatever GNOME Shell says of a window. */
const BODY = `
const INTERFACE = \`<node>
  <interface name="org.gnome.Shell.Extensions.XWinWaylandExtension">
    <method name="get_active_window"><arg name="value" type="s" direction="out"/></method>
  </interface>
</node>\`;
const PATH = '/org/gnome/Shell/Extensions/XWinWaylandExtension';

function programOf(processId) {
  try {
    return GLib.path_get_basename(GLib.file_read_link(\`/proc/\${processId}/exe\`));
  } catch (error) {
    return '';
  }
}

function windowInFront() {
  const window = global.display.get_focus_window();
  const number = (value) => Math.max(0, Math.trunc(Number(value) || 0));
  const processId = window ? number(window.get_pid()) : 0;
  return JSON.stringify({
    id: window ? number(window.get_id()) : 0,
    os: 'linux',
    title: String((window && window.get_title()) || ''),
    info: {
      process_id: processId,
      name: String((window && window.get_wm_class()) || ''),
      path: '',
      exec_name: processId > 0 ? programOf(processId) : '',
    },
    position: {
      x: 0,
      y: 0,
      width: 0,
      height: 0,
      isFullScreen: Boolean(window && window.is_fullscreen()),
    },
    usage: { memory: 0 },
  });
}

function tell() {
  const told = Gio.DBusExportedObject.wrapJSObject(INTERFACE, { get_active_window: windowInFront });
  told.export(Gio.DBus.session, PATH);
  return told;
}
`;

const MODULE = `import Gio from 'gi://Gio';
import GLib from 'gi://GLib';
import { Extension } from 'resource:///org/gnome/shell/extensions/extension.js';
${BODY}
export default class WindowInFront extends Extension {
  enable() {
    this._told = tell();
  }

  disable() {
    this._told?.unexport();
    this._told = null;
  }
}
`;

const SCRIPT = `const { Gio, GLib } = imports.gi;
${BODY}
class WindowInFront {
  enable() {
    this._told = tell();
  }

  disable() {
    if (this._told) this._told.unexport();
    this._told = null;
  }
}

function init() {
  return new WindowInFront();
}
`;

/** The files of the extension by name. @param version of GNOME Shell, as in 46. */
export function extensionFiles(version: number): Readonly<Record<string, string>> {
  return {
    'metadata.json': `${JSON.stringify(metadataFor(version), null, 2)}\n`,
    'extension.js': version < FIRST_WITH_MODULES ? SCRIPT : MODULE,
  };
}
