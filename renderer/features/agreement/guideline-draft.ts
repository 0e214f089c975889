import { fitsWindow, type Role, ROLES } from '../../../shared/domain/agreement.ts';
import {
  GUIDELINE_ACTIVITIES,
  type Guideline,
  type Suggestion,
  isPlainText,
} from '../../../shared/settings/guideline-file.ts';
import type { AgreementSetting } from '../../store/change-settings.ts';
import type { GuidelineDraft } from '../../store/state/drafts.ts';

/** What keeps a guideline from being saved, and of which role; null is the guideline itself. */
export interface GuidelineDraftProblem {
  readonly code: 'noRoles' | 'name' | 'goal' | 'block' | 'window' | 'tooLong';
  readonly role: Role | null;
}

/** The longest texts, as the form of the file has them. */
export const NAME_LENGTH = 100;
export const GOAL_LENGTH = 600;

/** Minutes a day of the examples: more where being seen is part of the role. */
const EXAMPLE_BLOCKS: Readonly<Record<Role, readonly [least: number, most: number]>> = {
  sales: [20, 40],
  recruiting: [15, 30],
  marketing: [20, 40],
  other: [15, 30],
};

/** The example that a role starts from. @param terms an agreement whose other terms are not suggested. */
export function exampleFor(role: Role, goal: string, terms: AgreementSetting): AgreementSetting {
  const [minMinutes, maxMinutes] = EXAMPLE_BLOCKS[role];
  return { ...terms, role, goal, minMinutes, maxMinutes, window: null, purposes: {} };
}

/** The draft with a role, or without it where there are no terms. */
export function withRole(
  { name, roles }: GuidelineDraft,
  role: Role,
  terms: AgreementSetting | undefined,
): GuidelineDraft {
  const others = Object.fromEntries(Object.entries(roles).filter(([other]) => other !== role));
  return { name, roles: terms ? { ...others, [role]: terms } : others };
}

/** A text on one line. */
function onOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function suggestionOf(terms: AgreementSetting): Suggestion {
  const { minMinutes, maxMinutes, window } = terms;
  const goal = onOneLine(terms.goal);
  const purposes = Object.fromEntries(
    GUIDELINE_ACTIVITIES.flatMap((activity) => {
      const purpose = terms.purposes[activity];
      return purpose ? [[activity, purpose]] : [];
    }),
  );
  return {
    ...(goal === '' ? {} : { goal }),
    block: { minMinutes, maxMinutes },
    window,
    ...(Object.keys(purposes).length === 0 ? {} : { purposes }),
  };
}

/** The guideline as its file will have it. */
export function guidelineOf({ name, roles }: GuidelineDraft): Guideline {
  const title = onOneLine(name);
  return {
    format: 'sweetspot-guideline',
    version: 1,
    ...(title === '' ? {} : { name: title }),
    roles: Object.fromEntries(
      ROLES.flatMap((role) => {
        const terms = roles[role];
        return terms ? [[role, suggestionOf(terms)]] : [];
      }),
    ),
  };
}

/** The first thing that keeps a guideline from being saved; undefined where nothing does. */
export function guidelineProblem(draft: GuidelineDraft): GuidelineDraftProblem | undefined {
  const { name, roles } = guidelineOf(draft);
  const written = ROLES.filter((role) => roles[role]);
  if (written.length === 0) return { code: 'noRoles', role: null };
  if (name !== undefined && !isPlainText(name, NAME_LENGTH)) return { code: 'name', role: null };
  for (const role of written) {
    const { goal, block, window } = roles[role] ?? {};
    if (goal !== undefined && !isPlainText(goal, GOAL_LENGTH)) return { code: 'goal', role };
    if (block && block.minMinutes > block.maxMinutes) return { code: 'block', role };
    if (window && window.from === window.to) return { code: 'window', role };
    if (block && window && !fitsWindow({ ...block, window })) return { code: 'tooLong', role };
  }
  return undefined;
}
