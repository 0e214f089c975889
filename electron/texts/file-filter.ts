import type { FileFilter } from 'electron';
import type { Texts } from './texts.ts';

/** What a dialog for JSON files shows. */
export function jsonFilter(texts: Texts): FileFilter {
  return { name: texts.jsonFile, extensions: ['json'] };
}

/** What a save dialog shows of a file by its name. */
export function fileFilter(name: string, texts: Texts): FileFilter {
  if (name.endsWith('.json')) return jsonFilter(texts);
  if (name.endsWith('.ics')) return { name: texts.calendarFile, extensions: ['ics'] };
  if (name.endsWith('.pdf')) return { name: texts.pdfFile, extensions: ['pdf'] };
  if (name.endsWith('.png')) return { name: texts.pictureFile, extensions: ['png'] };
  return { name: texts.csvFile, extensions: [name.endsWith('.tsv') ? 'tsv' : 'csv'] };
}
