import { daysBetween } from '../../shared/domain/calendar.ts';
import { REPORT_KINDS } from '../../shared/domain/report.ts';
import { UserError } from '../../shared/domain/user-error.ts';
import { delimiterOf } from '../report/csv.ts';
import { NO_SPANS, type SpanReader, readThrough } from '../storage/span-reader.ts';
import {
  type ReportRequest,
  type TextPart,
  reportCsvParts,
  reportJsonParts,
} from '../report/report.ts';
import { createHolidayCalendar } from '../holidays/holiday-calendar.ts';
import { readSettingsFile } from '../settings/settings-file.ts';
import { openDatabaseForReading } from '../storage/database.ts';
import { createSpanRepository } from '../storage/span-repository.ts';
import { choiceArgument, dateArgument, readArguments, readingFolderArgument } from './arguments.ts';
import { checkOutput, writeOutput } from './output.ts';
import { warnOfSettings } from './warn.ts';

/** Days of 1,000 years: a row for each of more would take minutes. */
const MOST_DAYS = 365_250;

const DELIMITERS = { ',': ',', ';': ';', tab: '\t' } as const;

function isDelimiterName(name: string): name is keyof typeof DELIMITERS {
  return Object.hasOwn(DELIMITERS, name);
}

function delimiterArgument(value: string | undefined): ',' | ';' | '\t' {
  if (value === undefined) return delimiterOf(undefined);
  if (!isDelimiterName(value)) throw new UserError('--delimiter is one of , ; tab.');
  return DELIMITERS[value];
}

function roundArgument(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const minutes = Number(value);
  if (!/^\d{1,4}$/.test(value) || minutes < 1 || minutes > 1440) {
    throw new UserError('--round wants whole minutes, 1 to 1440.');
  }
  return minutes;
}

/** A report is to be handed over: who else may read it is the folder's matter. */
const ANYONE = 0o666;

function* textsOf(parts: Iterable<TextPart>): Generator<string> {
  for (const { part } of parts) yield part;
}

/** `report`: the figures of a range of local days, as the app's own export has them. */
export async function reportCommand(args: string[]): Promise<void> {
  const { values } = readArguments(args, {
    data: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    by: { type: 'string' },
    format: { type: 'string' },
    'include-private': { type: 'boolean' },
    delimiter: { type: 'string' },
    round: { type: 'string' },
    language: { type: 'string' },
    out: { type: 'string' },
  });
  const folder = readingFolderArgument(values.data);
  checkOutput(values.out);
  const request: ReportRequest = {
    from: dateArgument(values.from, 'from'),
    to: dateArgument(values.to, 'to'),
    by: choiceArgument(values.by, 'by', REPORT_KINDS),
    includePrivate: values['include-private'] ?? false,
    roundMinutes: roundArgument(values.round),
    nowMs: Date.now(),
  };
  const format = choiceArgument(values.format ?? 'json', 'format', ['json', 'csv'] as const);
  const delimiter = delimiterArgument(values.delimiter);
  const language = choiceArgument(values.language ?? 'en', 'language', ['en', 'nl'] as const);
  if (request.to < request.from) throw new UserError('--to is before --from.');
  if (request.by !== 'span' && daysBetween(request.from, request.to) > MOST_DAYS) {
    throw new UserError('--from and --to are more than 1,000 years apart.');
  }
  const database = openDatabaseForReading(folder);
  try {
    const read = readSettingsFile(folder.settings);
    warnOfSettings(read);
    const { settings } = read;
    const holidays = createHolidayCalendar();
    await holidays.loadFor(settings);
    const rules = holidays.rulesOf(settings);
    const spans: SpanReader = database ? createSpanRepository(database) : NO_SPANS;
    const condensed = spans.totals?.between(request.from, request.to) ?? [];
    if (request.by === 'span' && condensed.length > 0) {
      process.stderr.write(
        `Of ${condensed.length} of these days, up to ${condensed.at(-1)?.date ?? ''}, totals alone are kept; their spans are gone.\n`,
      );
    }
    readThrough(spans, request);
    const parts =
      format === 'json'
        ? reportJsonParts(spans, rules, request)
        : reportCsvParts(spans, rules, request, { delimiter, language });
    await writeOutput(values.out, textsOf(parts), ANYONE);
  } finally {
    database?.close();
  }
}
