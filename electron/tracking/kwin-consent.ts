import type { Settings, SettingsPatch } from '../../shared/settings/settings.ts';
import type { News } from '../news.ts';
import type { KwinConsent } from './sight.ts';
import { kwin } from './sources/kwin.ts';

/** What it takes to keep what the user said of the script for KWin. */
export interface KwinConsentNeeds {
  readonly news: Pick<News, 'on'>;
  readonly settings: { get(): Settings; set(patch: SettingsPatch): unknown };
  readonly tracking: () => {
    /** Name of the way of seeing that reads the window. */
    sourceName(): string | null;
    /** Resolves once ways of seeing were tried anew, after a change of what the user agreed to. */
    settled(): Promise<void>;
  };
}

/** Keeps in the settings whether the user agreed; tracking follows them. Once all is erased, nothing of the app stays in KWin. */
export function createKwinConsent({ news, settings, tracking }: KwinConsentNeeds): KwinConsent {
  news.on('all-erased', () => {
    if (settings.get().kwinScript) settings.set({ kwinScript: false });
  });
  return {
    state() {
      if (!settings.get().kwinScript) return 'off';
      return tracking().sourceName() === kwin.name ? 'on' : 'failed';
    },
    async allow(may) {
      settings.set({ kwinScript: may });
      await tracking().settled();
    },
  };
}
