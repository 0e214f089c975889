import type { Handlers } from '../ipc/register-handlers.ts';
import { Failure } from '../ipc/failure.ts';
import { delimiterOf } from './csv.ts';
import { type ReportDeskNeeds, createReportDesk } from './report-desk.ts';
import { type PictureNeeds, createPictureHandlers } from './picture-handlers.ts';
import type { DateRange } from '../storage/span-reader.ts';
import { reportCsv } from './report.ts';

/** The handlers of reports, and what lets go of the one that is held. */
export interface ReportHandlers {
  readonly forget: () => void;
  readonly handlers: Pick<
    Handlers,
    | 'report:save'
    | 'report:make'
    | 'report:cancel'
    | 'report:save-file'
    | 'report:copy'
    | 'report:save-pdf'
    | 'picture:copy'
    | 'picture:save'
  >;
}

/** Answers what the window asks of reports. */
export function createReportHandlers(
  needs: ReportDeskNeeds,
  pictures: PictureNeeds,
): ReportHandlers {
  const desk = createReportDesk(needs);

  async function saveReport(range: DateRange): Promise<{ saved: boolean }> {
    if (range.to < range.from)
      throw new Failure('invalid-args', 'The range ends before it starts.');
    const file = await needs.askForFile(`sweetspot-${range.from}-${range.to}.csv`);
    if (file === undefined) return { saved: false };
    const { spans, settings, nowMs } = needs.view();
    const csv = reportCsv(
      spans,
      settings,
      { ...range, by: 'day', includePrivate: false, nowMs },
      { delimiter: delimiterOf(needs.locale()) },
    );
    try {
      await needs.writeFile(file, [csv]);
    } catch {
      throw new Failure('not-saved', 'The file could not be saved there.');
    }
    return { saved: true };
  }

  return {
    forget: desk.forget,
    handlers: {
      'report:save': saveReport,
      'report:make': desk.make,
      'report:cancel': () => {
        desk.cancel();
        return null;
      },
      'report:save-file': desk.save,
      'report:copy': desk.copy,
      'report:save-pdf': desk.savePdf,
      ...createPictureHandlers(pictures),
    },
  };
}
