/**
 * @file Makes and saves a report by span as the Report page has it made, and tells the most memory that took.
 * `node report-child.ts DIR FROM TO FORMAT FILE`
 */
import { writePieces } from '../../electron/system/write-pieces.ts';
import { createReportDesk } from '../../electron/report/report-desk.ts';
import { dataFolder } from '../../electron/data-folder/data-folder.ts';
import { openDatabaseForReading } from '../../electron/storage/database.ts';
import { createSpanRepository } from '../../electron/storage/span-repository.ts';
import { reportChoiceSchema } from '../../shared/ipc/report-choice.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings/settings.ts';

const [dir = '', from = '', to = '', format = '', file = ''] = process.argv.slice(2);
const database = openDatabaseForReading(dataFolder(dir));
if (!database) throw new Error('There is no database');
const spans = createSpanRepository(database);
const desk = createReportDesk({
  view: () => ({
    spans,
    settings: DEFAULT_SETTINGS,
    nowMs: Date.parse(to),
    zone: 'Europe/Amsterdam',
  }),
  locale: () => 'en-GB',
  askForFile: () => Promise.resolve(file),
  writeFile: writePieces,
  copyText: () => Promise.resolve(),
  printPage: () => Promise.resolve(new Uint8Array()),
  onProgress: () => undefined,
});
const { id } = await desk.make(
  reportChoiceSchema.parse({
    ...{ from, to, format, by: 'span', columns: null, rounding: 1 },
    ...{ includePrivate: true, delimiter: 'locale', decimal: 'locale' },
  }),
);
await desk.save(id);
console.log(process.resourceUsage().maxRSS / 1024);
database.close();
