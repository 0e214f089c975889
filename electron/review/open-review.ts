import type { ViewNeeds } from '../figures/day-and-week-views.ts';
import type { News } from '../news.ts';
import type { Clock } from '../system/clock.ts';
import {
  type NotePlace,
  type ReviewHandlers,
  type ReviewNeeds,
  createReviewHandlers,
} from './review-handlers.ts';

/** What the review of a week takes of the app. */
export interface OpenReviewNeeds extends Pick<NotePlace, 'store' | 'folder'> {
  readonly news: News;
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly settings: ReviewNeeds['settings'];
  readonly figures: { readonly view: () => ViewNeeds };
}

/** Answers the review of a week, and tells where a note was deleted for good. */
export function openReview({
  news,
  clock,
  store,
  folder,
  settings,
  figures,
}: OpenReviewNeeds): ReviewHandlers {
  const onForgotten = () => news.tell('copies-gone', null);
  const notes = { store, folder, onForgotten };
  return createReviewHandlers({ notes, settings, view: figures.view, nowMs: clock.nowMs });
}
