import { Button } from '@mantine/core';
import { useId } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { agreementOn } from '../../../shared/domain/agreement.ts';
import { LEAST_DAYS } from '../../../shared/domain/block-proposal.ts';
import type { BlockProposalView } from '../../../shared/ipc/views.ts';
import { FactItem } from '../../components/fact.tsx';
import facts from '../../components/fact.module.css';
import { localToday } from '../../i18n/since.ts';
import { blockText, minutesText, useWords } from '../../i18n/words.ts';
import { valueOf } from '../../store/remote.ts';
import type { ProposedBlock } from '../../store/state/drafts.ts';
import { useApp } from '../../store/use-app.ts';
import { newVersion, termsToStartFrom } from '../../store/new-agreement.ts';
import classes from './review-page.module.css';

/** What the middle half of the days had, and the block that spans it, with the way to the draft of a version. */
function Proposed({ figures }: { readonly figures: ProposedBlock }) {
  const words = useWords();
  const { t, format } = words;
  const agreements = useApp((state) => valueOf(state.settings)?.agreements) ?? [];
  const draft = useApp((state) => state.drafts.agreement);
  const keepDraft = useApp((state) => state.keepDraft);
  const openPage = useApp((state) => state.openPage);
  const { minMinutes, maxMinutes } = figures;
  const today = localToday();
  const current = agreementOn(agreements, today);
  const terms = termsToStartFrom(agreements, today);
  const isSame = current?.minMinutes === minMinutes && current.maxMinutes === maxMinutes;
  const now = current
    ? blockText(words, current.minMinutes, current.maxMinutes)
    : t('review.proposal.noBlock');
  return (
    <>
      <dl className={facts.facts}>
        <FactItem
          label={t('review.proposal.middle')}
          detail={t('review.proposal.middleText', {
            days: format.number(figures.days),
            dates: format.dateRange(figures.from, figures.to),
          })}
        >
          {blockText(words, figures.leastMinutes, figures.mostMinutes)}
        </FactItem>
        <FactItem label={t('review.proposal.mean')} detail={t('review.proposal.meanText')}>
          {minutesText(words, figures.meanMinutes)}
        </FactItem>
        <FactItem
          label={t('review.proposal.block')}
          detail={isSame ? t('review.proposal.same') : t('review.proposal.blockText', { now })}
        >
          {blockText(words, minMinutes, maxMinutes)}
        </FactItem>
      </dl>
      {isSame || !terms ? null : (
        <div className={classes.draft}>
          <Button
            variant="default"
            onClick={() => {
              if (!draft) {
                const next = newVersion({ ...terms, minMinutes, maxMinutes }, today);
                keepDraft({ agreement: { ...next, figures } });
              }
              openPage('agreement');
            }}
          >
            {t(draft ? 'review.proposal.open' : 'review.proposal.draft')}
          </Button>
          <p className={classes.about}>
            {t(draft ? 'review.proposal.hasDraft' : 'review.proposal.draftHelp')}
          </p>
        </div>
      )}
    </>
  );
}

/** Shows, when asked, which block the eight weeks up to a date come to. Until then nothing is reckoned. */
export function ProposalCard({ isoDate }: { readonly isoDate: string }) {
  const { t, format } = useWords();
  const id = useId();
  const proposeBlock = useApp((state) => state.proposeBlock);
  const [isAsked, setAsked] = useState(false);
  const [proposal, setProposal] = useState<BlockProposalView>();
  useEffect(() => {
    if (!isAsked) return;
    let isCurrent = true;
    void proposeBlock(isoDate).then((value) => {
      if (!isCurrent) return;
      setProposal(value);
      if (!value) setAsked(false);
    });
    return () => {
      isCurrent = false;
    };
  }, [isAsked, isoDate, proposeBlock]);
  const shown = isAsked ? proposal : undefined;
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{t('review.proposal.title')}</h2>
      <p className={classes.about}>{t('review.proposal.about')}</p>
      <Button
        variant="default"
        aria-expanded={isAsked}
        onClick={() => {
          setAsked(!isAsked);
        }}
      >
        {t(isAsked ? 'review.proposal.hide' : 'review.proposal.show')}
      </Button>
      <div className={classes.proposal} role="status">
        {shown?.status === 'proposed' ? <Proposed figures={shown} /> : null}
        {shown?.status === 'too-few' ? (
          <p>
            {t('review.proposal.tooFew', {
              dates: format.dateRange(shown.from, shown.to),
              days: format.number(shown.days),
              needed: format.number(LEAST_DAYS),
            })}
          </p>
        ) : null}
      </div>
    </section>
  );
}
