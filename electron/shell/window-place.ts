import type { Place } from '../../shared/ipc/place.ts';
import type { Handlers } from '../ipc/register-handlers.ts';
import type { News, Part } from '../news.ts';

/** Where a window begins where none was before it. */
const START: Place = {
  page: 'today',
  shownDay: null,
  shownWeek: null,
  shownYear: null,
  privacyTab: 'proof',
};

/** Keeps where the user was in the window while there is none. */
export interface WindowPlace extends Part {
  readonly handlers: Pick<Handlers, 'window:place' | 'window:leave'>;
}

/** Keeps it in this process's memory alone: names of pages and dates. */
export function keepPlace(news: News): WindowPlace {
  let place: Place | null = null;
  return {
    handlers: {
      'window:place': () => {
        const kept = place;
        place = null;
        return kept;
      },
      'window:leave': (left) => {
        place = left;
        news.tell('window-left', null);
        return null;
      },
    },
    // A page that is chosen while its window is still to come would not hear of it.
    stop: news.on('page-chosen', (page) => (place = { ...(place ?? START), page })),
  };
}
