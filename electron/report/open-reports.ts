import type { ViewNeeds } from '../figures/day-and-week-views.ts';
import type { News } from '../news.ts';
import type { FileDialogs } from '../system/file-dialogs.ts';
import { writePieces } from '../system/write-pieces.ts';
import { fileFilter } from '../texts/file-filter.ts';
import type { Texts } from '../texts/texts.ts';
import { type ReportHandlers, createReportHandlers } from './report-handlers.ts';

/** What reports take of the app. */
export interface ReportNeeds {
  readonly news: News;
  readonly figures: { readonly view: () => ViewNeeds };
  readonly speech: { readonly texts: () => Texts; readonly locale: () => string };
  readonly dialogs: Pick<FileDialogs, 'askWhereToSave'>;
  readonly copyText: (text: string) => Promise<void>;
  readonly copyPicture: (png: Uint8Array<ArrayBuffer>) => Promise<void>;
  /** The window's page as it prints, as a PDF. */
  readonly printPage: () => Promise<Uint8Array>;
}

/** Makes reports that the system's dialogs hand over. */
export function openReports(needs: ReportNeeds): ReportHandlers {
  const { news, figures, speech, dialogs, copyText, copyPicture, printPage } = needs;
  const ask = (title: 'saveReport' | 'savePicture') => (name: string) => {
    const texts = speech.texts();
    return dialogs.askWhereToSave(texts[title], name, fileFilter(name, texts));
  };
  // A report is to be handed over: who else may read it is the folder's matter.
  const writeFile = (file: string, pieces: Iterable<string | Uint8Array>) =>
    writePieces(file, pieces, 0o666);
  return createReportHandlers(
    {
      view: figures.view,
      locale: speech.locale,
      askForFile: ask('saveReport'),
      writeFile,
      onProgress: (share) => news.tell('progress', { of: 'report', share }),
      copyText,
      printPage,
    },
    {
      askForFile: ask('savePicture'),
      writeFile: (file, content) => writeFile(file, [content]),
      copyPicture,
    },
  );
}
