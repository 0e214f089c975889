import type { DatabaseSync } from 'node:sqlite';
import type { z } from 'zod';
import { UserError } from '../../shared/domain/user-error.ts';
import type { DataFileProblem } from '../../shared/ipc/data-file.ts';
import { encodingTexts } from '../../shared/texts/encoding.ts';

/** What one part of a file would bring in, next to what is stored. */
export interface SectionPlan {
  /** Rows that would be added. */
  readonly added: number;
  /** First and last moment of what would be added, UTC milliseconds; null where they have none. */
  readonly fromMs: number | null;
  readonly toMs: number | null;
  /** Stores them, in the transaction that is open. */
  store(): void;
}

/** A table of the database as a part of the file of everything. Adding one is all that a new table needs. */
export interface DataSection {
  /** Its key in the file. */
  readonly name: string;
  /** The form of a row in the file. */
  readonly row: z.ZodType;
  /** Every row, in an order that depends on nothing else, a few at a time. */
  read(database: DatabaseSync): Iterable<object>;
  /**
   * Checks the rows of a file, and plans what of them is new in a database.
   *
   * @throws DataFileError for the first row that is not right.
   */
  check(rows: readonly unknown[]): (database: DatabaseSync) => SectionPlan;
}

const SENTENCES: Readonly<Record<DataFileProblem['code'], string>> = {
  'too-long': 'it is longer than such a file can be',
  'not-json': 'it is no JSON, or not all of it',
  'not-data': 'it is no file of everything that Sweetspot stores',
  newer: 'it was written by a newer Sweetspot',
  'unknown-part': 'it has a part that this Sweetspot does not know',
  'wrong-value': 'it has a value that cannot be right',
  ...encodingTexts('en', 'it '),
};

/** A file cannot be taken over. The message is a clause without content of the file. */
export class DataFileError extends UserError {
  readonly problem: DataFileProblem;

  constructor(code: DataFileProblem['code'], part = '', row: number | null = null) {
    const where = [part, row === null ? '' : `row ${row}`].filter((word) => word !== '').join(', ');
    super(`${SENTENCES[code]}${where === '' ? '' : ` (${where})`}`);
    this.problem = { code, part, row };
  }
}

/** Reads the rows of a part by its schema. @throws DataFileError for the first that is not right. */
export function readRows<Row>(
  name: string,
  schema: z.ZodType<Row>,
  rows: readonly unknown[],
): Row[] {
  return rows.map((value, index) => {
    const row = schema.safeParse(value);
    if (!row.success) throw new DataFileError('wrong-value', name, index + 1);
    return row.data;
  });
}
