import type { FileLocation } from './privacy.ts';

/** Why a folder cannot take the data; `fixed` where the present one was given with `--data`. */
export type MoveRefusal = 'fixed' | 'not-writable' | 'inside' | 'has-data';

/** What choosing a folder for the data came to. Nothing is changed by it. */
export type MoveChoice =
  | { readonly status: 'cancelled' }
  | { readonly status: 'refused'; readonly why: MoveRefusal }
  | {
      readonly status: 'chosen';
      /** Names the folder that the main process holds. */
      readonly id: number;
      readonly dir: string;
      /** Where it lies, as far as the system tells. */
      readonly location: FileLocation;
    };
