import { agreementOn } from '../../shared/domain/agreement.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings/settings.ts';
import type { AgreementSetting } from './change-settings.ts';
import type { AgreementDraft } from './state/drafts.ts';

/** The terms that a new version starts from: those of a day, or else the latest. */
export function termsToStartFrom(
  agreements: readonly AgreementSetting[],
  isoDate: string,
): AgreementSetting | undefined {
  return agreementOn(agreements, isoDate) ?? agreements.at(-1) ?? DEFAULT_SETTINGS.agreements[0];
}

/**
 * The draft of a new version from a date, with the terms of another. When to look at it again is taken over only where
 * that is still to come: the new version is that look.
 */
export function newVersion(terms: AgreementSetting, from: string): AgreementDraft {
  const lookAgainOn =
    terms.lookAgainOn !== null && terms.lookAgainOn > from ? terms.lookAgainOn : null;
  return { kind: 'new', of: from, agreement: { ...terms, from, until: null, lookAgainOn } };
}
