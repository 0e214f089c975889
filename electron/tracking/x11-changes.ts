import { type ChildProcess, spawn } from 'node:child_process';

/** Ends what was started. */
export type Stop = () => void;

/** Id of the active window in what xprop says of the root window; zero where there is none. */
const WINDOW_ID = /window id # (0x[\da-f]+)/g;

/**
 * Lets xprop tell of each change of some properties. It prints that they changed and never what they are, so
 * that no title comes into this process. Where xprop is not installed, or ends, nothing is told.
 */
function spy(args: readonly string[], onChange: (text: string) => void): ChildProcess {
  const child = spawn('xprop', ['-spy', ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
  child.on('error', () => undefined);
  child.stdout.setEncoding('utf8').on('data', onChange);
  // Neither it nor its pipe shall keep the app alive.
  child.unref();
  return child;
}

/**
 * Tells when another window of an X11 display became the active one, or the active one has another title, as
 * it happens. It is a hint to look at once: what is there now must be read, and some changes may go untold.
 */
export function watchX11(onChange: () => void): Stop {
  let watched: string | undefined;
  let titles: ChildProcess | undefined;
  let stopped = false;

  const windows = spy(['-root', '_NET_ACTIVE_WINDOW'], (text) => {
    const id = [...text.matchAll(WINDOW_ID)].at(-1)?.[1];
    if (stopped || id === undefined || id === watched) return;
    watched = id;
    titles?.kill();
    titles = undefined;
    if (Number(id) !== 0) {
      const format = (name: string, kind: string) => ['-f', name, kind, ' changed\\n'];
      titles = spy(
        [
          '-id',
          id,
          ...format('_NET_WM_NAME', '8u'),
          ...format('WM_NAME', '8s'),
          '_NET_WM_NAME',
          'WM_NAME',
        ],
        onChange,
      );
    }
    onChange();
  });

  return () => {
    stopped = true;
    windows.kill();
    titles?.kill();
  };
}
