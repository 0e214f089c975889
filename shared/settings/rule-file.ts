import { z } from 'zod';
import type { EncodingProblem } from '../texts/encoding.ts';
import { schemaLink } from './schema-link.ts';
import { SETTING_SCHEMAS, type Settings, userRuleSchema } from './settings.ts';

/** What a file of rules says that it is. */
const FORMAT = 'sweetspot-rules';
const VERSION = 1;

/** The longest file that is read, in bytes: the longest that this product writes itself is below it. */
export const RULE_FILE_BYTES = 40_000_000;

/** The most rules that a user can have. */
export const MOST_RULES = 10_000;

/** The user's own rules and browsers. */
export type OwnRules = Pick<Settings, 'rules' | 'browsers'>;

const ruleFileSchema = z.strictObject({
  $schema: schemaLink,
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  rules: SETTING_SCHEMAS.rules.unwrap(),
  browsers: SETTING_SCHEMAS.browsers.unwrap(),
});

/** Why a file of rules was refused, and where: `rule` and `browser` count from 1. */
export interface RuleFileProblem {
  readonly code:
    | 'too-long'
    | EncodingProblem
    | 'not-json'
    | 'not-rules'
    | 'newer'
    | 'unknown-key'
    | 'missing-key'
    | 'wrong-value'
    | 'too-many';
  /** The key that is meant, at most 40 characters of it; empty where none is. */
  readonly key: string;
  /** Place of the rule, or of the browser, from 1; null where the file as a whole is meant. */
  readonly position: number | null;
}

export type RuleFileReading =
  | { readonly ok: true; readonly own: OwnRules }
  | { readonly ok: false; readonly problem: RuleFileProblem };

/** The user's rules as the text of a file, with every key written out. */
export function writeRuleFile({ rules, browsers }: OwnRules): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, rules, browsers }, null, 2)}\n`;
}

function refused(
  code: RuleFileProblem['code'],
  key = '',
  position: number | null = null,
): RuleFileReading {
  return { ok: false, problem: { code, key: key.slice(0, 40), position } };
}

/** The first thing that is wrong with a value, in the order of the file. */
function problemOf(issue: z.core.$ZodIssue | undefined): RuleFileReading {
  const [list, index] = issue?.path ?? [];
  const position = typeof index === 'number' ? index + 1 : null;
  const key = issue?.path.findLast((part) => typeof part === 'string') ?? '';
  switch (issue?.code) {
    case 'unrecognized_keys':
      return refused('unknown-key', issue.keys[0], position);
    case 'too_big':
      return position === null
        ? refused('too-many', String(list))
        : refused('wrong-value', key, position);
    case 'invalid_type':
      return issue.input === undefined
        ? refused('missing-key', key, position)
        : refused('wrong-value', key, position);
    default:
      return refused('wrong-value', key, position);
  }
}

/**
 * Reads the text of a file of rules, strictly: the whole file is good, or nothing of it is taken. A
 * key that is not known is refused by its name, so that a misspelt one is not silently left out.
 */
export function parseRuleFile(text: string): RuleFileReading {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return refused('not-json');
  }
  if (typeof value !== 'object' || value === null || Reflect.get(value, 'format') !== FORMAT) {
    return refused('not-rules');
  }
  const version: unknown = Reflect.get(value, 'version');
  if (typeof version === 'number' && version > VERSION) return refused('newer', 'version');
  // Zod takes no notice of a key of this name.
  if (Object.hasOwn(value, '__proto__')) return refused('unknown-key', '__proto__');
  const read = ruleFileSchema.safeParse(value, { reportInput: true });
  if (!read.success) return problemOf(read.error.issues[0]);
  const { rules, browsers } = read.data;
  return { ok: true, own: { rules, browsers } };
}

/** A rule in the making, and where in the list it would stand, from 0. */
export const ruleDraftSchema = z.strictObject({
  at: z.int().min(0).max(MOST_RULES),
  rule: userRuleSchema,
});
export type RuleDraft = z.infer<typeof ruleDraftSchema>;

/** The rules as they would be with a draft in its place; one at the end is added. */
export function withDraft(rules: Settings['rules'], { at, rule }: RuleDraft): Settings['rules'] {
  return [...rules.slice(0, at), rule, ...rules.slice(at + 1)];
}
