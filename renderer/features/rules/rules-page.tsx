import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { RuleImport, RuleOffer } from '../../../shared/ipc/rule-views.ts';
import { type OwnRules, withDraft } from '../../../shared/settings/rule-file.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import { DraftNote } from '../../components/draft-note.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { RemoteView } from '../../components/remote-view.tsx';
import { useWords } from '../../i18n/words.ts';
import { useApp } from '../../store/use-app.ts';
import { BrowserList } from './browser-list.tsx';
import { newRule } from './change-rules.ts';
import { FileChoice, FileProblem } from './rule-file-panel.tsx';
import { RuleList } from './rule-list.tsx';
import { RuleTrial } from './rule-trial.tsx';
import { useRuleDraft } from './use-rule-draft.ts';
import classes from './rules-page.module.css';

/** What the page says of the latest change, with the way back. */
function Said({
  text,
  onUndo,
}: {
  readonly text: string;
  readonly onUndo: (() => void) | undefined;
}) {
  const { t } = useWords();
  return (
    <div className={classes.said}>
      <p role="status">{text}</p>
      {onUndo ? (
        <Button variant="default" size="xs" onClick={onUndo}>
          {t('rules.undo')}
        </Button>
      ) : null}
    </div>
  );
}

/** Changes the rules and takes changes back, and tells what holds then. */
function useRuleChanges(onSaid: (text: string) => void) {
  const { t } = useWords();
  const changeRules = useApp((state) => state.changeRules);
  const undoRules = useApp((state) => state.undoRules);
  const canUndo = useApp((state) => state.earlierRules.length > 0);
  return {
    change: async (own: Partial<OwnRules>, text: string): Promise<boolean> => {
      const accepted = await changeRules(own);
      if (accepted) onSaid(text);
      return accepted;
    },
    /** Undefined where there is nothing to take back. */
    undo: canUndo
      ? async () => {
          if (await undoRules()) onSaid(t('rules.undone'));
        }
      : undefined,
  };
}

/** What a file of rules has, to be taken or left; or why it has none. */
function ReadFile({
  file,
  mine,
  onSaid,
  onClose,
}: {
  readonly file: RuleImport | undefined;
  readonly mine: OwnRules;
  onSaid(text: string): void;
  onClose(): void;
}) {
  const { t } = useWords();
  const { change } = useRuleChanges(onSaid);
  if (file?.status === 'refused') return <FileProblem problem={file.problem} onClose={onClose} />;
  if (file?.status !== 'read') return null;
  return (
    <FileChoice
      mine={mine}
      found={file.own}
      onTake={(own) => {
        void change(own, t('rules.file.done'));
        onClose();
      }}
      onClose={onClose}
    />
  );
}

/** Says where the rule or the window comes from that the page begins with. */
function OfferNote({ source }: Pick<RuleOffer, 'source'>) {
  const { t } = useWords();
  return <p className={classes.offer}>{t(`offer.${source}`)}</p>;
}

/** Takes all rules and browsers away; they can be had back. */
function ResetButton({ onReset }: { onReset(): void }) {
  const { t } = useWords();
  return (
    <Button variant="default" size="sm" onClick={onReset}>
      {t('rules.list.reset')}
    </Button>
  );
}

function OwnRulesEditor({
  settings,
  offer,
  said,
  onSaid,
}: {
  readonly settings: Settings;
  /** The rule that the form starts with. */
  readonly offer: RuleOffer | null;
  readonly said: string;
  onSaid(text: string): void;
}) {
  const { t } = useWords();
  const { change, undo } = useRuleChanges(onSaid);
  const { rules, browsers } = settings;
  const { draft, isKept, setDraft, begin, putAway, save } = useRuleDraft(
    rules,
    offer?.draft ?? undefined,
  );

  const saveDraft = () =>
    save((saved) => {
      const text = t(saved.at < rules.length ? 'rules.list.changed' : 'rules.list.added');
      return change({ rules: withDraft(rules, saved) }, text);
    });
  return (
    <>
      <Said text={said} onUndo={undo && (() => void undo())} />
      {offer && (draft || !offer.draft) ? <OfferNote source={offer.source} /> : null}
      <DraftNote isThere={isKept} />
      <RuleList
        rules={rules}
        draft={draft}
        onDraft={setDraft}
        onCancel={putAway}
        onSaveDraft={() => void saveDraft()}
        onChange={(next, text) => void change({ rules: next }, text)}
      >
        {rules.length + browsers.length > 0 && !draft ? (
          <ResetButton
            onReset={() => void change({ rules: [], browsers: [] }, t('rules.list.removedAll'))}
          />
        ) : null}
      </RuleList>
      <RuleTrial
        settings={settings}
        draft={draft}
        offered={offer?.window ?? null}
        onMakeRule={(title) => {
          begin({ at: rules.length, rule: newRule(title.slice(0, 500)) });
        }}
        onAddBrowser={(app) => {
          void change({ browsers: [...browsers, app.slice(0, 200)] }, t('rules.list.changed'));
        }}
      />
      <BrowserList
        browsers={browsers}
        onChange={(next) => void change({ browsers: next }, t('rules.list.changed'))}
      />
    </>
  );
}

/** The user's own rules and browsers: their order, a trial of them, and files of them. */
export function RulesPage() {
  const { t } = useWords();
  const settings = useApp((state) => state.settings);
  const loadSettings = useApp((state) => state.loadSettings);
  const exportRules = useApp((state) => state.exportRules);
  const importRules = useApp((state) => state.importRules);
  const [file, setFile] = useState<RuleImport>();
  const [said, setSaid] = useState('');
  const offer = useApp((state) => state.ruleOffer);
  const forgetRuleOffer = useApp((state) => state.forgetRuleOffer);
  useEffect(() => forgetRuleOffer, [forgetRuleOffer]);
  const save = async () => {
    if (await exportRules()) setSaid(t('rules.exported'));
  };
  return (
    <div className={classes.page}>
      <PageHead
        title={t('page.rules')}
        detail={t('rules.intro')}
        actions={
          <>
            <Button variant="default" onClick={() => void importRules().then(setFile)}>
              {t('rules.import')}
            </Button>
            <Button variant="default" onClick={() => void save()}>
              {t('rules.export')}
            </Button>
          </>
        }
      />
      <RemoteView remote={settings} heights={[220, 260, 160]} onRetry={() => void loadSettings()}>
        {(value) => (
          <>
            <ReadFile
              file={file}
              mine={value}
              onSaid={setSaid}
              onClose={() => {
                setFile(undefined);
              }}
            />
            <OwnRulesEditor
              key={offer?.id}
              offer={offer}
              settings={value}
              said={said}
              onSaid={setSaid}
            />
          </>
        )}
      </RemoteView>
    </div>
  );
}
