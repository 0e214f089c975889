import { execFile } from 'node:child_process';
import { systemPreferences } from 'electron';
import { askForScreenRecording } from '../tracking/active-win-source.ts';
import { createPermissions, type Pane } from '../tracking/permissions.ts';
import { createShellExtension, isForExtension } from '../tracking/shell-extension.ts';
import { createSight, type Sight } from '../tracking/sight.ts';
import { sessionType } from '../tracking/window-source.ts';

/** Opens a pane of macOS's settings, by the system's own command, so that nothing else can be opened. */
function openPane(pane: Pane): void {
  execFile('/usr/bin/open', [pane], () => undefined);
}

/** What this system lets the app see. @param workerUrl the module of `window-worker`. */
export function openSight(workerUrl: URL, onChanged: () => void): Sight {
  const session = sessionType();
  return createSight({
    session,
    extension:
      session === 'wayland' && isForExtension(process.env) ? createShellExtension(workerUrl) : null,
    permissions:
      session === 'macos'
        ? createPermissions({
            screenStatus: () => systemPreferences.getMediaAccessStatus('screen'),
            isTrusted: (prompt) => systemPreferences.isTrustedAccessibilityClient(prompt),
            askForScreen: askForScreenRecording,
            openPane,
          })
        : null,
    onChanged,
  });
}
