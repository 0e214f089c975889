import path from 'node:path';

/** What of this process decides how a Linux session starts the app. */
export interface LinuxProcess {
  /** The running binary. */
  readonly execPath: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly homeDir: string;
}

/** An XDG autostart file of ours: where it lies and what it says. */
export interface AutostartEntry {
  readonly file: string;
  readonly content: string;
}

/** Started by the session, the app stays in the tray. */
export const HIDDEN_ARGUMENT = '--hidden';

/** Name of the desktop file in deb, rpm and AppImage; a Flatpak has its id. */
const DESKTOP_NAME = 'sweetspot';

/** How a value of a desktop file writes what its lines cannot hold. */
const STRING_ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\t': '\\t',
  '\r': '\\r',
};

function stringValue(text: string): string {
  return text.replace(/[\\\n\t\r]/g, (character) => STRING_ESCAPES[character] ?? character);
}

/**
 * One argument of an Exec line: in double quotes, its special characters behind a backslash, a percent
 * sign twice, and all of it once more as any value is
 * (https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html).
 */
function execArgument(text: string): string {
  const plain = /^[\w./:@+,=-]+$/.test(text);
  const quoted = plain ? text : `"${text.replace(/["`$\\]/g, '\\$&').replaceAll('%', '%%')}"`;
  return stringValue(quoted);
}

/** The id of the Flatpak that this process runs in, or undefined. */
function flatpakId({ env }: LinuxProcess): string | undefined {
  const id = env['FLATPAK_ID'];
  return id === '' ? undefined : id;
}

/**
 * The AppImage that this process runs from, or undefined. A process that an AppImage started inherits
 * its variables, so they count only where our own binary lies in the image.
 */
function appImage({ env, execPath }: LinuxProcess): string | undefined {
  const { APPIMAGE: image, APPDIR: mounted } = env;
  return image && mounted && execPath.startsWith(`${mounted}/`) ? image : undefined;
}

/** The command that starts the app again, as one list of arguments, hidden. */
export function autostartCommand(own: LinuxProcess): string[] {
  const flatpak = flatpakId(own);
  return flatpak === undefined
    ? [appImage(own) ?? own.execPath, HIDDEN_ARGUMENT]
    : ['flatpak', 'run', flatpak, HIDDEN_ARGUMENT];
}

/** Where the session looks for the user's autostart files; a Flatpak sees it under another name. */
function autostartFolder(own: LinuxProcess): string {
  const { env, homeDir } = own;
  const inFlatpak = flatpakId(own) !== undefined;
  const config = env[inFlatpak ? 'HOST_XDG_CONFIG_HOME' : 'XDG_CONFIG_HOME'];
  // The specification has relative paths ignored.
  const folder = config && path.posix.isAbsolute(config) ? config : `${homeDir}/.config`;
  return path.posix.join(folder, 'autostart');
}

/** The autostart file of the app as this process would write it. */
export function autostartEntry(own: LinuxProcess): AutostartEntry {
  const flatpak = flatpakId(own);
  const [program = '', ...rest] = autostartCommand(own);
  const lines = [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Sweetspot',
    `Exec=${[program, ...rest].map(execArgument).join(' ')}`,
    // An AppImage that was deleted is then passed over without an error.
    ...(flatpak === undefined ? [`TryExec=${stringValue(program)}`] : []),
    `Icon=${flatpak ?? DESKTOP_NAME}`,
    'Terminal=false',
    'StartupNotify=false',
    'X-GNOME-Autostart-enabled=true',
  ];
  return {
    file: path.posix.join(autostartFolder(own), `${flatpak ?? DESKTOP_NAME}.desktop`),
    content: `${lines.join('\n')}\n`,
  };
}

/**
 * Whether an autostart file starts the app. `Hidden=true` is how the user switches one off in the
 * desktop's own settings; GNOME has a key of its own.
 *
 * @param content undefined where there is no file.
 */
export function startsApp(content: string | undefined): boolean {
  if (content === undefined) return false;
  const [, entry = ''] = content.split(/^\[Desktop Entry\][ \t]*$/m);
  const [ownGroup = ''] = entry.split(/^\[/m, 1);
  const valueOf = (key: string) =>
    new RegExp(`^${key}[ \\t]*=[ \\t]*(\\w+)[ \\t]*$`, 'm').exec(ownGroup)?.[1];
  return (
    ownGroup.trim() !== '' &&
    valueOf('Hidden') !== 'true' &&
    valueOf('X-GNOME-Autostart-enabled') !== 'false'
  );
}
