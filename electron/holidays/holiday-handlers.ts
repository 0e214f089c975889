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
