import type { Settings } from '../../shared/settings/settings.ts';
import { type News, type Part, stopAll } from '../news.ts';
import { type PushTarget, createPush } from './push.ts';

/** What telling the window takes. */
export interface TellNeeds {
  readonly news: News;
  readonly settings: { readonly get: () => Settings };
  /** The windows that are open now. */
  readonly windows: () => readonly PushTarget[];
}

/** Tells the window the news that concerns it. */
export function tellWindow({ news, settings, windows }: TellNeeds): Part {
  const push = createPush(windows);
  return {
    stop: stopAll([
      news.on('status-changed', (status) => push('tracker:changed', status)),
      news.on('spans-changed', () => push('spans:changed', null)),
      news.on('settings-changed', (changed) => push('settings:changed', changed)),
      // The window asks for the notices again when it is told of the settings.
      news.on('notices-changed', () => push('settings:changed', settings.get())),
      news.on('sight-changed', () => push('sight:changed', null)),
      news.on('companion-changed', () => push('companion:changed', null)),
      news.on('offers-changed', (offers) => push('undo:changed', offers)),
      news.on('progress', ({ of, share }) => push(`${of}:progress`, share)),
      news.on('window-rests', () => push('window:rest', null)),
      news.on('page-chosen', (page) => push('page:open', page)),
    ]),
  };
}
