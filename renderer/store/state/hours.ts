/** @file What the window knows and can do: holidays and agreements. */
import type { AgreementPreview, HolidayCountry, HolidayView } from '../../../shared/ipc/views.ts';
import type { GuidelineImport } from '../../../shared/settings/guideline-file.ts';
import type { HolidaySetting, Settings } from '../../../shared/settings/settings.ts';

export interface HoursSlice {
  /** Countries whose holidays are known; empty until asked for. */
  readonly holidayCountries: readonly HolidayCountry[];
  /** Holidays of the place that was asked for last. */
  readonly holidays: readonly HolidayView[];
  loadHolidayCountries(): Promise<void>;
  /** Has the user choose a guideline file, and reads it. */
  importGuideline(): Promise<GuidelineImport>;
  loadHolidays(
    place: Pick<HolidaySetting, 'country' | 'region' | 'part'>,
    year: number,
  ): Promise<void>;
  /** What agreements would change; undefined where that cannot be told, and `failure` says why. */
  previewAgreements(agreements: Settings['agreements']): Promise<AgreementPreview | undefined>;
}
