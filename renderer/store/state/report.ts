/** @file What the window knows and can do: a file that is made and handed on. */
import type { ReportChoice, ReportFile } from '../../../shared/ipc/report-choice.ts';
import type { Remote } from '../remote.ts';

/** What is being done, or was done last, with the report that is shown. */
export type Handing = 'idle' | 'busy' | 'saved' | 'copied' | 'printed';

export interface ReportSlice {
  /** The file as it would be saved. */
  readonly reportFile: Remote<ReportFile>;
  /** How much of a file that takes long is made, 0 to 1; null where none is under way. */
  readonly reportShare: number | null;
  readonly handing: Handing;
  makeReport(choice: ReportChoice): Promise<void>;
  /** Stops the making of a file; nothing of it is left. */
  cancelReport(): Promise<void>;
  /** Whether the file that is shown was saved; false where the user cancelled or it failed. */
  saveReportFile(): Promise<boolean>;
  copyReportFile(): Promise<boolean>;
  /** Whether the page as it prints was saved as a PDF. */
  saveReportPdf(): Promise<boolean>;
  /** Takes back what was said of the file before. */
  forgetHanding(): void;
  /** Forgets the file that is shown. */
  closeReport(): void;
}
