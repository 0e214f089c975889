import type { PauseLength } from '../../shared/ipc/contract.ts';

/** For how long measuring can be paused, with the words of each. */
export const PAUSES = [
  { length: 15, key: 'tracker.pause15' },
  { length: 60, key: 'tracker.pause60' },
  { length: 'tomorrow', key: 'tracker.pauseTomorrow' },
  { length: 'open-ended', key: 'tracker.pauseOpenEnded' },
] as const satisfies readonly { readonly length: PauseLength; readonly key: string }[];
