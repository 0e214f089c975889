import { EventEmitter } from 'node:events';
import type { NativeTheme } from 'electron';
import type { Held } from './held.ts';

class StandInNativeTheme extends EventEmitter {
  readonly inForcedColorsMode = false;
  readonly prefersReducedTransparency = false;
  readonly shouldUseHighContrastColors = false;
  readonly shouldUseInvertedColorScheme = false;
  readonly #systemIsDark = process.env['SWEETSPOT_TEST_COLOR_SCHEME'] === 'dark';
  #source: NativeTheme['themeSource'] = 'system';

  get themeSource(): NativeTheme['themeSource'] {
    return this.#source;
  }

  set themeSource(source: NativeTheme['themeSource']) {
    if (source === this.#source) return;
    this.#source = source;
    this.emit('updated');
  }

  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark' || (this.#source === 'system' && this.#systemIsDark);
  }

  /** Not Electron's: the scheme that pages must be told of; null where the system decides. */
  pageScheme(): 'light' | 'dark' | null {
    if (this.#source !== 'system') return this.#source;
    return this.#systemIsDark ? 'dark' : null;
  }
}

export const nativeTheme = new StandInNativeTheme();
export type NativeThemeHeld = Held<StandInNativeTheme, NativeTheme, 'pageScheme'>;
nativeTheme.setMaxListeners(0);
