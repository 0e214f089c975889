import { isLinkedIn } from '../../shared/domain/activity.ts';
import { type DayFrames, workingTimeAround } from '../../shared/domain/frames.ts';
import { clip } from '../../shared/domain/interval.ts';
import type { SegmentList } from './columns.ts';
import {
  type Meaning,
  activityOfCode,
  codeOfActivity,
  combine,
  isLinkedInCode,
  isNotice,
  programOf,
} from './meaning.ts';

/** A step on the way from events to spans: takes stretches by their start, and hands on what it makes of them. */
export interface Stage {
  /** @param title stands for the title of a page, as long as pages are told apart by it. */
  add(startMs: number, endMs: number, code: number, title?: number): void;
  end(): void;
}

/** Puts what arrives into a list. */
export function collect(list: SegmentList): Stage {
  return { add: list.add, end: () => undefined };
}

/**
 * Where events overlap, the one that started last has the time, as a sample ends the one before; when it is
 * over, the one below goes on. An event without length that no other covers is handed on as it is.
 *
 * @param onHidden told of an event without length that another one covers.
 */
export function resolveOverlaps(next: Stage, onHidden: () => void): Stage {
  // The events under way that will have time yet: the one that started last on top, which ends first.
  const starts: number[] = [];
  const ends: number[] = [];
  const codes: number[] = [];
  const titles: number[] = [];
  const state = { depth: 0, cursorMs: -Infinity };

  /** Hands on what runs before an instant. */
  function runTo(toMs: number): void {
    while (state.depth > 0) {
      const top = state.depth - 1;
      const endMs = ends[top] ?? 0;
      const fromMs = Math.max(state.cursorMs, starts[top] ?? 0);
      const untilMs = Math.min(endMs, toMs);
      if (untilMs > fromMs) next.add(fromMs, untilMs, codes[top] ?? 0, titles[top]);
      state.cursorMs = Math.max(state.cursorMs, untilMs);
      if (endMs > toMs) break;
      state.depth = top;
    }
    state.cursorMs = Math.max(state.cursorMs, toMs);
  }

  return {
    add(startMs, endMs, code, title = 0) {
      runTo(startMs);
      if (endMs > startMs) {
        // What ends before this one does has had its time.
        while (state.depth > 0 && (ends[state.depth - 1] ?? 0) <= endMs) state.depth -= 1;
        starts[state.depth] = startMs;
        ends[state.depth] = endMs;
        codes[state.depth] = code;
        titles[state.depth] = title;
        state.depth += 1;
      } else if (state.depth === 0) next.add(startMs, startMs, code, title);
      else onHidden();
    },
    end() {
      runTo(Infinity);
      next.end();
    },
  };
}

/** The stretch that a stage holds back until it knows the next one. */
function heldStretch() {
  return { pending: false, startMs: -Infinity, endMs: -Infinity, code: 0, title: 0 };
}

/** Gaps of up to this are none to `flood` of aw-core 0.5.17, by which ActivityWatch's own queries close them. */
export const FLOODED_MS = 5_000;

/**
 * Lets a stretch last until the next one where no more than `gapMs` lies between them: the watcher looks now and
 * then, so what it saw last goes on until it sees something else. Where one of the two alone is LinkedIn, a gap that
 * ActivityWatch closes too goes to the longer one, as there: so both have the same LinkedIn time.
 *
 * @param onEmpty told of one without length that stays so.
 */
export function fillGaps(next: Stage, gapMs: number, onEmpty: () => void): Stage {
  const held = heldStretch();

  function flush(): void {
    if (!held.pending) return;
    if (held.endMs > held.startMs) next.add(held.startMs, held.endMs, held.code, held.title);
    else onEmpty();
  }
  /** Whether a gap goes to the stretch behind it. */
  function isNexts(gap: number, lengthMs: number, code: number): boolean {
    const heldMs = held.endMs - held.startMs;
    if (gap > FLOODED_MS || heldMs >= lengthMs || heldMs === 0) return false;
    return isLinkedInCode(held.code) !== isLinkedInCode(code);
  }
  return {
    add(startMs, endMs, code, title = 0) {
      let fromMs = startMs;
      const gap = startMs - held.endMs;
      if (gap > 0 && gap <= gapMs) {
        if (isNexts(gap, endMs - startMs, code)) fromMs = held.endMs;
        else held.endMs = startMs;
      }
      flush();
      held.pending = true;
      held.startMs = fromMs;
      held.endMs = endMs;
      held.code = code;
      held.title = title;
    },
    end() {
      flush();
      next.end();
    },
  };
}

/**
 * Decides what each window is, from its own meaning and from the pages that web watchers saw in its program
 * at the time, and forgets all but the activity. A page speaks only where the window shows its title: its watcher looks once a
 * minute, and goes on telling of a page that the user has left. A notice keeps what its program showed before.
 *
 * @param pagesOf the pages seen in a program; the first list that has the page at the time decides.
 */
