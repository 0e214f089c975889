import { isActivity } from '../../shared/domain/activity.ts';
import { en } from './en.ts';
import type { Words } from './words.ts';

type Section = keyof typeof en.rule.section;
type RuleLanguage = keyof typeof en.rule.language;

const isSection = (id: string | undefined): id is Section =>
  id !== undefined && Object.hasOwn(en.rule.section, id);
const isLanguage = (id: string | undefined): id is RuleLanguage =>
  id !== undefined && Object.hasOwn(en.rule.language, id);

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

/**
 * A rule in the words of a person, by its id. An id without its last part, as `words:nl`, names the
 * kind alone: what is shielded tells no more.
 *
 * @example ruleText(words, 'words:nl:messaging') // 'Word list, Dutch: Messaging'
 */
export function ruleText({ t, format }: Words, rule: string): string {
  const [kind = '', first, second] = rule.split(':');
  const rest = rule.slice(kind.length + 1);
  switch (kind) {
    case 'words': {
      if (!isLanguage(first)) break;
      const language = t(`rule.language.${first}`);
      return isSection(second)
        ? t('rule.words', { language, section: t(`rule.section.${second}`) })
        : t('rule.wordsOnly', { language });
    }
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
