import type { Activity } from '../domain/activity.ts';
import type { WindowSample } from '../domain/window-sample.ts';
import type { UserRule } from '../settings/settings.ts';

/** What a sample is, and which rule said so. Holds nothing of the sample itself. */
export interface Classification {
  /** Job search is `jobs`, never `private`: the shield is applied later. */
  readonly activity: Activity;
  /** Stable id of the rule that decided, as in `words:nl:messaging`. */
  readonly rule: string;
  /** The title flipped to a notice; the window's earlier activity goes on. */
  readonly notice: boolean;
  /** The lock screen or a screen saver: never time. */
  readonly lockScreen: boolean;
  /** The title could not tell; the likeliest activity was taken. */
  readonly guess: boolean;
}

export interface ClassifierOptions {
  /** The user's own rules; the first that matches decides. */
  readonly rules: readonly UserRule[];
  /** Apps that are browsers besides those the product knows. */
  readonly browsers: readonly string[];
  readonly ignorePrivateWindows: boolean;
}

export type Classify = (sample: WindowSample) => Classification;

const BROWSER =
  /^(google[- ]chrome.*|chrome|chromium.*|firefox.*|mozilla firefox.*|navigator|msedge|microsoft[- ]edge.*|safari.*|brave.*|opera.*|vivaldi.*|arc|zen.*|librewolf|duckduckgo|internet explorer|iexplore|linkedin|msedgewebview2|applicationframehost)$/;
const LOCK = /^(lockapp|loginwindow|logonui|screensaverengine|.*\.scr|.*greeter)$/;
const TAIL =
  /(?: (?:and \d+ more pages?|en nog \d+ andere pagina's?|et \d+ pages? de plus|und \d+ weitere seiten?|y \d+ páginas? más))?(?: - (?:personal|work|profile \d+|persoonlijk|werk|personnel|personal|persönlich))?(?: -|:) (?:google chrome|chromium|mozilla firefox|microsoft edge|brave|opera|vivaldi|arc|safari|zen browser|librewolf)(?: - .*)?$/;
const PRIVATE =
  /incognito|inprivate|private browsing|privater modus|navigation privée|privénavigatie/;
const WORDS: readonly (readonly [Activity, readonly string[]])[] = [
  ['feed', ['feed', "fil d'actualité", 'saved posts', 'home']],
  [
    'networking',
    ['my network', 'network', 'grow', 'mijn netwerk', 'connections', 'invitations', 'search'],
  ],
  ['messaging', ['messaging', 'messagerie', 'berichten', 'nachrichten', 'mensajes', 'mensagens']],
  ['publishing', ['post', 'bijdrage', 'edit article', 'analytics', 'post analytics']],
  ['notifications', ['notifications', 'meldingen', 'mitteilungen', 'notificaciones', 'notifiche']],
  ['jobs', ['jobs', 'vacatures', 'job tracker', 'my jobs', 'emplois', 'empleos', 'vagas']],
  ['other', ['sign in', 'settings', 'page not found']],
];
const PATHS: readonly (readonly [string, Activity])[] = [
  ['/learning', 'learning'],
  ['/sales', 'sales'],
  ['/talent', 'recruiting'],
  ['/recruiter', 'recruiting'],
  ['/hiring', 'recruiting'],
  ['/campaignmanager', 'marketing'],
  ['/jobs', 'jobs'],
  ['/messaging', 'messaging'],
  ['/notifications', 'notifications'],
  ['/feed/update', 'publishing'],
  ['/posts', 'publishing'],
  ['/pulse', 'publishing'],
  ['/feed', 'feed'],
  ['/in/', 'networking'],
  ['/company', 'networking'],
  ['/mynetwork', 'networking'],
  ['/search', 'networking'],
];

/** Builds the classifier for some settings. */
export function createClassifier(options: ClassifierOptions): Classify {
  const browsers = new Set(options.browsers.map((name) => name.toLowerCase()));
  const result = (activity: Activity, rule: string, extra: Partial<Classification> = {}) => ({
    activity,
    rule,
    notice: false,
    lockScreen: false,
    guess: false,
    ...extra,
  });
  return ({ app, title, url }) => {
    const name = (app.split(/[\\/]/).at(-1) ?? '').toLowerCase().replace(/\.exe$/, '');
    if (LOCK.test(name)) return result('elsewhere', 'app:lock-screen', { lockScreen: true });
    const full = title.slice(0, 1024);
    for (const [index, rule] of options.rules.entries()) {
      const text = rule.field === 'app' ? app : rule.field === 'url' ? (url ?? '') : full;
      if (text.toLowerCase().includes(rule.text.toLowerCase()))
        return result(rule.activity === 'private' ? 'jobs' : rule.activity, `user:${index + 1}`);
    }
    if (!BROWSER.test(name) && !browsers.has(name)) return result('elsewhere', 'app:not-a-browser');
    const plain = full
      .normalize('NFKC')
      .replace(/\p{Cf}/gu, '')
      .replace(/[‘’]/g, "'")
      .replace(/[–—]/g, '-')
      .toLowerCase();
    if (options.ignorePrivateWindows && PRIVATE.test(plain))
      return result('elsewhere', 'window:private');
    if (url) return byUrl(url);
    const page = plain.replace(TAIL, '').replace(/^\(\d+\+?\) /, '');
    if (page === 'linkedin') return result('other', 'brand:linkedin');
    if (/\| sales navigator$/.test(page)) return result('sales', 'product:sales-navigator');
    if (/linkedin learning(, formerly lynda.com)?$/.test(page))
      return result('learning', 'product:learning');
    const body = / \| linkedin$/.test(page) ? page.slice(0, -' | linkedin'.length) : undefined;
    if (body === undefined) return result('elsewhere', 'title:not-linkedin');
    if (/^new message from | sent you a message$/.test(body))
      return result('messaging', 'notice:en', { notice: true });
    for (const [activity, words] of WORDS)
      if (words.includes(body)) return result(activity, `words:en:${activity}`);
    if (body.includes(' | ')) return result('jobs', 'guess:two-segments', { guess: true });
    return result('networking', 'guess:one-segment', { guess: true });

    function byUrl(address: string): Classification {
      const parts =
        /^https?:\/\/(?:[a-z0-9-]+\.)*linkedin\.com(?::\d+)?(\/[^?#]*)?(?:[?#].*)?$/i.exec(address);
      if (!parts) return result('elsewhere', 'url:not-linkedin');
      const pathname = (parts[1] ?? '/').toLowerCase();
      if (pathname === '/') return result('feed', 'url:/');
      const found = PATHS.find(([path]) => pathname.startsWith(path));
      return found ? result(found[1], `url:${found[0]}`) : result('other', 'url:other');
    }
  };
}
