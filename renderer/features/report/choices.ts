import type { ReportChoice } from '../../../shared/ipc/report-choice.ts';
import type { Days, RangeName } from './ranges.ts';

/** What is chosen on the page; the days follow from the range. */
export interface Choices extends Omit<ReportChoice, 'from' | 'to'> {
  readonly range: RangeName;
  readonly free: Days;
}
