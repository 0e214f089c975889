/** @file What the window knows and can do: a year. */
import type { TrendsView } from '../../../shared/ipc/views.ts';
import type { Remote } from '../remote.ts';

export interface TrendsSlice {
  /** Year that is shown; null is this year. */
  readonly shownYear: number | null;
  readonly trends: Remote<TrendsView>;
  loadTrends(): Promise<void>;
  showYear(year: number | null): Promise<void>;
  /** Shows a week on the page of the week. */
  openWeek(isoDate: string | null): Promise<void>;
}
