import type { WebContents } from 'electron';
import { isAppUrl } from './app-url.ts';
import type { Refusals } from './refusals.ts';

/**
 * Keeps a page where it is: it goes nowhere, opens nothing, embeds nothing. The app itself never
 * navigates; its pages are one document.
 */
export function guardWebContents(contents: WebContents, refusals: Refusals): void {
  const stay = (event: { readonly url: string; preventDefault: () => void }) => {
    event.preventDefault();
    if (!isAppUrl(event.url)) refusals.add();
  };
  contents.on('will-frame-navigate', stay);
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);

  contents.setWindowOpenHandler(({ url }) => {
    if (!isAppUrl(url)) refusals.add();
    return { action: 'deny' };
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
  contents.on('select-bluetooth-device', (event, _devices, callback) => {
    event.preventDefault();
    callback('');
  });
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
