import { mondayOf } from '../../shared/domain/calendar.ts';
import { createDayFrames, weekFigures } from '../../shared/domain/figures.ts';
import { shownColumns } from '../../shared/domain/report-columns.ts';
import { weekRow, withoutPrivate } from '../../shared/domain/report.ts';
import type { ReportChoice, ReportFile, ReportSheet } from '../../shared/ipc/report-choice.ts';
import type { WeekView } from '../../shared/ipc/views.ts';
import { Failure } from '../ipc/failure.ts';
import { type ViewNeeds, weekView } from '../views.ts';
import { decimalOf, delimiterOf } from './csv.ts';
import { EXACT_MINUTES, figuresOfRange, reportCsv, reportJson } from './report.ts';

/** Where a report goes. */
export interface Outlets {
  /** Asks where to save a file; undefined where the user cancelled. */
  readonly askForFile: (name: string) => Promise<string | undefined>;
  /** Writes a file whole or not at all. */
  readonly writeFile: (file: string, content: string | Uint8Array) => Promise<void>;
  readonly copyText: (text: string) => Promise<void>;
  /** The window's page as it prints, as a PDF. */
  readonly printPage: () => Promise<Uint8Array>;
}

/** What a report is made of and where it goes. */
export interface ReportDeskNeeds extends Outlets {
  /** The stored spans and the settings, now. */
  readonly view: () => ViewNeeds;
  /** Locale of the system's formats. */
  readonly locale: () => string;
}

/**
 * Makes report files and hands them over. The last one made is held, so that what is saved or copied is
 * to the byte what was shown, though the tracker goes on.
 */
export interface ReportDesk {
  make(choice: ReportChoice): ReportFile;
  /** Saves the file through a save dialog. @throws Failure where it is not the one held, or cannot be saved. */
  save(id: number): Promise<{ saved: boolean }>;
  /** Puts the file's text on the clipboard, without its byte order mark. */
  copy(id: number): Promise<null>;
  /** Lets the file held go, as where what it tells of is erased. */
  forget(): void;
  /** Saves the printed page of the file's range as a PDF through a save dialog. */
  savePdf(id: number): Promise<{ saved: boolean }>;
}

const BYTE_ORDER_MARK = '\uFEFF';

/** A week as the printed page shows it. */
function sheetWeek(view: WeekView, { from, to, includePrivate }: ReportChoice): WeekView {
  const days = view.days
    .filter(({ date }) => date >= from && date <= to)
    .map((day) => (includePrivate ? day : withoutPrivate(day)));
  const [week = view.week] = weekFigures(days);
  return { ...view, days, week };
}

function sheetOf(choice: ReportChoice, needs: ViewNeeds): ReportSheet {
  const { from, to, includePrivate } = choice;
  const inOneWeek = mondayOf(from) === mondayOf(to);
  const days = figuresOfRange(needs.spans, choice, createDayFrames(needs.settings));
  return {
    week: inOneWeek ? sheetWeek(weekView(from, needs), choice) : null,
    weeks: weekFigures(days).map((week) => weekRow(week, { includePrivate, roundMinutes: 1 })),
  };
}

function makeFile(choice: ReportChoice, needs: ViewNeeds, locale: string): Omit<ReportFile, 'id'> {
  const { from, to, by, format, includePrivate, rounding, columns } = choice;
  const delimiter = choice.delimiter === 'locale' ? delimiterOf(locale) : choice.delimiter;
  const decimal = choice.decimal === 'locale' ? decimalOf(locale) : choice.decimal;
  const request = { from, to, by, includePrivate };
  const { spans, settings } = needs;
  const text =
    format === 'csv'
      ? reportCsv(
          spans,
          settings,
          { ...request, roundMinutes: rounding === 'exact' ? EXACT_MINUTES : rounding },
          { delimiter, decimal, columns },
        )
      : reportJson(spans, settings, {
          ...request,
          roundMinutes: rounding === 'exact' ? undefined : rounding,
        });
  return {
    name: `sweetspot-${from}-${to}.${format}`,
    text,
    bytes: new TextEncoder().encode(text).length,
    format,
    delimiter,
    decimal,
    columns: shownColumns(by, includePrivate, columns),
    choice,
    sheet: sheetOf(choice, needs),
  };
}

export function createReportDesk(needs: ReportDeskNeeds): ReportDesk {
  let held: ReportFile | undefined;
  let made = 0;

  function heldFile(id: number): ReportFile {
    if (held?.id !== id) throw new Failure('not-found', 'The report was made anew meanwhile.');
    return held;
  }

  async function save(name: string, content: string | Uint8Array): Promise<{ saved: boolean }> {
    const file = await needs.askForFile(name);
    if (file === undefined) return { saved: false };
    try {
      await needs.writeFile(file, content);
    } catch {
      throw new Failure('not-saved', 'The file could not be saved there.');
    }
    return { saved: true };
  }

  return {
    make(choice) {
      const file = makeFile(choice, needs.view(), needs.locale());
      made += 1;
      held = { id: made, ...file };
      return held;
    },
    async save(id) {
      const { name, text } = heldFile(id);
      return await save(name, text);
    },
    async copy(id) {
      const { text } = heldFile(id);
      await needs.copyText(text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text);
      return null;
    },
    forget() {
      held = undefined;
    },
    async savePdf(id) {
      const { name } = heldFile(id);
      const pdf = await needs.printPage();
      return await save(name.replace(/\.\w+$/u, '.pdf'), pdf);
    },
  };
}
