/**
 * @file The script that KWin runs while the user has agreed to it: it says which window is in front, and what its title
 * is, each time that either changes. It says so in calls that nobody answers; who listens to the bus reads them.
 */

/** The name under which KWin knows the script, so that one of an earlier run is found. */
export const SCRIPT_NAME = 'sweetspot-window-in-front';

/** The method that is called, with the texts of {@link readTold}. */
const MEMBER = 'front';

/**
 * The script for KWin of Plasma 5 and 6, which call the same things by other names.
 *
 * @param address what it calls: the name of an interface that only this run knows.
 */
export function kwinScript(address: string): string {
  return `(() => {
  const isSix = workspace.windowActivated !== undefined;
  let watched = null;
  const tell = () => {
    const told = watched
      ? [watched.internalId, watched.caption, watched.resourceClass, watched.resourceName, watched.fullScreen]
      : ['', '', '', '', ''];
    callDBus('${address}', '/', '${address}', '${MEMBER}', ...told.map(String));
  };
  const follow = () => {
    if (watched) {
      watched.captionChanged.disconnect(tell);
      watched.fullScreenChanged.disconnect(tell);
    }
    watched = isSix ? workspace.activeWindow : workspace.activeClient;
    if (watched) {
      watched.captionChanged.connect(tell);
      watched.fullScreenChanged.connect(tell);
    }
    tell();
  };
  (isSix ? workspace.windowActivated : workspace.clientActivated).connect(follow);
  follow();
})();
`;
}

/** What KWin says of the window in front. */
export interface KwinWindow {
  /** Names the window while KWin runs. */
  readonly id: string;
  readonly title: string;
  /** The halves of its class, the name of the program first; in Plasma 5 both are in lower case. */
  readonly names: readonly string[];
  readonly fullScreen: boolean;
}

/** What is listened to on the session's bus, as rules of D-Bus: the script's calls, and KWin that comes or goes. */
export function rulesFor(address: string): readonly string[] {
  const owner = "type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged'";
  return [`type='method_call',interface='${address}'`, `${owner},arg0='org.kde.KWin'`];
}

/** What a line of `busctl --json=short monitor` tells. */
export type Told =
  | { readonly is: 'window'; readonly window: KwinWindow }
  /** No window is in front. */
  | { readonly is: 'none' }
  /** Another KWin is there, or none any more. */
  | { readonly is: 'kwin'; readonly isThere: boolean };

/** Reads a line; undefined where it tells nothing of that. */
export function readTold(line: string, address: string): Told | undefined {
  let message: unknown;
  try {
    message = JSON.parse(line);
  } catch {
    return undefined;
  }
  const data = textsOf(at(at(message, 'payload'), 'data'));
  if (!data) return undefined;
  if (at(message, 'member') === 'NameOwnerChanged' && data[0] === 'org.kde.KWin') {
    return { is: 'kwin', isThere: data[2] !== '' };
  }
  if (at(message, 'interface') !== address || at(message, 'member') !== MEMBER) return undefined;
  const [id, title = '', program = '', window = '', fullScreen] = data;
  if (id === undefined || id === '') return { is: 'none' };
  const names = [...new Set([program, window])].filter((name) => name !== '');
  return { is: 'window', window: { id, title, names, fullScreen: fullScreen === 'true' } };
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function textsOf(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : undefined;
}
