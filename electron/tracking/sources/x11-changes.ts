import { spawn } from 'node:child_process';
import type { ChangeWatch, OnHint, Stop } from './source.ts';
import { lastWindowId } from './x11-window.ts';

/** An xprop at work. */
interface Spy {
  /** Whether it has told what there was at first, and is still there to tell of changes. */
  readonly tells: () => boolean;
  readonly stop: Stop;
}

/**
 * Lets xprop tell of each change of some properties. It prints that they changed and never what they are, so
 * that no title comes into this process. Where xprop is not installed, or ends, nothing is told.
 */
function spy(args: readonly string[], onText: (text: string, isFirst: boolean) => void): Spy {
  const child = spawn('xprop', ['-spy', ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
  let state: 'starts' | 'tells' | 'ended' = 'starts';
  const end = () => {
    state = 'ended';
  };
  child.on('error', end);
  child.on('exit', end);
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const isFirst = state === 'starts';
    if (isFirst) state = 'tells';
    onText(text, isFirst);
  });
  // Neither it nor its pipe shall keep the app alive.
  child.unref();
  return {
    tells: () => state === 'tells',
    stop() {
      end();
      child.kill();
    },
  };
}

/**
 * Tells when another window of an X11 display became the active one, or the active one has another title, as
 * it happens.
 */
export function watchX11(onHint: OnHint): ChangeWatch {
  let watched: string | undefined;
  let titles: Spy | undefined;
  let stopped = false;

  const windows = spy(['-root', '_NET_ACTIVE_WINDOW'], (text) => {
    const id = lastWindowId(text);
    if (stopped || id === watched) return;
    watched = id;
    titles?.stop();
    titles = undefined;
    if (Number(id) > 0) {
      const format = (name: string, kind: string) => ['-f', name, kind, ' changed\\n'];
      titles = spy(
        [
          ...['-id', String(id)],
          ...format('_NET_WM_NAME', '8u'),
          ...format('WM_NAME', '8s'),
          ...['_NET_WM_NAME', 'WM_NAME'],
        ],
        // The title that was there from the first is no change, but may be another than was read.
        (_text, isFirst) => {
          onHint(!isFirst);
        },
      );
    }
    onHint(true);
  });

  return {
    isSure: () => windows.tells() && (Number(watched) === 0 || titles?.tells() === true),
    stop() {
      stopped = true;
      windows.stop();
      titles?.stop();
    },
  };
}
