/** @file The extension: looks when there may be something else to see, and says one word of it. */
import { PATHS, tableId } from '../../shared/linkedin/path-table.ts';
import { PROTOCOL } from '../contract.ts';
import { createConnection } from './connection.ts';
import { LINKEDIN } from './linkedin-pages.ts';
import { whatIsInFront } from './what-is-in-front.ts';

/** A window that comes to the front may not have the focus yet when the one before tells that it lost it. */
const LOOK_AGAIN_MS = 250;

const { version } = chrome.runtime.getManifest();
const connection = createConnection({ protocol: PROTOCOL, version, table: tableId(PATHS) }, look);

let looking = false;
let again = false;
let settling: ReturnType<typeof setTimeout> | undefined;

/** Looks now, and once more when things have settled; never twice at a time, so that no word overtakes another. */
function look(): void {
  clearTimeout(settling);
  settling = setTimeout(() => void lookOnce(), LOOK_AGAIN_MS);
  void lookOnce();
}

const isAskedAgain = () => again;

async function lookOnce(): Promise<void> {
  if (looking) {
    again = true;
    return;
  }
  looking = true;
  again = false;
  // A browser that is closing answers nothing; it has nothing in front either.
  const word = await whatIsInFront().catch(() => 'away' as const);
  looking = false;
  // Where a later look was asked for meanwhile, what this one saw is old.
  if (isAskedAgain()) await lookOnce();
  else connection.say(word);
}

/** Reaches the pages that were open before the extension was. */
async function reachOpenPages(): Promise<void> {
  for (const { id } of await chrome.tabs.query({ url: [LINKEDIN] })) {
    if (id === undefined) continue;
    const target = { tabId: id, allFrames: true };
    // A page that shows an error takes no script, and needs none.
    await chrome.scripting.executeScript({ target, files: ['content.js'] }).catch(() => null);
  }
}

const { tabs, windows, permissions, runtime } = chrome;
for (const event of [tabs.onActivated, tabs.onAttached, tabs.onRemoved, tabs.onReplaced]) {
  event.addListener(look);
}
for (const event of [windows.onFocusChanged, windows.onCreated, windows.onRemoved]) {
  event.addListener(look);
}
tabs.onUpdated.addListener((_id, { url, status }) => {
  if (url !== undefined || status !== undefined) look();
});
permissions.onAdded.addListener(() => {
  void reachOpenPages();
  look();
});
permissions.onRemoved.addListener(look);
runtime.onMessage.addListener(look);
runtime.onStartup.addListener(look);
runtime.onInstalled.addListener(() => {
  void reachOpenPages();
  look();
});
look();
