import { extentOf } from '../../shared/domain/correction.ts';
import { intersect } from '../../shared/domain/interval.ts';
import { UNDO_MS, type UndoOffer } from '../../shared/ipc/corrections.ts';
import type { Erased } from '../storage/erase.ts';

/** What a change took and made. */
export interface UndoableChange extends Erased {
  /** The moments at which what is put back becomes one with its like; all of them unless told. */
  readonly seams?: readonly number[];
}

/** A change that can be taken back, with all that it takes. */
export interface Undoable {
  readonly offer: UndoOffer;
  readonly change: UndoableChange;
}

/** What the list needs from around it. */
export interface UndoListNeeds {
  readonly nowMs: () => number;
  /** Calls a function later; returns what calls it off. */
  readonly later: (ms: number, callback: () => void) => () => void;
  /** Told when what can be undone is something else. */
  readonly onChanged: () => void;
  /** Told when a change has become final. */
  readonly onLapsed: () => void;
}

/**
 * The changes that can be undone, in memory alone, and for half a minute. What was deleted is nowhere else, so
 * that it is gone when its time is over or the app is closed.
 */
export interface UndoList {
  add(offer: Omit<UndoOffer, 'id' | 'untilMs'>, change: UndoableChange): void;
  /** What can be undone now, the latest first: no change of the same time came after it. */
  offers(): UndoOffer[];
  /** The change, if it can be undone now. */
  find(id: number): Undoable | undefined;
  /** Forgets a change, as it has been undone. */
  remove(id: number): void;
  clear(): void;
}

function overlap(a: Undoable, b: Undoable): boolean {
  const [one, other] = [extentOf(a.change), extentOf(b.change)];
  return one !== undefined && other !== undefined && intersect(one, other) !== undefined;
}

export function createUndoList({ nowMs, later, onChanged, onLapsed }: UndoListNeeds): UndoList {
  let list: Undoable[] = [];
  let lastId = 0;
  const timers = new Map<number, () => void>();

  function remove(id: number): void {
    timers.get(id)?.();
    timers.delete(id);
    const before = list.length;
    list = list.filter(({ offer }) => offer.id !== id);
    if (list.length !== before) onChanged();
  }

  /** A clock that jumped, or a timer that slept, must not keep what was deleted. */
  function drop(): void {
    const now = nowMs();
    for (const { offer } of list) {
      const leftMs = offer.untilMs - now;
      if (leftMs <= 0 || leftMs > UNDO_MS) remove(offer.id);
    }
  }

  const isLatest = (one: Undoable) =>
    !list.slice(list.indexOf(one) + 1).some((after) => overlap(one, after));

  return {
    add(offer, change) {
      lastId += 1;
      const id = lastId;
      list = [...list, { offer: { ...offer, id, untilMs: nowMs() + UNDO_MS }, change }];
      timers.set(
        id,
        later(UNDO_MS, () => {
          remove(id);
          onLapsed();
        }),
      );
      onChanged();
    },
    offers() {
      drop();
      return list
        .filter(isLatest)
        .map(({ offer }) => offer)
        .reverse();
    },
    find(id) {
      drop();
      const found = list.find(({ offer }) => offer.id === id);
      return found && isLatest(found) ? found : undefined;
    },
    remove,
    clear() {
      for (const { offer } of list) remove(offer.id);
    },
  };
}