export function decideActivity(
  next: Stage,
  pagesOf: (program: number) => readonly SegmentList[],
): Stage {
  // The LinkedIn activity that each program showed last, as a code; programs are few.
  const shown = new Map<number, number>();

  function decided(startMs: number, endMs: number, meaning: Meaning): void {
    const activity = activityOfCode(meaning);
    if (activity === undefined) return;
    let code = codeOfActivity(activity);
    if (isLinkedIn(activity)) {
      const program = programOf(meaning);
      const before = shown.get(program);
      if (isNotice(meaning)) code = before ?? code;
      if (before !== code) shown.set(program, code);
    }
    next.add(startMs, endMs, code);
  }

  function decide(
    startMs: number,
    endMs: number,
    window: Meaning,
    title: number,
    lists: readonly SegmentList[],
    from: number,
  ): void {
    const pages = lists[from];
    if (!pages || title === 0) {
      decided(startMs, endMs, window);
      return;
    }
    let cursorMs = startMs;
    let index = pages.firstEndingAfter(startMs);
    for (; index < pages.size && pages.startMs(index) < endMs; index += 1) {
      if (pages.title(index) !== title) continue;
      const pageStartMs = Math.max(startMs, pages.startMs(index));
      const pageEndMs = Math.min(endMs, pages.endMs(index));
      if (pageStartMs > cursorMs) decide(cursorMs, pageStartMs, window, title, lists, from + 1);
      decided(pageStartMs, pageEndMs, combine(window, pages.code(index)));
      cursorMs = pageEndMs;
    }
    if (cursorMs < endMs) decide(cursorMs, endMs, window, title, lists, from + 1);
  }

  return {
    add: (startMs, endMs, window, title = 0) =>
      decide(startMs, endMs, window, title, pagesOf(programOf(window)), 0),
    end: () => next.end(),
  };
}

/** Takes the time of a list away. */
export function without(next: Stage, taken: SegmentList): Stage {
  return {
    add(startMs, endMs, code) {
      let cursorMs = startMs;
      let index = taken.firstEndingAfter(startMs);
      for (; index < taken.size && taken.startMs(index) < endMs; index += 1) {
        if (taken.startMs(index) > cursorMs) next.add(cursorMs, taken.startMs(index), code);
        cursorMs = taken.endMs(index);
      }
      if (cursorMs < endMs) next.add(cursorMs, endMs, code);
    },
    end: () => next.end(),
  };
}

/** Where stretches overlap, the one that started first keeps its time. */
export function firstWins(next: Stage): Stage {
  const covered = { toMs: -Infinity };
  return {
    add(startMs, endMs, code) {
      const fromMs = Math.max(startMs, covered.toMs);
      if (fromMs >= endMs) return;
      next.add(fromMs, endMs, code);
      covered.toMs = endMs;
    },
    end: () => next.end(),
  };
}

/** Makes one of neighbours of one code and title with no gap between them. */
export function mergeNeighbours(next: Stage): Stage {
  const held = heldStretch();

  function flush(): void {
    if (held.pending) next.add(held.startMs, held.endMs, held.code, held.title);
  }
  return {
    add(startMs, endMs, code, title = 0) {
      if (code === held.code && title === held.title && startMs === held.endMs) {
        held.endMs = endMs;
        return;
      }
      flush();
      held.pending = true;
      held.startMs = startMs;
      held.endMs = endMs;
      held.code = code;
      held.title = title;
    },
    end() {
      flush();
      next.end();
    },
  };
}

/** Makes one stretch of those that overlap or touch, whatever their codes. */
export function mergeOverlapping(next: Stage): Stage {
  const held = heldStretch();

  function flush(): void {
    if (held.pending) next.add(held.startMs, held.endMs, held.code);
  }
  return {
    add(startMs, endMs, code) {
      if (held.pending && startMs <= held.endMs) {
        held.endMs = Math.max(held.endMs, endMs);
        return;
      }
      flush();
      held.pending = true;
      held.startMs = startMs;
      held.endMs = endMs;
      held.code = code;
    },
    end() {
      flush();
      next.end();
    },
  };
}

/** Leaves the time of a list alone. */
export function within(next: Stage, kept: SegmentList): Stage {
  return {
    add(startMs, endMs, code) {
      let index = kept.firstEndingAfter(startMs);
      for (; index < kept.size && kept.startMs(index) < endMs; index += 1) {
        next.add(Math.max(startMs, kept.startMs(index)), Math.min(endMs, kept.endMs(index)), code);
      }
    },
    end: () => next.end(),
  };
}

/** Leaves the stretches of some codes alone. */
export function only(next: Stage, isKept: (code: number) => boolean): Stage {
  return {
    add(startMs, endMs, code) {
      if (isKept(code)) next.add(startMs, endMs, code);
    },
    end: () => next.end(),
  };
}

/** Leaves the time of working time alone. */
export function withinWorkingTime(next: Stage, frames: DayFrames, zone: string): Stage {
  return {
    add(startMs, endMs, code) {
      const stretch = { startMs, endMs };
      for (const part of clip(stretch, workingTimeAround(frames, zone, stretch))) {
        next.add(part.startMs, part.endMs, code);
      }
    },
    end: () => next.end(),
  };
}
