import type { ChangeWatch, OnHint, WindowSource } from './source.ts';

/** Ties whoever wants to be told of changes to the way of seeing that reads the window at the time. */
export interface ChangeLinks {
  /** Tells of changes as far as what is tied does; sure where that is. */
  watch(onHint: OnHint): ChangeWatch;
  /** Ties all to this one; to none where nothing can read. */
  tie(window: WindowSource | null): void;
  untie(): void;
}

/** One who wants to be told. */
interface Link {
  readonly onHint: OnHint;
  watch: ChangeWatch | undefined;
}

export function createChangeLinks(): ChangeLinks {
  const links = new Set<Link>();
  let tied: WindowSource | null = null;

  function untie(link: Link): void {
    link.watch?.stop();
    link.watch = undefined;
  }

  return {
    watch(onHint) {
      const link: Link = { onHint, watch: tied?.watch?.(onHint) };
      links.add(link);
      return {
        isSure: () => link.watch?.isSure() === true,
        stop() {
          links.delete(link);
          untie(link);
        },
      };
    },
    tie(window) {
      tied = window;
      for (const link of links) link.watch = window?.watch?.(link.onHint);
    },
    untie() {
      tied = null;
      for (const link of links) untie(link);
    },
  };
}
