import { z } from 'zod';
import { ACTIVITIES, type Activity } from '../domain/activity.ts';
import { DAY_MS } from '../domain/calendar.ts';
import { isZone } from '../domain/zone.ts';

/** What a user can do with their own data that is noted for them. */
export const ACTION_KINDS = [
  'relabelled',
  'deleted',
  'erased',
  'undone',
  'imported',
  'edited',
] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

/** An entry of the log of the user's own actions. */
export interface Action {
  /** Place in the log, from 1. */
  readonly id: number;
  readonly atMs: number;
  readonly kind: ActionKind;
  /** How many spans were changed. */
  readonly spans: number;
  /** The activity before and after; null where the entry is about none, and of what was deleted. */
  readonly from: Activity | null;
  readonly to: Activity | null;
  /** Start and end of the time that was changed; null where there is none, and of what was deleted. */
  readonly startMs: number | null;
  readonly endMs: number | null;
}

/** The log as the window shows it. */
export interface ActionLogView {
  /** The newest first. */
  readonly actions: readonly Action[];
  /** How many there are in all. */
  readonly count: number;
}

/** How long a change of spans can be undone. What was deleted lives in memory alone for as long. */
export const UNDO_MS = 30_000;

/** A change that can be undone now. */
export interface UndoOffer {
  readonly id: number;
  readonly kind: 'relabelled' | 'deleted' | 'erased' | 'added' | 'moved' | 'split';
  /** How many spans were changed. */
  readonly spans: number;
  /** The activity of the one span that was changed, and what it is now; null where there are more. */
  readonly from: Activity | null;
  readonly to: Activity | null;
  /** Start of a span that was re-labelled, for a rule that would have done so; null where none could have. */
  readonly startedAtMs: number | null;
  /** The wall clock when it ends to be possible. */
  readonly untilMs: number;
}

const momentSchema = z.int().min(0).max(8.64e15);

/** A span, named by a moment in it. */
export const spanAtSchema = z.strictObject({ atMs: momentSchema });

/** "That was ...": a moment of the span, and what it was. */
export const relabelSchema = z.strictObject({ atMs: momentSchema, activity: z.enum(ACTIVITIES) });

const activitySchema = z.enum(ACTIVITIES);

/** Ends that a span can have. */
const ENDS = { startMs: momentSchema, endMs: momentSchema };

/** Whether a span ends after it starts, and is no longer than a day. */
const isSpan = ({ startMs, endMs }: { readonly startMs: number; readonly endMs: number }) =>
  startMs < endMs && endMs - startMs <= DAY_MS;

/** A change by hand of when something was. */
export const spanEditSchema = z.strictObject({
  edit: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('move'), atMs: momentSchema, ...ENDS }).refine(isSpan),
    z.strictObject({ kind: z.literal('split'), atMs: momentSchema }),
    z
      .strictObject({
        kind: z.literal('add'),
        ...ENDS,
        activity: activitySchema,
        zone: z.string().max(64).refine(isZone),
      })
      .refine(isSpan),
  ]),
  /** Whether it may take the place of what is there, which the user was told of. */
  mayReplace: z.boolean(),
});

/** What an edit came to. */
export interface EditResult {
  /** False where it would take the place of something and may not: nothing was changed then. */
  readonly done: boolean;
  /** What it takes the place of, by time. */
  readonly replaced: readonly {
    readonly activity: Activity;
    readonly startMs: number;
    readonly endMs: number;
  }[];
}
