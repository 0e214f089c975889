import { fitsWindow } from '../../shared/domain/agreement.ts';
import type { SettingsFile } from '../settings/settings-file.ts';

/** Says on standard error which settings could not be read, so that figures are not taken for others. */
export function warnOfSettings({ damaged, fellBack, settings }: SettingsFile): void {
  for (const { from, maxMinutes } of settings.agreements.filter((one) => !fitsWindow(one))) {
    process.stderr.write(
      `The agreement from ${from} has a block of ${maxMinutes} min that does not fit its fixed window; correct it in the app.\n`,
    );
  }
  if (damaged) {
    process.stderr.write('settings.json is damaged; the defaults stand in for it.\n');
  } else if (fellBack.length > 0) {
    process.stderr.write(
      `settings.json has values that are not valid; defaults stand in for ${fellBack.join(', ')}.\n`,
    );
  }
}
