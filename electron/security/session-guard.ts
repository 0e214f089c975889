import type { Session } from 'electron';
import type { Refusals } from './refusals.ts';

/** Where dictionaries would come from if all else failed: an address that cannot be reached. */
const NOWHERE = 'https://00.00/';

export interface SessionGuardOptions {
  readonly refusals: Refusals;
  /** The URLs that may be loaded. */
  readonly isAllowed: (url: string) => boolean;
}

/**
 * Shuts a session: no request but the allowed ones, no permission, no device, no screen capture, no
 * download, no spell checker. All of these are per session in Electron, and permissions are granted
 * by default, so every session that is made must pass here.
 */
export function guardSession(session: Session, { refusals, isAllowed }: SessionGuardOptions): void {
  session.webRequest.onBeforeRequest(({ url }, callback) => {
    const cancel = !isAllowed(url);
    if (cancel) refusals.add();
    callback({ cancel });
  });

  session.setPermissionRequestHandler((_contents, _permission, callback) => {
    callback(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => {
    callback(null);
  });
  session.setBluetoothPairingHandler((_details, callback) => {
    callback({ confirmed: false });
  });
  session.on('select-hid-device', (event, _details, callback) => {
    event.preventDefault();
    callback(null);
  });
  session.on('select-serial-port', (event, _ports, _contents, callback) => {
    event.preventDefault();
    callback('');
  });
  session.on('select-usb-device', (event, _details, callback) => {
    event.preventDefault();
    callback();
  });

  session.on('will-download', (event) => {
    event.preventDefault();
  });

  // Switching it off in the window's preferences alone still fetched dictionaries
  // (https://github.com/electron/electron/issues/22995).
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerDictionaryDownloadURL(NOWHERE);
}
