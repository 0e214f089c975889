import { type ReportFile, SHOWN_ROWS } from '../../../shared/ipc/report-choice.ts';

/** A report file read back, as its reader will see it. */
export interface FileTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Reads CSV by RFC 4180: the rows of a file with their cells. */
export function parseCsv(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    row.push(cell);
    cell = '';
  };
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (character === '"' && cell === '') quoted = true;
    else if (character === delimiter) endCell();
    else if (character === '\r' && text.charAt(at + 1) === '\n') {
      endCell();
      rows.push(row);
      row = [];
      at += 1;
    } else cell += character;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows;
}

/** The values of a nested object by their path, as `insideMs.feed`. */
function flatten(value: unknown, path: string, into: Map<string, string>): void {
  if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      flatten(inner, path === '' ? key : `${path}.${key}`, into);
    }
  } else
    into.set(path, typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value));
}

function parseJson(text: string): FileTable {
  const parsed: unknown = JSON.parse(text);
  const objects: readonly unknown[] = Array.isArray(parsed) ? parsed : [];
  const flat = objects.map((object) => {
    const cells = new Map<string, string>();
    flatten(object, '', cells);
    return cells;
  });
  const header = [...new Set(flat.flatMap((cells) => [...cells.keys()]))];
  return { header, rows: flat.map((cells) => header.map((path) => cells.get(path) ?? '')) };
}

/** Reads the rows that are shown back from the file's own text: what is shown is the file, not what it was made of. */
export function readShown({ shown, rows, format, delimiter }: ReportFile): FileTable {
  if (format === 'json') return parseJson(rows > SHOWN_ROWS ? `${shown}]` : shown);
  const [header = [], ...cells] = parseCsv(shown, delimiter);
  return { header, rows: cells };
}
