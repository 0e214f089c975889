import { execFile } from 'node:child_process';
import { systemPreferences } from 'electron';
import type { News } from '../news.ts';
import { programRunner } from '../system/run-program.ts';
import { askForScreenRecording } from '../tracking/sources/active-win.ts';
import { createShellExtension, isForExtension } from '../tracking/sources/gnome-extension.ts';
import { createPermissions, type Pane } from '../tracking/permissions.ts';
import {
  type AccessibilityDesk,
  createSight,
  type KwinConsent,
  type Sight,
} from '../tracking/sight.ts';
import { hasSessionBus } from '../tracking/sources/accessibility/desktop-switch.ts';
import { desktopName } from '../tracking/sources/desktop-name.ts';
import { isKwinHere } from '../tracking/sources/kwin.ts';
import { sessionType } from '../tracking/sources/session-type.ts';

/** GNOME Shell has this long to answer. */
const SHELL_MS = 5_000;

/** Opens a pane of macOS's settings, by the system's own command, so that nothing else can be opened. */
function openPane(pane: Pane): void {
  execFile('/usr/bin/open', [pane], () => undefined);
}

/** What the user may agree to, and who is told of changes. */
interface SightParts {
  readonly kwin: KwinConsent;
  readonly tracking: () => { readonly accessibility: AccessibilityDesk };
  readonly news: Pick<News, 'tell'>;
}

/** What this system lets the app see. */
export function openSight({ kwin, tracking, news }: SightParts): Sight {
  const session = sessionType();
  return createSight({
    session,
    extension:
      session === 'wayland' && isForExtension(process.env)
        ? createShellExtension(programRunner(SHELL_MS))
        : null,
    kwin: session === 'wayland' && isKwinHere(process.env) ? kwin : null,
    accessibility:
      process.platform === 'linux' && hasSessionBus(process.env)
        ? {
            state: () => tracking().accessibility.state(),
            allow: (may) => tracking().accessibility.allow(may),
          }
        : null,
    desktop: session === 'wayland' ? desktopName(process.env) : null,
    permissions:
      session === 'macos'
        ? createPermissions({
            screenStatus: () => systemPreferences.getMediaAccessStatus('screen'),
            isTrusted: (prompt) => systemPreferences.isTrustedAccessibilityClient(prompt),
            askForScreen: askForScreenRecording,
            openPane,
          })
        : null,
    onChanged: () => news.tell('sight-changed', null),
  });
}
