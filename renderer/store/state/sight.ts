/** @file What the window knows and can do: what the system lets the app see. */
import type { SightAction, SightView } from '../../../shared/ipc/sight.ts';

export interface SightSlice {
  /** What this system lets the app see; null until it is known. */
  readonly sight: SightView | null;
  loadSight(): Promise<void>;
  /** To be called after a click alone. */
  actOnSight(action: SightAction): Promise<void>;
}
