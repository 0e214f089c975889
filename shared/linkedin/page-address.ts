import { type AddressMatch, type MatchAddress, parseAddress } from './address.ts';

/** The address that a page's title is while the page loads, where it is LinkedIn's. */
export function readAsAddress(
  matchAddress: MatchAddress,
  page: string,
  title: string,
): AddressMatch | undefined {
  if (page.includes(' ') || !parseAddress(page)) return undefined;
  // Folding makes plain letters of some that only look like them.
  return title.toLowerCase().includes(page) ? matchAddress(page) : undefined;
}

/**
 * What an address decides that an extension writes behind or before a title, told by its scheme or host; undefined
 * where there is none that can be believed.
 */
export function readAddressWithin(
  matchAddress: MatchAddress,
  page: string,
  title: string,
): AddressMatch | 'other-site' | undefined {
  const text = addressIn(page);
  const parsed = text === undefined ? undefined : parseAddress(text);
  if (text === undefined || !parsed) return undefined;
  const at = title.toLowerCase().lastIndexOf(text);
  // Folding makes plain letters of some that only look like them.
  const isWritten = at >= 0 || title.toLowerCase().includes(parsed.host);
  const written = at < 0 ? text : title.slice(at, at + text.length);
  const match = isWritten ? matchAddress(written) : undefined;
  return match ?? (/^https?:/.test(text) ? 'other-site' : undefined);
}

/** Whether a text is the whole of a title of LinkedIn's. */
function endsAsLinkedIn(text: string): boolean {
  return text === 'linkedin' || text.endsWith('| linkedin');
}

/** The part of a title that is an address; undefined where none is. */
function addressIn(page: string): string | undefined {
  if (!page.includes('://') && !page.includes('linkedin.com')) return undefined;
  const dash = page.lastIndexOf(' - ');
  if (dash < 0 || page.startsWith('devtools - ')) return undefined;
  const last = page.slice(dash + 3);
  const head = page.slice(0, dash);
  if (/^https?:\/\/[^ ]+$/.test(last)) return last;
  // Without its scheme it may be a part of another site's title.
  if (/^(?:[\w-]+\.)*linkedin\.com(?:\/[^ ]*)?$/.test(last) && endsAsLinkedIn(head)) return last;
  // A profile that is not known, or the title itself, may stand behind it.
  const [, before = '', address, behind = ''] =
    /^(?:(.*) - )?(https?:\/\/[^ ]+) - (.*)$/.exec(page) ?? [];
  return endsAsLinkedIn(before) || endsAsLinkedIn(behind) ? address : undefined;
}
