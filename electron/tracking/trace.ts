import { z } from 'zod';
import { UserError } from '../../shared/domain/user-error.ts';
import { isZone, offsetTextAt } from '../../shared/domain/zone.ts';

const moment = { at: z.iso.datetime({ offset: true }), zone: z.string().optional() };

/** A text that may be left out; null is nothing too, as many a recorder writes it. */
const optionalText = z
  .string()
  .nullish()
  .transform((text) => text ?? undefined);

const lineSchema = z.discriminatedUnion('event', [
  z.strictObject({
    ...moment,
    event: z.literal('window'),
    app: z.string().nullable(),
    title: optionalText,
    url: optionalText,
  }),
  z.strictObject({ ...moment, event: z.literal('idle'), idleMs: z.int().min(0) }),
  z.strictObject({
    ...moment,
    event: z.literal('freeze'),
    until: z.iso.datetime({ offset: true }),
  }),
  z.strictObject({
    ...moment,
    event: z.enum([
      'start',
      'quit',
      'active',
      'lock',
      'unlock',
      'suspend',
      'resume',
      'pause',
      'unpause',
    ]),
  }),
]);

/** A line whose offset is not that of its zone at the time. */
export interface OffsetContradiction {
  readonly lineNumber: number;
  readonly zone: string;
  /** The offset in the line, as `+01:00`. */
  readonly said: string;
  /** The offset of the zone then. */
  readonly held: string;
}

/** The offset that a time says; undefined for `Z`, which by RFC 9557 says nothing of the clock on the wall. */
function offsetIn(at: string): string | undefined {
  return /[+-]\d\d:\d\d$/.exec(at)?.[0].replace('-00:00', '+00:00');
}

/** One event of a trace, with the zone that holds from it on. */
export type TraceEvent = z.infer<typeof lineSchema> & {
  readonly atMs: number;
  readonly zone: string;
};

/** A line's JSON, or a sentence that says what is wrong with it. */
function parseLine(text: string): z.infer<typeof lineSchema> | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'is not JSON';
  }
  const parsed = lineSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const where = issue && issue.path.length > 0 ? ` (${issue.path.join('.')})` : '';
  return `is no event of a trace${where}`;
}

/**
 * Reads a recorded trace. Nothing of its windows is part of an error.
 *
 * @param name how the file is called in an error.
 * @param onContradiction told of each line whose offset is another than its zone has; the instant is by the offset.
 * @throws UserError naming the file and the line that is wrong.
 */
export function parseTrace(
  text: string,
  name: string,
  onContradiction?: (line: OffsetContradiction) => void,
): TraceEvent[] {
  const events: TraceEvent[] = [];
  let zone: string | undefined;
  let lastMs = -Infinity;
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const refuse = (reason: string) => new UserError(`${name}, line ${index + 1}: ${reason}.`);
    const event = parseLine(line);
    if (typeof event === 'string') throw refuse(event);
    const atMs = Date.parse(event.at);
    zone = event.zone ?? zone;
    if (zone === undefined) throw refuse('the first event has no zone');
    if (!isZone(zone)) throw refuse('the zone is no IANA time zone');
    if (atMs < lastMs) throw refuse('is earlier than the line before');
    if (event.event === 'window' && event.app !== null && event.title === undefined) {
      throw refuse('a window wants a title');
    }
    if (event.event === 'freeze' && Date.parse(event.until) < atMs) {
      throw refuse('until is before at');
    }
    const said = offsetIn(event.at);
    const held = offsetTextAt(zone, atMs);
    if (said !== undefined && said !== held) {
      onContradiction?.({ lineNumber: index + 1, zone, said, held });
    }
    lastMs = event.event === 'freeze' ? Date.parse(event.until) : atMs;
    events.push({ ...event, atMs, zone });
  }
  if (events.length === 0) throw new UserError(`${name} has no events.`);
  return events;
}
