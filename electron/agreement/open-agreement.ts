import type { ViewNeeds } from '../figures/day-and-week-views.ts';
import type { Handlers } from '../ipc/register-handlers.ts';
import type { FileDialogs } from '../system/file-dialogs.ts';
import { jsonFilter } from '../texts/file-filter.ts';
import type { Texts } from '../texts/texts.ts';
import { type GuidelineHandlers, createGuidelineHandlers } from './guideline-handlers.ts';
import { previewAgreements } from './preview.ts';

/** What the page of the agreement takes of the app. */
export interface AgreementNeeds {
  readonly figures: { readonly view: () => ViewNeeds };
  readonly dialogs: Pick<FileDialogs, 'askWhichToOpen'>;
  readonly speech: { readonly texts: () => Texts };
}

/** Answers the page of the agreement. */
export function openAgreement({
  figures,
  dialogs,
  speech: { texts },
}: AgreementNeeds): GuidelineHandlers & Pick<Handlers, 'agreement:preview'> {
  return {
    ...createGuidelineHandlers(() =>
      dialogs.askWhichToOpen(texts().openGuideline, jsonFilter(texts())),
    ),
    'agreement:preview': ({ agreements }) => previewAgreements(agreements, figures.view()),
  };
}
