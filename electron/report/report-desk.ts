import { mondayOf } from '../../shared/domain/calendar.ts';
import { type DayFigures, weekFigures } from '../../shared/domain/figures.ts';
import { shownColumns } from '../../shared/domain/report-columns.ts';
import { weekRow, withoutPrivate } from '../../shared/domain/report.ts';
import {
  type ReportChoice,
  type ReportFile,
  type ReportSheet,
  SHOWN_ROWS,
} from '../../shared/ipc/report-choice.ts';
import type { WeekView } from '../../shared/ipc/views.ts';
import { Failure } from '../ipc/failure.ts';
import { type ViewNeeds, weekView } from '../figures/day-and-week-views.ts';
import { decimalOf, delimiterOf } from './csv.ts';
import { type TurnNeeds, inTurns } from '../system/in-turns.ts';
import { EXACT_MINUTES, reportCsvParts, reportJsonParts } from './report.ts';
import { figureParts } from '../figures/figures-of-range.ts';

/** Where a report goes. */
export interface Outlets {
  /** Asks where to save a file; undefined where the user cancelled. */
  readonly askForFile: (name: string) => Promise<string | undefined>;
  /** Writes a file whole or not at all. */
  readonly writeFile: (file: string, pieces: Iterable<string | Uint8Array>) => Promise<void>;
  readonly copyText: (text: string) => Promise<void>;
  /** The window's page as it prints, as a PDF. */
  readonly printPage: () => Promise<Uint8Array>;
  /** Told how much of a long report is made, 0 to 1. */
  readonly onProgress: (share: number) => void;
}

/** What a report is made of and where it goes. */
export interface ReportDeskNeeds extends Outlets {
  /** The stored spans and the settings, now. */
  readonly view: () => ViewNeeds;
  /** Locale of the system's formats. */
  readonly locale: () => string;
  /** Gives the rest of the process its turn, where it is not Node that does. */
  readonly turns?: Pick<TurnNeeds, 'nowMs' | 'rest'>;
}

/**
 * Makes report files and hands them over. The last one made is held, so that what is saved or copied is
 * to the byte what was shown, though the tracker goes on.
 */
export interface ReportDesk {
  /**
   * Makes a file, in turns with the rest of the process. The one held before is let go.
   *
   * @throws Failure where it was cancelled, or another was asked for meanwhile.
   */
  make(choice: ReportChoice): Promise<ReportFile>;
  /** Stops the making of a file, of which nothing is left. */
  cancel(): void;
  /** Saves the file through a save dialog. @throws Failure where it is not the one held, or cannot be saved. */
  save(id: number): Promise<{ saved: boolean }>;
  /** Puts the file's text on the clipboard, without its byte order mark. */
  copy(id: number): Promise<null>;
  /** Lets the file held or under way go, as where what it tells of is erased. */
  forget(): void;
  /** Saves the printed page of the file's range as a PDF through a save dialog. */
  savePdf(id: number): Promise<{ saved: boolean }>;
}

/** A file that is held: what the window has of it, and all of it in UTF-8, outside the memory for objects. */
interface HeldFile {
  readonly file: ReportFile;
  readonly pieces: readonly Uint8Array[];
}

/** A week as the printed page shows it. */
function sheetWeek(view: WeekView, { from, to, includePrivate }: ReportChoice): WeekView {
  const days = view.days
    .filter(({ date }) => date >= from && date <= to)
    .map((day) => (includePrivate ? day : withoutPrivate(day)));
  const [week = view.week] = weekFigures(days);
  return { ...view, days, week };
}

function sheetOf(choice: ReportChoice, needs: ViewNeeds, days: readonly DayFigures[]): ReportSheet {
  const { from, to, includePrivate } = choice;
  const inOneWeek = mondayOf(from) === mondayOf(to);
  return {
    week: inOneWeek ? sheetWeek(weekView(from, needs), choice) : null,
    weeks: weekFigures(days).map((week) => weekRow(week, { includePrivate, roundMinutes: 1 })),
  };
}

