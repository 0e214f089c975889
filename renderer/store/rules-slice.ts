import type { WindowApi } from '../../shared/ipc/window-api.ts';
import type { OwnRules } from '../../shared/settings/rule-file.ts';
import type { RulesSlice } from './state/rules.ts';
import type { Slice } from './app-state.ts';
import { doOrTell, orTell } from './or-tell.ts';
import { valueOf } from './remote.ts';

/** So many changes of the rules can be undone. */
const MOST_EARLIER = 50;

/** Titles that are tried or seen pass through; the state has one only while the page shows the rule that is offered for it. */
export function createRulesSlice(api: WindowApi): Slice<RulesSlice> {
  let lastOffer = 0;
  return (set, get) => ({
    earlierRules: [],
    changeRules: async (change) => {
      const settings = valueOf(get().settings);
      if (!settings) return false;
      const before: OwnRules = { rules: settings.rules, browsers: settings.browsers };
      const accepted = await get().changeSettings(change);
      if (accepted) set({ earlierRules: [...get().earlierRules, before].slice(-MOST_EARLIER) });
      return accepted;
    },
    undoRules: async () => {
      const { earlierRules, changeSettings } = get();
      const before = earlierRules.at(-1);
      if (!before) return false;
      const accepted = await changeSettings(before);
      if (accepted) set({ earlierRules: earlierRules.slice(0, -1) });
      return accepted;
    },
    watchWindows: (on) => doOrTell(get, () => api.watchWindows(on)),
    tryRules: async (trial) => {
      try {
        return await api.tryRules(trial);
      } catch {
        // It is asked again at once, while the page shows it; there is nothing for the user to do.
        return undefined;
      }
    },
    ruleOffer: null,
    openRuleOffer: async (startedAtMs, activity) => {
      try {
        const offer = await api.offerRule(startedAtMs, activity);
        lastOffer += 1;
        set({ ruleOffer: { ...offer, id: lastOffer } });
        get().openPage('rules');
      } catch (error) {
        get().report(error);
      }
    },
    forgetRuleOffer: () => {
      set({ ruleOffer: null });
    },
    exportRules: () => orTell(get, async () => (await api.exportRules()).saved, false),
    importRules: () => orTell(get, () => api.importRules(), { status: 'cancelled' }),
  });
}
