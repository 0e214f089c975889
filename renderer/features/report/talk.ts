import { agreementOn } from '../../../shared/domain/agreement.ts';
import type { AgreementSetting } from '../../store/change-settings.ts';
import type { Days } from './ranges.ts';

/** The most characters that the page of wishes takes. */
export const WISH_LENGTH = 1_500;
/** Lines that the page has room for, and characters of any width that one of them holds. */
const MOST_LINES = 36;
const LINE_LENGTH = 45;

/** Whether what was typed is one printed page, however wide its letters and however many its lines. */
export function fitsOnePage(text: string): boolean {
  const lines = text
    .trim()
    .split('\n')
    .map((line) => Math.max(1, Math.ceil(line.length / LINE_LENGTH)));
  return text.length <= WISH_LENGTH && lines.reduce((sum, count) => sum + count, 0) <= MOST_LINES;
}

/** What was agreed on the days that a talk is about. */
export interface TalkAgreements {
  /** What holds on the last of them that is not to come; undefined where nothing does. */
  readonly last: AgreementSetting | undefined;
  /** What held on days before, the earliest first. */
  readonly earlier: readonly AgreementSetting[];
}

/** The agreements of the days that a talk is about. */
export function agreementsOfTalk(
  agreements: readonly AgreementSetting[],
  { from, to }: Days,
  today: string,
): TalkAgreements {
  const end = to < today ? to : today;
  const last = agreementOn(agreements, end < from ? from : end);
  const isEarlier = (version: AgreementSetting) => {
    const first = version.from < from ? from : version.from;
    return version !== last && first <= end && agreementOn(agreements, first) === version;
  };
  const earlier = agreements.filter(isEarlier).sort((a, b) => (a.from < b.from ? -1 : 1));
  return { last, earlier };
}
