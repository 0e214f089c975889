/**
 * That no window is in front is believed after this long: from one window to the next there may be none for a moment,
 * on KWin and on compositors that take the state from the old window first.
 */
const NONE_MS = 100;

/** The window in front, as a desktop tells of it in steps. */
export interface Front<Window> {
  /** Takes what was told; undefined where no window is in front. */
  see(window: Window | undefined): void;
  now(): Window | undefined;
  /** Forgets it at once, as nothing tells of it any more. */
  forget(): void;
}

/** @param onChange told when another window is in front, or the same one says something else of itself. */
export function createFront<Window extends object>(
  onChange: () => void,
  noneMs = NONE_MS,
): Front<Window> {
  let front: Window | undefined;
  let told = '';
  let timer: NodeJS.Timeout | undefined;

  function take(window: Window | undefined): void {
    clearTimeout(timer);
    timer = undefined;
    front = window;
    const telling = window ? JSON.stringify(window) : '';
    if (telling === told) return;
    told = telling;
    onChange();
  }

  return {
    see(window) {
      if (window) take(window);
      else timer ??= setTimeout(() => take(undefined), noneMs).unref();
    },
    now: () => front,
    forget: () => take(undefined),
  };
}
