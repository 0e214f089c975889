import { type DayFrames, workingTimeAround } from '../../shared/domain/frames.ts';

/** How a moment lies to working time. */
export interface WorkingPlace {
  readonly isInside: boolean;
  /** When working time ended the latest by then, UTC milliseconds; undefined where none did around that day. */
  readonly endedMs: number | undefined;
}

/** How a moment in UTC milliseconds lies to working time in a zone. */
export function placeInWorkingTime(frames: DayFrames, zone: string, atMs: number): WorkingPlace {
  const working = workingTimeAround(frames, zone, { startMs: atMs, endMs: atMs + 1 });
  return {
    isInside: working.some(({ startMs, endMs }) => startMs <= atMs && atMs < endMs),
    endedMs: working.findLast(({ endMs }) => endMs <= atMs)?.endMs,
  };
}

/** When working time begins or ends next after a moment, UTC milliseconds; Infinity where not within some milliseconds. */
export function workingEdgeAfter(
  frames: DayFrames,
  zone: string,
  atMs: number,
  withinMs: number,
): number {
  const working = workingTimeAround(frames, zone, { startMs: atMs, endMs: atMs + withinMs });
  const edges = working.flatMap(({ startMs, endMs }) => [startMs, endMs]);
  return Math.min(...edges.filter((edgeMs) => edgeMs > atMs && edgeMs <= atMs + withinMs));
}
