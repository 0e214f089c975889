import { FIREFOX } from './browser-texts.ts';
import { fold } from './fold.ts';
import { compileFrames, type Unframe } from './frames.ts';
import type { TailWords } from './languages.ts';
import { compileWords, type Pattern } from './pattern.ts';
import type { Tables } from './tables.ts';
import { createTextSet, type TextSet } from './text-set.ts';

/** What browsers write around a page, in all languages, folded. */
export interface BrowserWords {
  readonly private: TextSet;
  readonly profiles: TextSet;
  readonly memoryNotes: TextSet;
  readonly notes: TextSet;
  readonly notePatterns: readonly Pattern[];
  readonly bullets: TextSet;
  /** "and 3 more pages". */
  readonly withoutMorePages: Unframe;
  /** The same, "Audio playing" and the like, as Chromium's packages have them. */
  readonly withoutNote: Unframe;
  /** "(Incognito)" and the like behind the whole. */
  readonly withoutPrivateMark: Unframe;
  /** Firefox's name out of what it calls itself in a private window. */
  readonly withoutPrivateName: Unframe;
  /** What stands in place of Firefox's name, or before it, where a site is an app. */
  readonly siteApps: readonly Pattern[];
  /** Notes that stand before the page alone. */
  readonly leadingNotes: readonly string[];
  /** What may stand between a browser's name and a profile, besides a dash. */
  readonly profileJoints: readonly string[];
}

/** Gathers the words of all languages and of the browsers' packages. */
export function gatherBrowserWords({ languages, apps, browserTexts }: Tables): BrowserWords {
  const all = (kind: keyof TailWords): string[] => {
    return languages.flatMap(({ tails }) => tails?.[kind] ?? []).map((word) => fold(word));
  };
  const notes = all('notes');
  const morePages = [...all('morePages').map((words) => `$1 ${words}`), ...browserTexts.morePages];
  const privateNames = browserTexts.privateNames.map((form) => form.replace(FIREFOX, '$$1'));
  const profileForms = browserTexts.profileForms.map((form) => form.slice('$1'.length));
  return {
    // Firefox writes the mark behind the page too, as a part of its own.
    private: createTextSet([...all('private'), ...browserTexts.privateMarks]),
    profiles: createTextSet([...all('profiles'), ...browserTexts.profiles]),
    memoryNotes: createTextSet(all('memoryNotes')),
    notes: createTextSet(notes),
    notePatterns: notes.filter((note) => note.includes('*')).map(compileWords),
    bullets: createTextSet(apps.bullets.map((bullet) => fold(bullet))),
    withoutMorePages: compileFrames(morePages),
    withoutNote: compileFrames([...morePages, ...browserTexts.notes]),
    withoutPrivateMark: compileFrames(browserTexts.privateWindows),
    withoutPrivateName: compileFrames(privateNames),
    siteApps: browserTexts.siteApps.map((form) => compileWords(form.replaceAll(/\$[12]/g, '*'))),
    leadingNotes: browserTexts.notes
      .filter((form) => form.endsWith('$1'))
      .map((form) => form.slice(0, -'$1'.length)),
    profileJoints: profileForms.map((form) => form.split('$2')[0] ?? ''),
  };
}
