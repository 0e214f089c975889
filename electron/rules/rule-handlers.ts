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
import type { WindowWatch } from './window-watch.ts';

export type RuleHandlers = Pick<
  Handlers,
  'rules:watch' | 'rules:try' | 'rules:export' | 'rules:import'
>;

/** What answers the page of the rules. */
export interface RuleHandlerNeeds {
  readonly settings: () => Settings;
  readonly windows: WindowWatch;
  /** Asks where to save a file; undefined where the user cancelled. */
  readonly askWhereToSave: (name: string) => Promise<string | undefined>;
  /** Asks which file to open; undefined where the user cancelled. */
  readonly askWhichToOpen: () => Promise<string | undefined>;
  /** Writes a file whole or not at all. */
  readonly writeFile: (file: string, content: string) => Promise<void>;
  /** Reads a file; undefined where it has more bytes than that. */
  readonly readFile: (file: string, mostBytes: number) => Promise<Uint8Array | undefined>;
}

/** The text of a file; undefined where it is no UTF-8. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
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
      const file = await needs.askWhichToOpen();
      if (file === undefined) return { status: 'cancelled' };
      let bytes: Uint8Array | undefined;
      try {
        bytes = await needs.readFile(file, RULE_FILE_BYTES);
      } catch {
        throw new Failure('not-found', 'The file could not be read.');
      }
      const problem = (code: 'too-long' | 'not-json') =>
        ({ status: 'refused', problem: { code, key: '', position: null } }) as const;
      if (!bytes) return problem('too-long');
      const text = textOf(bytes);
      if (text === undefined) return problem('not-json');
      const reading = parseRuleFile(text);
      return reading.ok
        ? { status: 'read', own: reading.own }
        : { status: 'refused', problem: reading.problem };
    },
  };
}