/** Makes a file in short steps that say how much is done: half of it is the text, half the printed sheet. */
function* makeFile(
  choice: ReportChoice,
  needs: ViewNeeds,
  locale: string,
): Generator<number, { file: Omit<ReportFile, 'id'>; pieces: Uint8Array[] }> {
  const { from, to, by, format, includePrivate, rounding, columns } = choice;
  const delimiter = choice.delimiter === 'locale' ? delimiterOf(locale) : choice.delimiter;
  const decimal = choice.decimal === 'locale' ? decimalOf(locale) : choice.decimal;
  const { spans, settings, nowMs } = needs;
  const request = { from, to, by, includePrivate, nowMs };
  const parts =
    format === 'csv'
      ? reportCsvParts(
          spans,
          settings,
          { ...request, roundMinutes: rounding === 'exact' ? EXACT_MINUTES : rounding },
          { delimiter, decimal, columns, language: choice.language ?? 'en' },
        )
      : reportJsonParts(spans, settings, {
          ...request,
          roundMinutes: rounding === 'exact' ? undefined : rounding,
        });
  const pieces: Uint8Array[] = [];
  const encoder = new TextEncoder();
  let [shown, rows, bytes] = ['', 0, 0];
  for (const { part, share, rows: more } of parts) {
    if (rows + more <= SHOWN_ROWS) shown += part;
    rows += more;
    const piece = encoder.encode(part);
    bytes += piece.length;
    pieces.push(piece);
    yield share / 2;
  }
  const days: DayFigures[] = [];
  for (const { part, share } of figureParts(spans, request, settings, nowMs)) {
    days.push(...part);
    yield (1 + share) / 2;
  }
  const file = {
    // Gnumeric splits a file of tabs that is called .csv at other signs (docs/spreadsheets.md).
    name: `sweetspot-${from}-${to}.${format === 'csv' && delimiter === '\t' ? 'tsv' : format}`,
    shown,
    rows,
    bytes,
    format,
    delimiter,
    decimal,
    columns: shownColumns(by, includePrivate, columns),
    choice,
    sheet: sheetOf(choice, needs, days),
  };
  return { file, pieces };
}

export function createReportDesk(needs: ReportDeskNeeds): ReportDesk {
  let held: HeldFile | undefined;
  /** The latest that was asked for; one that was cancelled counts as another. */
  let asked = 0;

  function forget(): void {
    asked += 1;
    held = undefined;
  }

  function heldFile(id: number): HeldFile {
    if (held?.file.id !== id) throw new Failure('not-found', 'The report was made anew meanwhile.');
    return held;
  }

  async function save(
    name: string,
    pieces: Iterable<string | Uint8Array>,
  ): Promise<{ saved: boolean }> {
    const file = await needs.askForFile(name);
    if (file === undefined) return { saved: false };
    try {
      await needs.writeFile(file, pieces);
    } catch {
      throw new Failure('not-saved', 'The file could not be saved there.');
    }
    return { saved: true };
  }

  return {
    async make(choice) {
      forget();
      const id = asked;
      const made = await inTurns(makeFile(choice, needs.view(), needs.locale()), {
        mayGoOn: () => id === asked,
        onShare: needs.onProgress,
        ...needs.turns,
      });
      if (!made) throw new Failure('cancelled', 'The report was cancelled.');
      held = { file: { id, ...made.file }, pieces: made.pieces };
      return held.file;
    },
    cancel: forget,
    async save(id) {
      const { file, pieces } = heldFile(id);
      return await save(file.name, pieces);
    },
    async copy(id) {
      // The decoder leaves the byte order mark out.
      await needs.copyText(new TextDecoder().decode(Buffer.concat(heldFile(id).pieces)));
      return null;
    },
    forget,
    async savePdf(id) {
      const { file } = heldFile(id);
      const pdf = await needs.printPage();
      return await save(file.name.replace(/\.\w+$/u, '.pdf'), [pdf]);
    },
  };
}
