import { useLayoutEffect, useRef } from 'react';
import type { Page } from '../../shared/ipc/place.ts';

/**
 * A page begins at its top with the focus on its heading, however far down the one before was read and whatever
 * was pressed there. What a page gives the focus by itself keeps it, and the first page of a window takes none.
 *
 * @param page what is shown; undefined until that is known.
 */
export function usePageStart(page: Page | undefined): void {
  const before = useRef<Page>(undefined);
  useLayoutEffect(() => {
    const isFirst = before.current === undefined;
    before.current = page;
    // Within the frame that shows it: both lay the page out, which what is drawn before that frame would have done again.
    const frame = requestAnimationFrame(() => {
      scrollTo(0, 0);
      if (isFirst || document.activeElement?.matches('main [data-autofocus]')) return;
      document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [page]);
}
