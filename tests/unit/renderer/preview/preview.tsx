/**
 * @file The window over a fake main process, to look at in a browser. The address chooses the scene:
 * `?scene=hour&language=nl&theme=dark&page=week`. The page `privacy-data` is a tab.
 */
import '../../../../renderer/mantine-styles.ts';
import '../../../../renderer/styles.css';
import { createRoot } from 'react-dom/client';
import { App } from '../../../../renderer/app.tsx';
import { createTexts } from '../../../../renderer/i18n/i18n.ts';
import { createAppStore } from '../../../../renderer/store/app-store.ts';
import { startSync } from '../../../../renderer/store/sync.ts';
import { WINDOW_PAGES } from '../../../../shared/ipc/place.ts';
import { parseSettings } from '../../../../shared/settings/settings.ts';
import { createFakeApi } from '../../../support/fake-api.ts';
import { INFO } from '../../../support/fake-views.ts';
import { viewsOver } from '../../../support/example-weeks.ts';
import { SCENES } from './scenes.ts';

const address = new URLSearchParams(location.search);
const scene = SCENES[address.get('scene') ?? 'week'] ?? SCENES['week'];
if (!scene) throw new Error('No such scene');
const language = address.get('language') === 'nl' ? 'nl' : 'en';
const theme = address.get('theme') === 'dark' ? 'dark' : 'light';

const fake = createFakeApi({
  ...viewsOver(scene.spans, scene.nowMs, () => fake.main.settings),
  ...(scene.views ?? {}),
  info: {
    ...INFO,
    language,
    locale: address.get('locale') ?? (language === 'nl' ? 'nl-NL' : 'en-GB'),
    ...(scene.info ?? {}),
  },
  tracker: scene.tracker,
});
fake.main.settings = parseSettings({ welcomed: true, ...scene.settings, theme, language }).settings;
fake.main.undos = scene.undos ?? [];
fake.main.seen = scene.seen ?? null;
if (scene.autostart) fake.main.autostart = scene.autostart;
if (scene.reviewDue) fake.main.reviewDue = scene.reviewDue;
if (scene.privacy) fake.main.privacy = scene.privacy;
if (scene.sight) fake.main.sight = scene.sight;
for (const [method, code] of scene.failing ?? []) fake.main.failing.set(method, code);

const store = createAppStore(fake.api);
const page = WINDOW_PAGES.find((one) => one === address.get('page'));
startSync(fake.api, store, () => () => undefined);
if (scene.shownDay) void store.getState().openDay(scene.shownDay);
if (page) store.setState({ page });
if (scene.ruleOffer) {
  fake.main.ruleOffer = scene.ruleOffer;
  if (page === 'rules') void store.getState().openRuleOffer(0, 'networking');
}
if (address.get('page') === 'privacy-data') store.getState().openPrivacy('data');
const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';
const root = document.getElementById('root');
if (!root) throw new Error('No root');
createRoot(root).render(<App store={store} texts={createTexts(language)} nonce={nonce} />);
