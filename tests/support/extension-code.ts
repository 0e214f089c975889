import { runInNewContext } from 'node:vm';
import { extensionFiles } from '../../electron/tracking/sources/gnome-extension-files.ts';

/** What GNOME Shell says of a window. */
export interface ShownWindow {
  get_id(): number;
  get_pid(): number;
  get_title(): string | null;
  get_wm_class(): string | null;
  is_fullscreen(): boolean;
}

/** The part of the extension that GNOME Shell runs. */
interface Extension {
  enable(): void;
  disable(): void;
}

/**
 * Runs the code of the extension, as GNOME Shell would, and asks it.
 *
 * @param version of GNOME Shell.
 * @param window that is in front; null where none is.
 */
export function answerOf(version: number, window: ShownWindow | null): string {
  let ask: (() => string) | undefined;
  const Gio = {
    DBus: { session: {} },
    DBusExportedObject: {
      wrapJSObject: (_interface: string, object: { get_active_window: () => string }) => ({
        export: () => (ask = object.get_active_window),
        unexport: () => (ask = undefined),
      }),
    },
  };
  const GLib = {
    file_read_link: () => '/usr/lib/firefox-esr/firefox-esr',
    path_get_basename: (path: string) => path.split('/').at(-1),
  };
  const code = extensionFiles(version)['extension.js'] ?? '';
  // A module gets from its imports what a script gets from `imports`.
  const script = code
    .replaceAll(/^import .*$/gm, '')
    .replace('export default class', 'class')
    .replace('const { Gio, GLib } = imports.gi;', '');
  const extension = runInNewContext(
    `class Extension {}\n${script}\ntypeof init === 'function' ? init() : new WindowInFront();`,
    { Gio, GLib, global: { display: { get_focus_window: () => window } } },
  ) as Extension;
  extension.enable();
  const answer = ask?.();
  extension.disable();
  if (answer === undefined || ask !== undefined) throw new Error('It told nothing, or still does');
  return answer;
}
