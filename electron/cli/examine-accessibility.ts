import type { Settings } from '../../shared/settings/settings.ts';
import { hasBrowser } from '../tracking/sources/accessibility/browsers.ts';
import { joinBus } from '../tracking/sources/accessibility/connection.ts';
import { createDesktopSwitch } from '../tracking/sources/accessibility/desktop-switch.ts';

/** A bus that answers nothing is given up after this long. */
const SILENCE_MS = 5_000;

/** Asks the bus whether a browser is on it; in words. */
async function askBus(browsers: readonly string[]): Promise<string> {
  const desktop = createDesktopSwitch();
  const nobody = () => undefined;
  const isOn = await desktop.isOn();
  const bus = await joinBus(await desktop.findBus(), nobody, nobody);
  // The connection by itself keeps no process alive.
  const silence = setTimeout(bus.end, SILENCE_MS);
  try {
    if (await hasBrowser(bus, browsers)) return 'tells of a browser';
    return isOn
      ? 'tells of no browser; one that runs must be started again'
      : 'is switched off, so that browsers tell nothing';
  } finally {
    clearTimeout(silence);
    bus.end();
  }
}

/** How the accessibility bus stands. Where the user has not agreed to it, it is not asked, as it would be started by that. */
export async function examineAccessibility({
  accessibilityBus: setting,
  browsers,
}: Pick<Settings, 'accessibilityBus' | 'browsers'>) {
  if (setting === 'off') return { setting, bus: 'is not asked' };
  return { setting, bus: await askBus(browsers).catch(() => 'cannot be reached') };
}
