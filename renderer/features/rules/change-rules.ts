import type { OwnRules } from '../../../shared/settings/rule-file.ts';
import type { UserRule } from '../../../shared/settings/settings.ts';

const MOST_RULES = 10_000;
const MOST_BROWSERS = 200;

/** A rule as the form begins with it: for a title that has a text. */
export function newRule(text: string): UserRule {
  return { field: 'title', match: 'contains', text, activity: 'networking', elsewhereToo: false };
}

/** The rules with one of them at another place; the others keep their order. */
export function moveRule(rules: readonly UserRule[], from: number, to: number): UserRule[] {
  const moved = rules[from];
  if (!moved || to < 0 || to >= rules.length) return [...rules];
  const others = rules.filter((_, at) => at !== from);
  return [...others.slice(0, to), moved, ...others.slice(to)];
}

/** The rules of a file behind those that are there; undefined where that is more than fits. */
export function appendRules(mine: OwnRules, more: OwnRules): OwnRules | undefined {
  const rules = [...mine.rules, ...more.rules];
  const browsers = [...new Set([...mine.browsers, ...more.browsers])];
  if (rules.length > MOST_RULES || browsers.length > MOST_BROWSERS) return undefined;
  return { rules, browsers };
}
