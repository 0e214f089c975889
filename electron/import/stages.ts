import { isLinkedIn } from '../../shared/domain/activity.ts';
import { type DayFrames, workingTimeAround } from '../../shared/domain/frames.ts';
import { clip } from '../../shared/domain/interval.ts';
import type { SegmentList } from './columns.ts';
import {
  type Meaning,
  activityOfCode,
  codeOfActivity,
  combine,
  isNotice,
  programOf,
} from './meaning.ts';

/** A step on the way from events to spans: takes stretches by their start, and hands on what it makes of them. */
export interface Stage {
  add(startMs: number, endMs: number, code: number): void;
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
  const state = { depth: 0, cursorMs: -Infinity };

  /** Hands on what runs before an instant. */
  function runTo(toMs: number): void {
    while (state.depth > 0) {
      const top = state.depth - 1;
      const endMs = ends[top] ?? 0;
      const fromMs = Math.max(state.cursorMs, starts[top] ?? 0);
      const untilMs = Math.min(endMs, toMs);
      if (untilMs > fromMs) next.add(fromMs, untilMs, codes[top] ?? 0);
      state.cursorMs = Math.max(state.cursorMs, untilMs);
      if (endMs > toMs) break;
      state.depth = top;
    }
    state.cursorMs = Math.max(state.cursorMs, toMs);
  }

  return {
    add(startMs, endMs, code) {
      runTo(startMs);
      if (endMs > startMs) {
        // What ends before this one does has had its time.
        while (state.depth > 0 && (ends[state.depth - 1] ?? 0) <= endMs) state.depth -= 1;
        starts[state.depth] = startMs;
        ends[state.depth] = endMs;
        codes[state.depth] = code;
        state.depth += 1;
      } else if (state.depth === 0) next.add(startMs, startMs, code);
      else onHidden();
    },
    end() {
      runTo(Infinity);
      next.end();
    },
  };
}

/**
 * Lets a stretch last until the next one where no more than `gapMs` lies between them: the watcher looks once a
 * second, so what it saw last goes on until it sees something else.
 *
 * @param onEmpty told of one without length that stays so.
 */
export function fillGaps(next: Stage, gapMs: number, onEmpty: () => void): Stage {
  const held = { pending: false, startMs: -Infinity, endMs: -Infinity, code: 0 };

  function flush(): void {
    if (!held.pending) return;
    if (held.endMs > held.startMs) next.add(held.startMs, held.endMs, held.code);
    else onEmpty();
  }
  return {
    add(startMs, endMs, code) {
      if (startMs > held.endMs && startMs - held.endMs <= gapMs) held.endMs = startMs;
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

/**
 * Decides what each window is, from its own meaning and from the pages that web watchers saw in its program
 * at the time, and forgets all but the activity. A notice keeps what its program showed before.
 *
 * @param pagesOf the pages seen in a program; the first list that has a page at the time decides.
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
    lists: readonly SegmentList[],
    from: number,
  ): void {
    const pages = lists[from];
    if (!pages) {
      decided(startMs, endMs, window);
      return;
    }
    let cursorMs = startMs;
    let index = pages.firstEndingAfter(startMs);
    for (; index < pages.size && pages.startMs(index) < endMs; index += 1) {
      const pageStartMs = Math.max(startMs, pages.startMs(index));
      const pageEndMs = Math.min(endMs, pages.endMs(index));
      if (pageStartMs > cursorMs) decide(cursorMs, pageStartMs, window, lists, from + 1);
      decided(pageStartMs, pageEndMs, combine(window, pages.code(index)));
      cursorMs = pageEndMs;
    }
    if (cursorMs < endMs) decide(cursorMs, endMs, window, lists, from + 1);
  }

  return {
    add: (startMs, endMs, window) => decide(startMs, endMs, window, pagesOf(programOf(window)), 0),
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

/** Makes one of neighbours of one code with no gap between them. */
export function mergeNeighbours(next: Stage): Stage {
  const held = { pending: false, startMs: -Infinity, endMs: -Infinity, code: 0 };

  function flush(): void {
    if (held.pending) next.add(held.startMs, held.endMs, held.code);
  }
  return {
    add(startMs, endMs, code) {
      if (code === held.code && startMs === held.endMs) {
        held.endMs = endMs;
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
