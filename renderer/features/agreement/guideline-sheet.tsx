import type { LinkedInActivity } from '../../../shared/domain/activity.ts';
import {
  PURPOSES,
  ROLES,
  type Role,
  purposeOf,
  roleWork,
} from '../../../shared/domain/agreement.ts';
import {
  GUIDELINE_ACTIVITIES,
  type Guideline,
  type Suggestion,
} from '../../../shared/settings/guideline-file.ts';
import { DEFAULT_SETTINGS } from '../../../shared/settings/settings.ts';
import { wallText } from '../../components/ranges-field.tsx';
import { blockText, type Words } from '../../i18n/words.ts';
import classes from '../../components/agreement-sheet.module.css';
import { SheetParts } from '../../components/sheet-parts.tsx';

/** What is suggested for one role, in sentences. */
function suggestionText(
  role: Role,
  { goal, block, window, purposes = {} }: Suggestion,
  words: Words,
): string {
  const { t } = words;
  const own = roleWork(role);
  const when = window
    ? t('sheet.window', { from: wallText(words, window.from), to: wallText(words, window.to) })
    : t('sheet.windowAny');
  const named = PURPOSES.flatMap((purpose) => {
    const activities = GUIDELINE_ACTIVITIES.filter((activity) => purposes[activity] === purpose);
    if (activities.length === 0) return [];
    const list = activities.map((activity) => t(`activity.${activity}`)).join(', ');
    return [`${t(`purpose.${purpose}`)}: ${list}.`];
  });
  return [
    goal,
    block &&
      t('sheet.blockText', {
        range: blockText(words, block.minMinutes, block.maxMinutes),
        window: when,
      }),
    own && t('sheet.own', { activity: t(`activity.${own}`) }),
    ...named,
  ]
    .filter((text) => text !== undefined && text !== '')
    .join(' ');
}

/** An employer's guideline on one page, for those whom it is about. */
export function GuidelineSheet({
  guideline,
  words,
  language,
}: {
  readonly guideline: Guideline;
  readonly words: Words;
  readonly language: string;
}) {
  const { t } = words;
  const roles = ROLES.flatMap((role) => {
    const suggestion = guideline.roles[role];
    return suggestion ? [[role, suggestion] as const] : [];
  });
  const usual = DEFAULT_SETTINGS.agreements[0];
  // What only another role works with says nothing to those whom this is for.
  const isOfOthers = (activity: LinkedInActivity) =>
    ROLES.some((role) => roleWork(role) === activity && guideline.roles[role] === undefined);
  const welcome = GUIDELINE_ACTIVITIES.filter(
    (activity) =>
      !isOfOthers(activity) &&
      purposeOf(activity, usual) === 'business' &&
      roles.every(([, { purposes }]) => (purposes?.[activity] ?? 'business') === 'business'),
  )
    .map((activity) => t(`activity.${activity}`))
    .join(', ');
  const parts: readonly (readonly [title: string, text: string])[] = [
    ...roles.map(
      ([role, suggestion]) =>
        [t(`agreement.roles.${role}`), suggestionText(role, suggestion, words)] as const,
    ),
    [t('guidelineSheet.welcome'), t('guidelineSheet.welcomeText', { list: welcome })],
    [t('guidelineSheet.private'), t('guidelineSheet.privateText')],
    [t('guidelineSheet.profile'), t('guidelineSheet.profileText')],
    [t('guidelineSheet.measuring'), t('guidelineSheet.measuringText')],
    [t('guidelineSheet.figures'), t('guidelineSheet.figuresText')],
    [t('guidelineSheet.wrong'), t('guidelineSheet.wrongText')],
  ];
  return (
    <article className={`${classes.sheet ?? ''} ${classes.dense ?? ''}`} lang={language}>
      <header>
        <h2>{t('guidelineSheet.title')}</h2>
        <p>{guideline.name ?? t('guidelineSheet.subtitle')}</p>
      </header>
      <SheetParts parts={parts} />
      <footer>
        <p>{t('guidelineSheet.foot')}</p>
      </footer>
    </article>
  );
}
