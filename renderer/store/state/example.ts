/** @file What the window knows and can do: show an example in place of the user's own weeks. */
import type { Page } from '../../../shared/ipc/place.ts';

/** The pages that an example has. */
export const EXAMPLE_PAGES = ['today', 'week', 'trends'] as const satisfies readonly Page[];

export type ExamplePage = (typeof EXAMPLE_PAGES)[number];

export interface ExampleSlice {
  /** The page from which the example was opened; null while the user's own weeks are shown. */
  readonly exampleFrom: Page | null;
  openExample(page: ExamplePage): Promise<void>;
  /** Puts the example away, and goes back to where it was opened from. */
  closeExample(): Promise<void>;
}
