import type { SpanChanges } from '../../shared/domain/span-changes.ts';
import type { Span } from '../../shared/domain/span.ts';

/** What is told of changes that are to be stored. */
export interface UnsavedSpansNeeds {
  /** Stores changes, all or none; throws where it cannot. */
  readonly store: (changes: SpanChanges) => void;
  readonly onStoreError?: (error: unknown) => void;
}

/** The changes that are not stored yet: those that could not be are kept for the next time. */
export interface UnsavedSpans {
  save(span: Span): void;
  remove(startedAtMs: number): void;
  /** Stores all of them, or none where that fails. */
  store(): void;
  /** Narrows the place of a moment among the stored spans, UTC milliseconds, to that among these as well. */
  narrow(
    atMs: number,
    stored: { readonly floorMs: number; readonly ceilingMs: number },
  ): { readonly floorMs: number; readonly ceilingMs: number };
  /** By start; null is a removal. */
  readonly all: ReadonlyMap<number, Span | null>;
}

export function createUnsavedSpans(needs: UnsavedSpansNeeds): UnsavedSpans {
  let all = new Map<number, Span | null>();
  return {
    save(span) {
      all.set(span.startedAtMs, span);
    },
    remove(startedAtMs) {
      all.set(startedAtMs, null);
    },
    store() {
      if (all.size === 0) return;
      const saved: Span[] = [];
      const removed: number[] = [];
      for (const [startedAtMs, span] of all) {
        if (span) saved.push(span);
        else removed.push(startedAtMs);
      }
      try {
        needs.store({ saved, removed });
        all = new Map();
      } catch (error) {
        needs.onStoreError?.(error);
      }
    },
    narrow(atMs, stored) {
      let { floorMs, ceilingMs } = stored;
      for (const span of all.values()) {
        if (!span) continue;
        if (span.startedAtMs <= atMs) floorMs = Math.max(floorMs, span.endedAtMs);
        else ceilingMs = Math.min(ceilingMs, span.startedAtMs);
      }
      return { floorMs, ceilingMs };
    },
    get all() {
      return all;
    },
  };
}
