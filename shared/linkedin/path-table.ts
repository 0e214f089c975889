/** @file The table of addresses, apart from the others: what needs addresses alone, as a browser's extension, takes no more. */
import { type Activity, isActivity } from '../domain/activity.ts';
import paths from './paths.json' with { type: 'json' };

/** Paths by activity. */
export type PathsByActivity = Readonly<Partial<Record<Activity, readonly string[]>>>;

/** Addresses; explained in `paths.json`. */
export interface PathTable {
  readonly domain: string;
  readonly wrappers: readonly string[];
  readonly paths: PathsByActivity;
  readonly hosts: Readonly<
    Record<string, { readonly activity: string; readonly paths?: PathsByActivity }>
  >;
  readonly shortLinks: readonly string[];
}

/** The addresses that the product comes with. */
export const PATHS: PathTable = paths;

/** An activity id in a table; a word that is none is a mistake in the table. */
export function activityIn(table: string, value: string): Activity {
  if (!isActivity(value)) throw new Error(`${table} names an activity that does not exist`);
  return value;
}

/** Names a table of addresses by what it holds: eight hexadecimal digits, the same for the same table alone (FNV-1a). */
export function tableId(table: PathTable): string {
  let hash = 0x811c9dc5;
  for (const char of JSON.stringify(table)) {
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}
