import { compileAddresses } from '../../shared/linkedin/address.ts';
import { PATHS } from '../../shared/linkedin/path-table.ts';
import { type Word, wordOf } from '../contract.ts';
import { LINKEDIN } from './linkedin-pages.ts';

const match = compileAddresses(PATHS);

/**
 * Looks at what is in front in this browser. What the browser tells unasked is not believed: Chromium says nothing
 * when another program takes the focus, and that no window has it while one does.
 */
export async function whatIsInFront(): Promise<Word> {
  // Without access every page looks as if it were not LinkedIn's.
  if (!(await chrome.permissions.contains({ origins: [LINKEDIN] }))) return 'unknown';
  const window = await chrome.windows.getLastFocused().catch(() => undefined);
  if (!window?.focused || window.id === undefined) return 'away';
  const [tab] = await chrome.tabs.query({ active: true, windowId: window.id });
  // The title may be another page's for a moment, so the address decides alone.
  const { url = '' } = tab ?? {};
  return wordOf(match(url)?.activity ?? 'elsewhere');
}
