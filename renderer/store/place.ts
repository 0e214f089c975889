import type { Place } from '../../shared/ipc/place.ts';
import type { AppState } from './app-state.ts';
import { valueOf } from './remote.ts';

/** Where the user is. */
export function placeOf(state: Pick<AppState, keyof Place>): Place {
  const { page, shownDay, shownWeek, shownYear, privacyTab } = state;
  return { page, shownDay, shownWeek, shownYear, privacyTab };
}

/** Whether nothing would be lost with the window: nothing typed that is not saved, nothing that is under way. */
export function mayEnd(
  state: Pick<
    AppState,
    'drafts' | 'handing' | 'history' | 'page' | 'reportShare' | 'saving' | 'settings' | 'typed'
  >,
): boolean {
  const isWelcome = state.page === 'welcome' || valueOf(state.settings)?.welcomed !== true;
  const hasDraft = Object.values(state.drafts).some((draft) =>
    Array.isArray(draft) ? draft.length > 0 : draft !== undefined,
  );
  const isBusy =
    state.reportShare !== null ||
    state.handing === 'busy' ||
    state.saving.status === 'saving' ||
    ['reading', 'storing', 'preview'].includes(state.history.at);
  return !isWelcome && !hasDraft && !isBusy && !state.typed;
}

const TEXTS = 'textarea, input:not([type="checkbox"], [type="radio"], [type="range"])';

/** Notes that something is typed on the page that is open. */
export function watchTyping(page: Document, onTyped: () => void): void {
  page.addEventListener('input', ({ target }) => {
    if (target instanceof Element && target.matches(TEXTS)) onTyped();
  });
}
