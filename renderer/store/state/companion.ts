/** @file What the window knows and can do: the companions in browsers. */
import type { CompanionView } from '../../../shared/ipc/companion.ts';
import type { WindowApi } from '../../../shared/ipc/window-api.ts';

export interface CompanionSlice {
  /** How the companions stand; null until it is known. */
  readonly companion: CompanionView | null;
  loadCompanion(): Promise<void>;
  /** To be called after a click alone. */
  actOnCompanion(...args: Parameters<WindowApi['actOnCompanion']>): Promise<void>;
}
