import { isActivity } from '../../shared/domain/activity.ts';
import { en } from './en.ts';
import type { Words } from './words.ts';

type Section = keyof typeof en.rule.section;

const isSection = (id: string | undefined): id is Section =>
  id !== undefined && Object.hasOwn(en.rule.section, id);

const GUESSES = {
  'one-part': 'rule.guessName',
  'two-parts': 'rule.guessParts',
  role: 'rule.guessRole',
  headline: 'rule.guessHeadline',
  sentence: 'rule.guessSentence',
} as const;

const isGuess = (id: string | undefined): id is keyof typeof GUESSES =>
  id !== undefined && Object.hasOwn(GUESSES, id);

/** The words that only make a likely answer, besides the shape of a title. */
const LIKELY_SECTION = 'post-title-guess';

/** Whether a rule took the likeliest activity of several. */
export function isGuessRule(rule: string): boolean {
  return /^guess(?::|$)/.test(rule) || rule.endsWith(`:${LIKELY_SECTION}`);
}

/** A page by its name, which its title said, or by what it is. */
function titleText(t: Words['t'], section: string): string {
  return t(/^\p{Lu}/u.test(section) ? 'rule.words' : 'rule.wordsAbout', { section });
}

/**
 * Why something was taken for what it is, in the words of a person, by the id of the rule. An id without its last part, as `words:nl`, names the
 * kind alone: what is shielded tells no more.
 *
 * @example ruleText(words, 'words:nl:messaging') // 'Because the title said Messaging'
 */
export function ruleText({ t, format }: Words, rule: string): string {
  const [kind = '', first, second] = rule.split(':');
  const rest = rule.slice(kind.length + 1);
  switch (kind) {
    case 'words':
      return isSection(second) ? titleText(t, t(`rule.section.${second}`)) : t('rule.wordsOnly');
    case 'url':
      if (rest === '') return t('rule.urlOnly');
      if (rest === 'other') return t('rule.urlOther');
      if (rest === 'not-linkedin') return t('rule.urlNotLinkedIn');
      return t('rule.url', { path: rest.replace(/^host:/, '') });
    case 'user':
      return rest === ''
        ? t('rule.userOnly')
        : t('rule.user', { position: format.number(Number(rest)) });
    case 'app':
      if (rest === 'not-a-browser') return t('rule.appNotABrowser');
      if (rest === 'lock-screen') return t('rule.lockScreen');
      return isSection(first) && first !== 'linkedin'
        ? t('rule.app', { section: t(`rule.section.${first}`) })
        : t('rule.appOnly');
    case 'companion':
      if (rest === 'elsewhere') return t('rule.companionNotLinkedIn');
      return isActivity(rest)
        ? t('rule.companion', { activity: t(`activity.${rest}`) })
        : t('rule.companionOnly');
    case 'guess':
      return t(isGuess(first) ? GUESSES[first] : 'rule.guess');
    case 'window':
      return t(rest === 'named' ? 'rule.namedWindow' : 'rule.privateWindow');
    case 'title':
      if (rest === 'spoilt') return t('rule.spoilt');
      return t(rest === 'cut' ? 'rule.cut' : 'rule.notLinkedIn');
    case 'notice':
      return t('rule.noticeKept');
  }
  return t('rule.unknown');
}
