import { writeFile } from 'atomically';
import type { Settings } from '../../shared/settings/settings.ts';
import type { News, Part } from '../news.ts';
import type { Clock } from '../system/clock.ts';
import { later } from '../system/later.ts';
import { readBoundedFile } from '../system/read-bounded-file.ts';
import type { FileDialogs } from '../system/file-dialogs.ts';
import { jsonFilter } from '../texts/file-filter.ts';
import type { Texts } from '../texts/texts.ts';
import { type RuleHandlerNeeds, type RuleHandlers, createRuleHandlers } from './rule-handlers.ts';
import { type WindowWatch, createWindowWatch } from './window-watch.ts';

/** Watches windows for the page of the rules, until the window is closed. */
export function watchWindows({
  news,
  clock,
  ownApps,
}: {
  readonly news: News;
  readonly clock: Pick<Clock, 'nowMs'>;
  /** Names of the app's own program, as the system may tell them. */
  readonly ownApps: readonly string[];
}): WindowWatch & Part {
  const windows = createWindowWatch({ nowMs: clock.nowMs, ownApps, later });
  const unlisten = news.on('window-closed', () => windows.watch(false));
  return {
    ...windows,
    stop() {
      unlisten();
      windows.watch(false);
    },
  };
}

/** What the page of the rules takes of the app. */
export interface RuleNeeds {
  readonly settings: { readonly get: () => Settings };
  readonly windows: WindowWatch;
  readonly tracking: {
    readonly latest: RuleHandlerNeeds['latest'];
    readonly tracker: { readonly recorder: Pick<RuleHandlerNeeds, 'rulesOf'> };
  };
  readonly dialogs: Pick<FileDialogs, 'askWhereToSave' | 'askWhichToOpen'>;
  readonly speech: { readonly texts: () => Texts };
}

/** Answers the page of the rules, by the system's dialogs. */
export function openRules(needs: RuleNeeds): RuleHandlers {
  const { settings, windows, tracking, dialogs } = needs;
  const { texts } = needs.speech;
  return createRuleHandlers({
    settings: settings.get,
    windows,
    latest: tracking.latest,
    rulesOf: tracking.tracker.recorder.rulesOf,
    askWhereToSave: (name) =>
      dialogs.askWhereToSave(texts().exportRules, name, jsonFilter(texts())),
    askWhichToOpen: () => dialogs.askWhichToOpen(texts().importRules, jsonFilter(texts())),
    writeFile: (file, content) => writeFile(file, content),
    readFile: readBoundedFile,
  });
}
