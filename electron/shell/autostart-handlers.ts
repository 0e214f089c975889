import { addDays } from '../../shared/domain/calendar.ts';
import { createDayFrames } from '../../shared/domain/frames.ts';
import { isoDateAt } from '../../shared/domain/zone.ts';
import type { AutostartView } from '../../shared/ipc/views.ts';
import { Failure } from '../ipc/failure.ts';
import type { Handlers } from '../ipc/register-handlers.ts';
import { figuresOfRange } from '../figures/figures-of-range.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import type { ViewNeeds } from '../figures/day-and-week-views.ts';
import type { Autostart } from './autostart.ts';

export type AutostartHandlers = Pick<Handlers, 'autostart:get' | 'autostart:set'>;

/** An earlier day with this much working time measured was of use, so that the question is worth asking. */
const USEFUL_MS = 60 * 60_000;

/** How many earlier days are looked at. */
const DAYS_BACK = 7;

/** What answers the window about starting with the session. */
export interface AutostartHandlerNeeds {
  readonly autostart: Autostart;
  readonly settings: Pick<SettingsStore, 'get' | 'set'>;
  /** The stored spans and the settings, now. */
  readonly view: () => ViewNeeds;
}

/** The handlers of starting with the session. */
export function createAutostartHandlers(needs: AutostartHandlerNeeds): AutostartHandlers {
  const { autostart, settings } = needs;
  const wasAsked = () => settings.get().autostartAsked;

  function hadUsefulDay(): boolean {
    const { spans, settings: rules, nowMs, zone } = needs.view();
    const today = isoDateAt(zone, nowMs);
    const range = { from: addDays(today, -DAYS_BACK), to: addDays(today, -1) };
    const days = figuresOfRange(spans, range, createDayFrames(rules), nowMs);
    return days.some(({ measuredMs }) => measuredMs >= USEFUL_MS);
  }

  function view(): AutostartView {
    const { available } = autostart;
    const on = autostart.isOn();
    return { available, on, ask: available && !on && !wasAsked() && hadUsefulDay() };
  }

  return {
    'autostart:get': view,
    'autostart:set': (how) => {
      try {
        autostart.turn(how === 'on');
      } catch {
        throw new Failure('not-saved', 'The system did not take the change.');
      }
      // Whoever has chosen need not be asked.
      if (!wasAsked()) settings.set({ autostartAsked: true });
      return view();
    },
  };
}
