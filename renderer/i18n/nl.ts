import type { Catalogue } from './catalogue.ts';
import { nlAgreement } from './nl/agreement.ts';
import { nlAutostart } from './nl/autostart.ts';
import { nlAway } from './nl/away.ts';
import { nlCalendar } from './nl/calendar.ts';
import { nlCommon } from './nl/common.ts';
import { nlCompanion } from './nl/companion.ts';
import { nlCorrections } from './nl/corrections.ts';
import { nlDay } from './nl/day.ts';
import { nlExample } from './nl/example.ts';
import { nlGuideline } from './nl/guideline.ts';
import { nlHistory } from './nl/history.ts';
import { nlHours } from './nl/hours.ts';
import { nlMaker } from './nl/maker.ts';
import { nlKeys } from './nl/keys.ts';
import { nlPrivacy } from './nl/privacy.ts';
import { nlReckoned } from './nl/reckoned.ts';
import { nlReport } from './nl/report.ts';
import { nlReview } from './nl/review.ts';
import { nlRules } from './nl/rules.ts';
import { nlSettings } from './nl/settings.ts';
import { nlSight } from './nl/sight.ts';
import { nlTalk } from './nl/talk.ts';
import { nlTimer } from './nl/timer.ts';
import { nlTrends } from './nl/trends.ts';
import { nlWeek } from './nl/week.ts';
import { nlWelcome } from './nl/welcome.ts';
import { nlYourData } from './nl/your-data.ts';

/** Every Dutch text of the window, a file a page. */
export const nl = {
  ...nlAgreement,
  ...nlAutostart,
  ...nlAway,
  ...nlCalendar,
  ...nlCommon,
  ...nlCompanion,
  ...nlCorrections,
  ...nlDay,
  ...nlExample,
  ...nlGuideline,
  ...nlHistory,
  ...nlHours,
  ...nlMaker,
  ...nlKeys,
  ...nlPrivacy,
  ...nlReckoned,
  ...nlReport,
  ...nlReview,
  ...nlRules,
  ...nlSettings,
  ...nlSight,
  ...nlTalk,
  ...nlTimer,
  ...nlTrends,
  ...nlWeek,
  ...nlWelcome,
  ...nlYourData,
} as const satisfies Catalogue;
