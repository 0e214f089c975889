import type { Span } from './span.ts';

/** Changes to the stored spans; a span is named by its start. Each is taken once, so they need not be held. */
export interface SpanChanges {
  readonly saved: Iterable<Span>;
  readonly removed: Iterable<number>;
}
