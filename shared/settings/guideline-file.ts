import { z } from 'zod';
import { LINKEDIN_ACTIVITIES } from '../domain/activity.ts';
import { fitsWindow, PURPOSES, ROLES } from '../domain/agreement.ts';
import type { EncodingProblem } from '../texts/encoding.ts';
import { schemaLink } from './schema-link.ts';
import { wallRange } from './settings.ts';

/** What a guideline file says that it is. */
const FORMAT = 'sweetspot-guideline';
const VERSION = 1;

/** The longest file that is read, in bytes. */
export const GUIDELINE_FILE_BYTES = 65_536;

/**
 * Text that is nothing but text: no character that cannot be seen or turns the line around, no markup or
 * code, and nothing that is or hides a link: a scheme, an address of the web or of mail.
 */
const PLAIN =
  /^(?![\s\S]*(?:[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}<>{}[\]\\`|]|&#?\p{L}?\p{N}*\p{L}{0,8};|\p{L}\p{N}?:\S|[\p{L}\p{N}]\.\p{L}{2}|\/\/|@\S))[\s\S]*$/u;

const plainText = (most: number) => z.string().min(1).max(most).regex(PLAIN);

/** Activities that an employer may suggest a purpose for: looking for a job is not theirs to name. */
export const GUIDELINE_ACTIVITIES = LINKEDIN_ACTIVITIES.filter(
  (activity) => activity !== 'jobs' && activity !== 'private',
);

const minutes = z.int().min(0).max(1440);

/** A block that has no room in the window that stands beside it. */
const OUTGROWS = 'outgrows-window';

const suggestionSchema = z
  .strictObject({
    goal: plainText(600).optional().describe('what LinkedIn is for in this role'),
    block: z
      .strictObject({ minMinutes: minutes, maxMinutes: minutes })
      .refine((block) => block.minMinutes <= block.maxMinutes)
      .optional()
      .describe('minutes a day, both ends included'),
    window: wallRange
      .refine(({ from, to }) => from !== to)
      .nullable()
      .optional()
      .describe('time of day for the block; null is any time'),
    purposes: z
      .partialRecord(z.enum(GUIDELINE_ACTIVITIES), z.enum(PURPOSES))
      .optional()
      .describe('what an activity is for'),
  })
  .refine(({ block, window }) => !block || !window || fitsWindow({ ...block, window }), {
    params: { code: OUTGROWS },
  })
  .describe('what is suggested; what is left out is not');

/** Whether a text may stand in a guideline: plain, with something in it, and of at most so many characters. */
export function isPlainText(text: string, most: number): boolean {
  return plainText(most).safeParse(text).success;
}

/** The form of a guideline file, as docs/guideline.schema.json publishes it. */
export const guidelineFileSchema = z
  .strictObject({
    $schema: schemaLink,
    format: z.literal(FORMAT),
    version: z.literal(VERSION),
    name: plainText(100).optional().describe('of the guideline, to tell it from others'),
    roles: z
      .partialRecord(z.enum(ROLES), suggestionSchema)
      .refine((roles) => Object.keys(roles).length > 0),
  })
  .describe('What an employer suggests for an agreement, by role');

/** What an employer suggests, by role. */
export type Guideline = z.infer<typeof guidelineFileSchema>;
/** What is suggested for one role. */
export type Suggestion = z.infer<typeof suggestionSchema>;

/** Why a guideline file was refused. */
export interface GuidelineProblem {
  readonly code:
    | 'too-long'
    | EncodingProblem
    | 'not-json'
    | 'not-guideline'
    | 'newer'
    | 'unknown-key'
    | 'missing-key'
    | 'not-plain'
    | 'wrong-value'
    | typeof OUTGROWS;
  /** Where in the file, as `roles.sales.goal`, or the names of the unknown keys; shortened, and without what cannot be seen. */
  readonly at: string;
}

export type GuidelineReading =
  | { readonly ok: true; readonly guideline: Guideline }
  | { readonly ok: false; readonly problem: GuidelineProblem };

/** What came of choosing a guideline file. */
export type GuidelineImport =
  | { readonly status: 'cancelled' }
  | { readonly status: 'refused'; readonly problem: GuidelineProblem }
  | { readonly status: 'read'; readonly guideline: Guideline };

/** A guideline as the text of its file. */
export function writeGuidelineFile(guideline: Guideline): string {
  return `${JSON.stringify(guideline, null, 2)}\n`;
}

/** So many unknown keys are named, and so many characters of each. */
const MOST_NAMES = 5;
const MOST_NAME = 40;

/** A name out of the file, fit to be shown. */
function shown(name: PropertyKey): string {
  return String(name)
    .slice(0, MOST_NAME)
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\uFFFD');
}

function refused(
  code: GuidelineProblem['code'],
  names: readonly PropertyKey[] = [],
  by = '.',
): GuidelineReading {
  return { ok: false, problem: { code, at: names.slice(0, MOST_NAMES).map(shown).join(by) } };
}

/** The first thing that is wrong, in the order of the schema. */
function problemOf(issue: z.core.$ZodIssue | undefined): GuidelineReading {
  const path = issue?.path ?? [];
  switch (issue?.code) {
    case 'unrecognized_keys':
      return refused('unknown-key', issue.keys, ', ');
    case 'invalid_key':
      return refused('unknown-key', path.slice(-1));
    case 'invalid_format':
      return refused(issue.pattern === String(PLAIN) ? 'not-plain' : 'wrong-value', path);
    case 'invalid_type':
      return refused(issue.input === undefined ? 'missing-key' : 'wrong-value', path);
    case 'custom':
      return refused(issue.params?.['code'] === OUTGROWS ? OUTGROWS : 'wrong-value', path);
    default:
      return refused('wrong-value', path);
  }
}

/**
 * Reads the text of a guideline file, strictly: the whole file is good, or nothing of it is taken. It can
 * suggest the terms of an agreement and nothing else; any other key is refused by its name.
 */
export function parseGuidelineFile(text: string): GuidelineReading {
  let value: unknown;
  const prototypes: string[] = [];
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''), (key, part: unknown) => {
      // Zod takes no notice of a key of this name.
      if (key === '__proto__') prototypes.push(key);
      return part;
    });
  } catch {
    return refused('not-json');
  }
  if (typeof value !== 'object' || value === null || Reflect.get(value, 'format') !== FORMAT) {
    return refused('not-guideline');
  }
  const version: unknown = Reflect.get(value, 'version');
  if (typeof version === 'number' && version > VERSION) return refused('newer', ['version']);
  if (prototypes.length > 0) return refused('unknown-key', prototypes.slice(0, 1));
  const read = guidelineFileSchema.safeParse(value, { reportInput: true });
  return read.success ? { ok: true, guideline: read.data } : problemOf(read.error.issues[0]);
}
