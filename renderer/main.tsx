/** @file Starts the window: store, texts and page over what the preload exposed. */
import './without-eval.ts';
import './mantine-styles.ts';
import './styles.css';
import { createRoot } from 'react-dom/client';
import { api as bridge } from './api.ts';
import { App } from './app.tsx';
import { createTexts } from './i18n/i18n.ts';
import { createAppStore } from './store/app-store.ts';
import { watchTyping } from './store/place.ts';
import { startSync } from './store/sync.ts';
import { goByTheSameClock } from './zones.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root element');

const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';
const { api, learnLocal } = goByTheSameClock(bridge);
const store = createAppStore(api);
watchTyping(document, () => {
  store.setState({ typed: true });
});
// Where the window before this one was left; without it, the day that is loaded first might not be the one shown.
store.setState((await api.takePlace().catch(() => null)) ?? {});
startSync(api, store, (intervalMs, callback) => {
  const timer = setInterval(callback, intervalMs);
  return () => {
    clearInterval(timer);
  };
});

/** All that decides what stands at the top of the page; without it, what came late would push the rest down. */
const isKnown = () => {
  const { info, settings, autostart, tracker } = store.getState();
  return [info, settings, autostart, tracker].every(({ status }) => status !== 'loading');
};
const { promise: known, resolve } = Promise.withResolvers<undefined>();
const unsubscribe = store.subscribe(() => {
  if (isKnown()) resolve(undefined);
});
void Promise.all([known, learnLocal(), store.getState().loadReviewDue()]).then(() => {
  unsubscribe();
  createRoot(root).render(<App store={store} texts={createTexts('en')} nonce={nonce} />);
});
