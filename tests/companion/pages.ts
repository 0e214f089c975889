/** @file The pages under LinkedIn's names: titles as LinkedIn gives them, and what each tells of itself to the test. */

/** A name that stands in addresses and titles alone, to be found nowhere else. */
export const PLANTED = 'Zanzibar Quispel';

/**
 * Titles by the start of a path, the longest that fits. Where LinkedIn's do not say what a page is (a person, a company,
 * an article), or are those of the page before, these do not either.
 */
const TITLES: Readonly<Record<string, string>> = {
  '/feed/': '(3) Feed | LinkedIn',
  '/messaging/': '(3) Messaging | LinkedIn',
  '/notifications/': '(3) Notifications | LinkedIn',
  '/mynetwork/': '(3) Grow | LinkedIn',
  '/in/': `(3) ${PLANTED} | LinkedIn`,
  '/posts/': '(3) Post | LinkedIn',
  '/pulse/': 'From my desk | LinkedIn',
  '/company/quispel/jobs/': 'Quispel: Jobs | LinkedIn',
  '/company/quispel/admin/': 'Quispel: Company Page Admin | LinkedIn',
  '/learning/': `${PLANTED} | LinkedIn Learning`,
  '/sales/': 'Home | Sales Navigator',
  '/talent/': 'LinkedIn Talent Solutions',
  '/jobs/': '(3) Jobs | LinkedIn',
  '/jobs/view/': '(3) Engineer | Quispel | LinkedIn',
  '/help/': 'Blocked accounts | LinkedIn Help',
  '/games/': 'Queens | LinkedIn',
  '/search/results/content/': '(3) Search | LinkedIn',
};

/** What another site calls itself: one of them as LinkedIn's own pages do, which no title can tell apart. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  '/': `${PLANTED} elsewhere`,
  '/copy/': 'Feed | LinkedIn',
};

/** What keys do in a page, so that no browser has to be driven in a way that users do not. */
function pageScript(titles: Readonly<Record<string, string>>): string {
  return `
const titles = ${JSON.stringify(titles)};
const tell = () => navigator.sendBeacon('/told', String(Date.now()));
const name = () => {
  const starts = Object.keys(titles).filter((start) => location.pathname.startsWith(start));
  document.title = titles[starts.sort((a, b) => b.length - a.length)[0]] ?? 'LinkedIn';
};
const go = { m: '/messaging/', f: '/feed/', n: '/notifications/' };
addEventListener('keydown', ({ key, ctrlKey, altKey }) => {
  if (ctrlKey || altKey) return;
  if (go[key]) { history.pushState({}, '', go[key]); tell(); name(); }
  // LinkedIn sometimes leaves the title of the page before.
  if (key === 'k') { history.pushState({}, '', '/in/zanzibar-quispel/'); tell(); }
  if (key === 't') { document.title = '(9) ${PLANTED} sent you a message | LinkedIn'; setTimeout(name, 800); }
  if (key === 'p') open('/messaging/', '', 'popup,width=500,height=400');
});
addEventListener('popstate', () => { tell(); name(); });
addEventListener('pagehide', tell);
addEventListener('pageshow', ({ persisted }) => { if (persisted) tell(); });
document.addEventListener('visibilitychange', tell);
if (document.visibilityState === 'visible') tell();
name();`;
}

/** A page, which tells at its own address when it is shown, changed or left. */
export function pageOf(host: string, path: string): string {
  const titles = host.endsWith('linkedin.com') ? TITLES : ELSEWHERE;
  return `<!doctype html><meta charset="utf-8"><title>${host}</title><p>${path}<script>${pageScript(titles)}</script>`;
}
