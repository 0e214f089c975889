import { useEffect, useState } from 'react';
import type { RuleTrial } from '../../../shared/ipc/contract.ts';
import type { TriedRules } from '../../../shared/ipc/rule-views.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import { useApp } from '../../store/use-app.ts';

/** How long the typing has to rest before it is tried. */
const TYPING_MS = 120;
/** How often the watched window is asked for. */
const ASK_MS = 1_000;

/**
 * What a typed sample is by the rules, tried again whenever it, the draft or the settings change;
 * undefined while nothing is typed or known.
 */
export function useTypedTrial(trial: RuleTrial, settings: Settings): TriedRules | undefined {
  const tryRules = useApp((state) => state.tryRules);
  const [tried, setTried] = useState<TriedRules>();
  const key = JSON.stringify(trial);
  const isEmpty = trial.sample === null || trial.sample.title === '';
  useEffect(() => {
    if (isEmpty) return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      void tryRules(JSON.parse(key) as RuleTrial).then((answer) => {
        if (isCurrent) setTried(answer);
      });
    }, TYPING_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [key, isEmpty, settings, tryRules]);
  return isEmpty ? undefined : tried;
}

/**
 * Watches the user's windows while it is switched on and the page is there, and tells what the latest
 * is by the rules. What was seen lives in the component alone and goes with it.
 */
export function useWatchedTrial(
  isOn: boolean,
  draft: RuleTrial['draft'],
  settings: Settings,
): TriedRules | undefined {
  const tryRules = useApp((state) => state.tryRules);
  const watchWindows = useApp((state) => state.watchWindows);
  const [tried, setTried] = useState<TriedRules>();
  useEffect(() => {
    if (!isOn) return;
    void watchWindows(true);
    return () => {
      setTried(undefined);
      void watchWindows(false);
    };
  }, [isOn, watchWindows]);
  const key = JSON.stringify(draft);
  useEffect(() => {
    if (!isOn) return;
    let isCurrent = true;
    const ask = () => {
      // A window that nobody sees lets the watch run out.
      if (document.visibilityState === 'hidden') return;
      void tryRules({ draft: JSON.parse(key) as RuleTrial['draft'], sample: null }).then(
        (answer) => {
          if (isCurrent) setTried(answer);
        },
      );
    };
    ask();
    const timer = setInterval(ask, ASK_MS);
    return () => {
      isCurrent = false;
      clearInterval(timer);
    };
  }, [isOn, key, settings, tryRules]);
  return isOn ? tried : undefined;
}
