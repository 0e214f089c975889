import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { schemaLink } from '../../shared/settings/schema-link.ts';
import { SETTING_SCHEMAS, type Settings } from '../../shared/settings/settings.ts';
import { EncodingError, decodeText } from '../system/decode-text.ts';
import { actionsSection } from './actions-section.ts';
import { DataFileError, type DataSection, type SectionPlan } from './data-section.ts';
import { notesSection } from './notes-section.ts';
import { spansSection } from './spans-section.ts';
import { totalsSection } from './totals-section.ts';

/** What a file of everything says that it is. */
const FORMAT = 'sweetspot-data';

/** Version of the form of the file; a new part does not change it, since a reader refuses what it does not know. */
const VERSION = 1;

/** The longest file that is read, in bytes: three times what ten busy years come to. */
export const DATA_FILE_BYTES = 256 * 1024 * 1024;

/** Every table as a part of the file, in the order in which they are written and stored. */
const DATA_SECTIONS: readonly DataSection[] = [
  spansSection,
  totalsSection,
  notesSection,
  actionsSection,
];

/** The parts of the file besides its tables. */
const HEAD = ['$schema', 'format', 'version', 'settings'];

/** Rows in a piece of text. */
const ROWS_A_PIECE = 1_000;

/** The form of the file, as docs/data-file.schema.json publishes it. */
export function dataFileSchema(): z.ZodType {
  return z
    .strictObject({
      $schema: schemaLink,
      format: z.literal(FORMAT),
      version: z.literal(VERSION),
      settings: z.looseObject({}).describe('every setting by its key, as the README lists them'),
      ...Object.fromEntries(DATA_SECTIONS.map(({ name, row }) => [name, z.array(row)])),
    })
    .describe('Everything that Sweetspot has stored about its user');
}

/**
 * The file of everything, in pieces of text, so that it need not be held.
 *
 * @param database undefined where nothing is stored yet.
 */
export function* writeDataFile(
  settings: Settings,
  database: DatabaseSync | undefined,
): Generator<string> {
  yield JSON.stringify({ format: FORMAT, version: VERSION, settings }).slice(0, -1);
  for (const { name, read } of DATA_SECTIONS) {
    yield `,"${name}":[`;
    let lines: string[] = [];
    let start = '\n';
    for (const row of database ? read(database) : []) {
      lines.push(JSON.stringify(row));
      if (lines.length < ROWS_A_PIECE) continue;
      yield start + lines.join(',\n');
      start = ',\n';
      lines = [];
    }
    yield (lines.length > 0 ? start : '') + lines.join(',\n') + ']';
  }
  yield '}\n';
}

/** A file of everything that was read and found right. */
export interface DataFile {
  readonly settings: Settings;
  /** Spans in it. */
  readonly spans: number;
  /** What each part would bring into a database, by its name. */
  plan(database: DatabaseSync): ReadonlyMap<string, SectionPlan>;
}

function parse(text: string): object {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new DataFileError('not-json');
  }
  if (typeof value !== 'object' || value === null || Reflect.get(value, 'format') !== FORMAT) {
    throw new DataFileError('not-data');
  }
  return value;
}

/** The settings of a file. One that is not right refuses the file; one that is missing has its default. */
function readSettings(value: unknown): Settings {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new DataFileError('wrong-value', 'settings');
  }
  const unknown = Object.keys(value).find((key) => !Object.hasOwn(SETTING_SCHEMAS, key));
  if (unknown !== undefined) throw new DataFileError('unknown-part', unknown.slice(0, 40));
  const settings = z.object(SETTING_SCHEMAS).safeParse(value);
  if (settings.success) return settings.data;
  throw new DataFileError('wrong-value', String(settings.error.issues[0]?.path[0] ?? 'settings'));
}

/**
 * Reads a file of everything: all of it is right, or it is refused.
 *
 * @throws DataFileError with what is wrong.
 */
export function readDataFile(text: string): DataFile {
  const file = parse(text);
  const version: unknown = Reflect.get(file, 'version');
  if (typeof version === 'number' && version > VERSION) throw new DataFileError('newer');
  if (version !== VERSION) throw new DataFileError('wrong-value', 'version');
  const known = [...HEAD, ...DATA_SECTIONS.map(({ name }) => name)];
  const unknown = Object.keys(file).find((key) => !known.includes(key));
  if (unknown !== undefined) throw new DataFileError('unknown-part', unknown.slice(0, 40));
  const settings = readSettings(Reflect.get(file, 'settings'));
  const parts = DATA_SECTIONS.map((section) => {
    // A part that came with a later version is missing in a file of an earlier one.
    const rows: unknown = Reflect.get(file, section.name) ?? [];
    if (!Array.isArray(rows)) throw new DataFileError('wrong-value', section.name);
    return { name: section.name, rows: rows.length, plan: section.check(rows) };
  });
  return {
    settings,
    spans: parts.find(({ name }) => name === spansSection.name)?.rows ?? 0,
    plan: (database) => new Map(parts.map(({ name, plan }) => [name, plan(database)])),
  };
}

/** Reads the bytes of a file of everything. @throws DataFileError with what is wrong, its encoding too. */
export function readDataBytes(bytes: Uint8Array): DataFile {
  let text: string;
  try {
    text = decodeText(bytes);
  } catch (error) {
    if (error instanceof EncodingError) throw new DataFileError(error.problem);
    throw error;
  }
  return readDataFile(text);
}
