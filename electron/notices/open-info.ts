import type { AppInfo, AppNotice } from '../../shared/ipc/views.ts';
import type { Handlers } from '../ipc/register-handlers.ts';
import type { News, Part } from '../news.ts';
import type { Notices } from './notices.ts';

/** What the window is told of the app. */
export interface InfoNeeds {
  readonly news: News;
  readonly notices: Notices;
  readonly version: string;
  readonly speech: {
    readonly language: () => AppInfo['language'];
    readonly locale: () => string;
  };
  readonly hasTray: () => boolean;
  readonly refusals: { readonly count: () => number };
  /** Where the data should be, while they are away; null where they are there. */
  readonly awayView: () => AppInfo['away'];
  /** Whether the window can be seen now. */
  readonly isInSight: () => boolean;
  readonly store: { readonly database: object | undefined; readonly told: () => void };
  /** What is measured and not stored yet. */
  readonly recorder: { readonly unsaved: ReadonlyMap<number, unknown> };
  readonly settings: { readonly isUnsaved: () => boolean };
}

/** Answers what the window asks first, and knows whether it was told all. */
export interface Info extends Part {
  readonly handlers: Pick<Handlers, 'app:info'>;
}

/** Tells that something is kept in memory alone, for as long as that is so; of data that are away the window says more. */
function notSaving({ store, recorder, settings, awayView }: InfoNeeds): AppNotice[] {
  if (awayView() !== null) return [];
  const isSaved = store.database !== undefined && recorder.unsaved.size === 0;
  return isSaved && !settings.isUnsaved() ? [] : [{ code: 'not-saving' }];
}

/** Tells the window of the app and its notices; what was mended is told at each start until a window in sight had it. */
export function openInfo(needs: InfoNeeds): Info {
  const { news, notices, speech } = needs;
  notices.join(() => notSaving(needs));
  const stop = news.on('round', () => {
    if (notices.areGiven() && needs.isInSight()) needs.store.told();
  });
  const info = (): AppInfo => {
    notices.setGiven();
    return {
      version: needs.version,
      language: speech.language(),
      locale: speech.locale(),
      platform: process.platform,
      hasTray: needs.hasTray(),
      refusedRequests: needs.refusals.count(),
      notices: notices.now(),
      away: needs.awayView(),
    };
  };
  return { handlers: { 'app:info': info }, stop };
}
