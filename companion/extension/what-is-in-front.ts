import { compileAddresses } from '../../shared/linkedin/address.ts';
import { PATHS } from '../../shared/linkedin/path-table.ts';
import { type Word, wordOf } from '../contract.ts';
import { LINKEDIN } from './linkedin-pages.ts';

const match = compileAddresses(PATHS);

/** The tab in front of a window. */
async function tabOf(windowId: number) {
  const [tab] = await chrome.tabs.query({ active: true, windowId });
  return tab;
}

/**
 * Looks at what is in front in this browser. What the browser tells unasked is not believed: Chromium says nothing
 * when another program takes the focus, and that no window has it while one does.
 */
export async function whatIsInFront(): Promise<Word> {
  const { permissions, windows, tabs } = chrome;
  // All at once: each answer is a way to the browser and back.
  const [isAllowed, window, [lately]] = await Promise.all([
    permissions.contains({ origins: [LINKEDIN] }),
    windows.getLastFocused().catch(() => undefined),
    tabs.query({ active: true, lastFocusedWindow: true }),
  ]);
  // Without access every page looks as if it were not LinkedIn's.
  if (!isAllowed) return 'unknown';
  if (!window?.focused || window.id === undefined) return 'away';
  // Another window may have come to the front between two answers.
  const tab = lately?.windowId === window.id ? lately : await tabOf(window.id);
  // The title may be another page's for a moment, so the address decides alone.
  const { url = '' } = tab ?? {};
  return wordOf(match(url)?.activity ?? 'elsewhere');
}
