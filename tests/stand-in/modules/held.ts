import type { EventEmitter } from 'node:events';

/**
 * Holds a part of the stand-in against Electron's own types: every member must be one that Electron
 * has, and fit it. Does not compile otherwise.
 *
 * `Own` names the members that Electron does not have, or whose types lead to other parts of the
 * stand-in, which are held by themselves. The methods of events are Node's.
 */
export type Held<
  Mine extends HeldTo<Original, Mine, Own>,
  Original,
  Own extends keyof Mine = never,
> = Mine;

type HeldTo<Original, Mine, Own extends keyof Mine> = {
  readonly [Key in Exclude<keyof Mine, Own | keyof EventEmitter>]: Key extends keyof Original
    ? Original[Key]
    : never;
};
