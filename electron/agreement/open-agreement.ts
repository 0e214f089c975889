import type { ViewNeeds } from '../figures/day-and-week-views.ts';
import type { Handlers } from '../ipc/register-handlers.ts';
import type { FileDialogs } from '../system/file-dialogs.ts';
import { writePieces } from '../system/write-pieces.ts';
import { fileFilter, jsonFilter } from '../texts/file-filter.ts';
import type { Texts } from '../texts/texts.ts';
import { type GuidelineHandlers, createGuidelineHandlers } from './guideline-handlers.ts';
import { createHandOverHandlers } from './hand-over.ts';
import { previewAgreements } from './preview.ts';

/** What the page of the agreement takes of the app. */
export interface AgreementNeeds {
  readonly figures: { readonly view: () => ViewNeeds };
  readonly dialogs: Pick<FileDialogs, 'askWhichToOpen' | 'askWhereToSave'>;
  readonly speech: { readonly texts: () => Texts };
}

/** Answers the page of the agreement. */
export function openAgreement({
  figures,
  dialogs,
  speech: { texts },
}: AgreementNeeds): GuidelineHandlers &
  ReturnType<typeof createHandOverHandlers> &
  Pick<Handlers, 'agreement:preview'> {
  const askWhere = (title: string, name: string) =>
    dialogs.askWhereToSave(title, name, fileFilter(name, texts()));
  return {
    ...createHandOverHandlers({
      view: figures.view,
      askForCalendar: () =>
        askWhere(texts().saveCalendar, `${texts().calendarTitle.toLowerCase()}.ics`),
      askForGuideline: () => askWhere(texts().saveGuideline, texts().guidelineName),
      // Both are for others or for another program: who else may read them is the folder's matter.
      writeFile: (file, text) => writePieces(file, [text], 0o666),
    }),
    ...createGuidelineHandlers(() =>
      dialogs.askWhichToOpen(texts().openGuideline, jsonFilter(texts())),
    ),
    'agreement:preview': ({ agreements }) => previewAgreements(agreements, figures.view()),
  };
}
