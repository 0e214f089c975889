import type { App, Session, WebContents } from 'electron';
import { isAppUrl } from './app-url.ts';
import { createRefusals, type Refusals } from './refusals.ts';
import { guardSession } from './session-guard.ts';
import { appendSwitches } from './switches.ts';
import { guardWebContents } from './web-contents-guard.ts';

/** The part of Electron's app that locking down takes. */
export interface LockableApp {
  readonly isPackaged: boolean;
  readonly commandLine: Pick<App['commandLine'], 'appendSwitch'>;
  readonly enableSandbox: () => void;
  readonly configureHostResolver: App['configureHostResolver'];
  readonly whenReady: () => Promise<void>;
  on(event: 'session-created', listener: (session: Session) => void): unknown;
  on(
    event: 'web-contents-created',
    listener: (event: unknown, contents: WebContents) => void,
  ): unknown;
}

/**
 * Shuts every way out of the app and every way in that it does not use. To be called before the app
 * is ready, and before any session or window is made.
 *
 * @param defaultSession reads Electron's default session, which can be had only once it is ready.
 * @returns the count of what was refused.
 */
export function lockDown(app: LockableApp, defaultSession: () => Session): Refusals {
  const refusals = createRefusals();
  const guarded = new WeakSet<Session>();
  // The developer tools, which a packaged app does not have, are pages of their own.
  const isAllowed = (url: string) =>
    isAppUrl(url) || (!app.isPackaged && url.startsWith('devtools://'));
  const guard = (session: Session) => {
    if (guarded.has(session)) return;
    guarded.add(session);
    guardSession(session, { refusals, isAllowed });
  };

  app.enableSandbox();
  appendSwitches(app.commandLine);
  app.on('session-created', guard);
  app.on('web-contents-created', (_event, contents) => {
    guardWebContents(contents, refusals);
  });
  void app.whenReady().then(() => {
    app.configureHostResolver({
      enableBuiltInResolver: false,
      secureDnsMode: 'off',
      secureDnsServers: [],
    });
    guard(defaultSession());
  });
  return refusals;
}
