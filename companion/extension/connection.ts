import { type Hello, HOST_NAME, type Word } from '../contract.ts';

/** How long until a host that was not there, or ended, is asked for again, at first and at most, in milliseconds. */
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 60_000;

/** The way to the host. An open port keeps it and this extension alive; without one both end by themselves. */
export interface Connection {
  /** Says a word, where it is another one than the latest on this connection. */
  say(word: Word): void;
}

/** Reads why a port closed, so that the browser does not write it to its own log. */
const readFailure = () => chrome.runtime.lastError;

/** @param onLost told, after a wait, that what was said is forgotten, and should be said again. */
export function createConnection(hello: Hello, onLost: () => void): Connection {
  let port: chrome.Port | undefined;
  let latest: Word | undefined;
  let openedMs = 0;
  let retryMs = FIRST_RETRY_MS;
  let notBeforeMs = 0;

  function open(): chrome.Port | undefined {
    const nowMs = Date.now();
    // A clock that was set back must not close the way for good.
    if (nowMs < notBeforeMs && notBeforeMs - nowMs <= LAST_RETRY_MS) return undefined;
    const opened = chrome.runtime.connectNative(HOST_NAME);
    openedMs = nowMs;
    opened.onDisconnect.addListener(() => {
      readFailure();
      if (port !== opened) return;
      port = latest = undefined;
      if (Date.now() - openedMs > LAST_RETRY_MS) retryMs = FIRST_RETRY_MS;
      notBeforeMs = Date.now() + retryMs;
      setTimeout(onLost, retryMs);
      retryMs = Math.min(LAST_RETRY_MS, retryMs * 2);
    });
    opened.postMessage(hello);
    return opened;
  }

  return {
    say(word) {
      port ??= open();
      if (!port || word === latest) return;
      latest = word;
      port.postMessage({ word } satisfies { word: Word });
    },
  };
}
