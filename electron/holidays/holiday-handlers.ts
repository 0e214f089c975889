import type { Settings } from '../../shared/settings/settings.ts';
import type { Handlers } from '../ipc/register-handlers.ts';
import type { HolidayCalendar } from './holiday-calendar.ts';

/**
 * The handlers of the choice of holidays.
 *
 * @param language the language of their names.
 */
export function createHolidayHandlers(
  holidays: Pick<HolidayCalendar, 'load' | 'countries' | 'holidaysOf'>,
  language: () => string,
): Pick<Handlers, 'holidays:countries' | 'holidays:list'> {
  return {
    'holidays:countries': async () => {
      await holidays.load();
      return holidays.countries(language());
    },
    'holidays:list': async (place, year) => {
      await holidays.load();
      return holidays.holidaysOf(place, year, language());
    },
  };
}

/** Loads the holidays that the settings choose, and brings a choice of an earlier version into the form of now. */
export async function readyHolidays(
  holidays: Pick<HolidayCalendar, 'loadFor' | 'migrated'>,
  settings: {
    readonly get: () => Settings;
    readonly set: (patch: Pick<Settings, 'holidays'>) => unknown;
  },
): Promise<void> {
  await holidays.loadFor(settings.get());
  const before = settings.get().holidays;
  const now = holidays.migrated(before);
  if (now !== before) settings.set({ holidays: now });
}
