import { isAppUrl } from '../security/app-url.ts';

/** The part of a message from a page that tells who sent it. */
export interface Sender {
  /** Null where the frame navigated away or is gone. */
  readonly senderFrame: { readonly url: string; readonly parent: object | null } | null;
}

/**
 * Whether a message comes from the app's own page, as its outermost frame. Read at once on arrival:
 * the frame may be gone a moment later.
 */
export function isTrustedSender({ senderFrame }: Sender): boolean {
  return senderFrame !== null && senderFrame.parent === null && isAppUrl(senderFrame.url);
}
