import { enAgreement } from './en/agreement.ts';
import { enAutostart } from './en/autostart.ts';
import { enAway } from './en/away.ts';
import { enCalendar } from './en/calendar.ts';
import { enCommon } from './en/common.ts';
import { enCompanion } from './en/companion.ts';
import { enCorrections } from './en/corrections.ts';
import { enDay } from './en/day.ts';
import { enExample } from './en/example.ts';
import { enGuideline } from './en/guideline.ts';
import { enHistory } from './en/history.ts';
import { enHours } from './en/hours.ts';
import { enMaker } from './en/maker.ts';
import { enKeys } from './en/keys.ts';
import { enPrivacy } from './en/privacy.ts';
import { enReckoned } from './en/reckoned.ts';
import { enReport } from './en/report.ts';
import { enReview } from './en/review.ts';
import { enRules } from './en/rules.ts';
import { enSettings } from './en/settings.ts';
import { enSight } from './en/sight.ts';
import { enTalk } from './en/talk.ts';
import { enTimer } from './en/timer.ts';
import { enTrends } from './en/trends.ts';
import { enWeek } from './en/week.ts';
import { enWelcome } from './en/welcome.ts';
import { enYourData } from './en/your-data.ts';

/** Every English text of the window, a file a page. `nl.ts` has the same keys. */
export const en = {
  ...enAgreement,
  ...enAutostart,
  ...enAway,
  ...enCalendar,
  ...enCommon,
  ...enCompanion,
  ...enCorrections,
  ...enDay,
  ...enExample,
  ...enGuideline,
  ...enHistory,
  ...enHours,
  ...enMaker,
  ...enKeys,
  ...enPrivacy,
  ...enReckoned,
  ...enReport,
  ...enReview,
  ...enRules,
  ...enSettings,
  ...enSight,
  ...enTalk,
  ...enTimer,
  ...enTrends,
  ...enWeek,
  ...enWelcome,
  ...enYourData,
} as const;
