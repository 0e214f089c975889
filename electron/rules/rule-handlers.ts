import type { WindowSample } from '../../shared/domain/window-sample.ts';
import type { RuleImport, RuleVerdict, TriedRules } from '../../shared/ipc/rule-views.ts';
import { type Classify, createClassifier } from '../../shared/linkedin/classify.ts';
import {
  parseRuleFile,
  RULE_FILE_BYTES,
  type RuleDraft,
  withDraft,
  writeRuleFile,
} from '../../shared/settings/rule-file.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import { Failure } from '../ipc/failure.ts';
import type { Handlers } from '../ipc/register-handlers.ts';
import { openText, type OpenNeeds } from './open-text.ts';
import { offerRule, type RuleOfferNeeds } from './rule-offer.ts';
import type { WindowWatch } from './window-watch.ts';

export type RuleHandlers = Pick<
  Handlers,
  'rules:watch' | 'rules:try' | 'rules:offer' | 'rules:export' | 'rules:import'
>;

/** What answers the page of the rules. */
export interface RuleHandlerNeeds extends OpenNeeds, RuleOfferNeeds {
  readonly windows: WindowWatch;
  /** Asks where to save a file; undefined where the user cancelled. */
  readonly askWhereToSave: (name: string) => Promise<string | undefined>;
  /** Writes a file whole or not at all. */
  readonly writeFile: (file: string, content: string) => Promise<void>;
}

/** The handlers of the page on which the user makes rules of their own. */
export function createRuleHandlers(needs: RuleHandlerNeeds): RuleHandlers {
  // Making ten thousand rules ready takes longer than using them: the latest is kept.
  let ready: { settings: Settings; draft: string; classify: Classify } | undefined;

  function classifierFor(draft: RuleDraft | null): Classify {
    const settings = needs.settings();
    const key = JSON.stringify(draft);
    if (ready?.settings === settings && ready.draft === key) return ready.classify;
    const rules = draft ? withDraft(settings.rules, draft) : settings.rules;
    const classify = createClassifier({ ...settings, rules });
    ready = { settings, draft: key, classify };
    return classify;
  }

  function verdictOf(sample: WindowSample, draft: RuleDraft | null): RuleVerdict {
    const { activity, rule, guess } = classifierFor(draft)(sample);
    return { activity, rule, guess };
  }

  return {
    'rules:watch': (wish) => {
      needs.windows.watch(wish === 'on');
      return null;
    },
    'rules:try': ({ draft, sample }): TriedRules => {
      if (sample) {
        const { app, title, url } = sample;
        const typed = { app, title, ...(url === '' ? {} : { url }) };
        return { verdict: verdictOf(typed, draft), seen: null, watching: false };
      }
      const { watching, sample: seen } = needs.windows.ask();
      if (!seen) return { verdict: null, seen: null, watching };
      const { app, title, url = '' } = seen;
      return { verdict: verdictOf(seen, draft), seen: { app, title, url }, watching };
    },
    'rules:offer': ({ atMs, activity }) => offerRule(atMs, activity, needs),
    'rules:export': async () => {
      const file = await needs.askWhereToSave('sweetspot-rules.json');
      if (file === undefined) return { saved: false };
      try {
        await needs.writeFile(file, writeRuleFile(needs.settings()));
      } catch {
        throw new Failure('not-saved', 'The file could not be saved there.');
      }
      return { saved: true };
    },
    'rules:import': async (): Promise<RuleImport> => {
      const opened = await openText(needs, RULE_FILE_BYTES);
      if (opened.status === 'cancelled') return opened;
      if (opened.status === 'refused') {
        return { status: 'refused', problem: { code: opened.code, key: '', position: null } };
      }
      const reading = parseRuleFile(opened.text);
      return reading.ok
        ? { status: 'read', own: reading.own }
        : { status: 'refused', problem: reading.problem };
    },
  };
}
