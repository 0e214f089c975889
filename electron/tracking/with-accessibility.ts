import type { WindowSample } from '../../shared/domain/window-sample.ts';
import type { Accessibility, Told } from './sources/accessibility.ts';
import type { OnHint } from './sources/source.ts';
import type { WindowReader } from './sources/window-reader.ts';

/** Longer than this no look waits for a browser; what it tells later is taken when it comes. */
const LONGEST_MS = 300;
/**
 * A page's address may follow its title, and a new window is told of a moment after it opens: so long after a change the browser is
 * asked again, and then no more until the next one.
 */
const AGAIN_MS = [1_000, 4_000] as const;

/** What is known of one window with one title. */
interface Known {
  readonly of: string;
  told: Told | undefined;
  /** Whether nobody waits for the answer any more. */
  isRead: boolean;
  readonly timers: NodeJS.Timeout[];
}

const isSame = (one: Told | undefined, other: Told | undefined) =>
  one?.url === other?.url && one?.frameTitle === other?.frameTitle;

/**
 * Reads the window and lets the browser in front tell the address of its page, where the user agreed to that.
 *
 * @param eyes what asks; undefined while the user has not agreed.
 */
export function withAccessibility(
  windows: Pick<WindowReader, 'read' | 'watch'>,
  eyes: () => Pick<Accessibility, 'isAsked' | 'ask'> | undefined,
): Pick<WindowReader, 'read' | 'watch'> {
  const listeners = new Set<OnHint>();
  let known: Known | undefined;

  function forget(): void {
    for (const timer of known?.timers ?? []) clearTimeout(timer);
    known = undefined;
  }

  async function ask(one: Known, sample: WindowSample): Promise<void> {
    const told = await eyes()?.ask(sample);
    // Who does not answer once has not changed its mind.
    if (one !== known || told === undefined || isSame(told, one.told)) return;
    one.told = told;
    if (one.isRead) for (const onHint of listeners) onHint(true);
  }

  /** Begins with a window, or a title, that was not there before. */
  async function begin(of: string, sample: WindowSample): Promise<Known> {
    forget();
    const one: Known = { of, told: undefined, isRead: false, timers: [] };
    known = one;
    for (const afterMs of AGAIN_MS) {
      const again = () => {
        if (listeners.size > 0) void ask(one, sample);
      };
      one.timers.push(setTimeout(again, afterMs).unref());
    }
    let late: NodeJS.Timeout | undefined;
    await Promise.race([
      ask(one, sample),
      new Promise((resolve) => (late = setTimeout(resolve, LONGEST_MS))),
    ]);
    clearTimeout(late);
    one.isRead = true;
    return one;
  }

  return {
    async read() {
      const read = await windows.read();
      if (typeof read === 'string' || read.kind !== 'window' || !eyes()?.isAsked(read.sample)) {
        forget();
        return read;
      }
      const { sample } = read;
      const of = JSON.stringify([read.key, sample.app, sample.title]);
      const { told } = known?.of === of ? known : await begin(of, sample);
      return told ? { ...read, sample: { ...sample, ...told } } : read;
    },
    watch(onHint) {
      listeners.add(onHint);
      const window = windows.watch(onHint);
      return {
        isSure: window.isSure,
        stop() {
          listeners.delete(onHint);
          window.stop();
        },
      };
    },
  };
}
