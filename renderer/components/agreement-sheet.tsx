import { type LinkedInActivity, LINKEDIN_ACTIVITIES } from '../../shared/domain/activity.ts';
import { type Agreement, fitsRole, purposeOf, roleWork } from '../../shared/domain/agreement.ts';
import { wallText } from './ranges-field.tsx';
import { blockText, type Words } from '../i18n/words.ts';
import classes from './agreement-sheet.module.css';
import { SheetParts } from './sheet-parts.tsx';

/** Dates this old mean that something has always been so. */
const ALWAYS_BEFORE = '1971';

/** Whether an activity is named: what fits the role, and what was agreed on by itself. */
export function isListed(activity: LinkedInActivity, { role, purposes }: Agreement): boolean {
  return fitsRole(activity, role) || purposes[activity] !== undefined;
}

/** Who signs, and when; each empty where it is written by hand. */
export interface SheetNames {
  readonly name: string;
  readonly job: string;
  /** ISO date. */
  readonly date: string;
}

/** All of it is written by hand. */
const NO_NAMES: SheetNames = { name: '', job: '', date: '' };

/** The parts of the sheet: what for, how long and when, what counts as what, and what stays private. */
function partsOf(
  agreement: Agreement,
  words: Words,
): readonly (readonly [title: string, text: string])[] {
  const { t } = words;
  const { window, goal, allowed, role } = agreement;
  const own = roleWork(role);
  const named = (purpose: 'business' | 'neutral') =>
    LINKEDIN_ACTIVITIES.filter(
      // What is shielded is never named.
      (activity): activity is LinkedInActivity =>
        activity !== 'jobs' &&
        activity !== own &&
        isListed(activity, agreement) &&
        purposeOf(activity, agreement) === purpose,
    )
      .map((activity) => t(`activity.${activity}`))
      .join(', ');
  const block = t('sheet.blockText', {
    range: blockText(words, agreement.minMinutes, agreement.maxMinutes),
    window: window
      ? t('sheet.window', { from: wallText(words, window.from), to: wallText(words, window.to) })
      : t('sheet.windowAny'),
  });
  const neutral = named('neutral');
  return [
    [t('sheet.goal'), goal === '' ? t('sheet.goalNone') : goal],
    [
      t('sheet.block'),
      own ? `${block} ${t('sheet.own', { activity: t(`activity.${own}`) })}` : block,
    ],
    [t('sheet.welcome'), [allowed, named('business')].filter((text) => text !== '').join('\n')],
    ...(neutral === '' ? [] : [[t('sheet.neutral'), neutral] as const]),
    [t('sheet.private'), t('sheet.privateText')],
    [t('sheet.data'), t('sheet.dataText')],
  ];
}

/** The agreement on one page. It has what was agreed, and nothing of what was measured. */
export function AgreementSheet({
  agreement,
  names: { name, job, date } = NO_NAMES,
  words,
  language,
}: {
  readonly agreement: Agreement;
  readonly names?: SheetNames;
  readonly words: Words;
  readonly language: string;
}) {
  const { t, format } = words;
  const { agreedWith, from, lookAgainOn } = agreement;
  return (
    <article className={classes.sheet} lang={language}>
      <header>
        <h2>{t('sheet.title')}</h2>
        <p>
          {from < ALWAYS_BEFORE
            ? t('sheet.since')
            : t('sheet.from', { date: format.dateFull(from) })}
        </p>
        {lookAgainOn === null ? null : (
          <p>{t('sheet.again', { date: format.dateFull(lookAgainOn) })}</p>
        )}
      </header>
      <SheetParts parts={partsOf(agreement, words)} />
      <footer>
        <p>
          {date === '' ? t('sheet.signed') : t('sheet.signedOn', { date: format.dateFull(date) })}
        </p>
        <div className={classes.signatures}>
          <span>
            {name === '' ? t('sheet.employee') : name}
            {job === '' ? null : <small>{job}</small>}
          </span>
          <span>{agreedWith === '' ? t('sheet.withNone') : agreedWith}</span>
        </div>
      </footer>
    </article>
  );
}
