/** @file What the window knows and can do: the settings, and the start with the session. */
import type { AppInfo, AutostartView } from '../../../shared/ipc/views.ts';
import type { Settings, SettingsPatch } from '../../../shared/settings/settings.ts';
import type { Remote } from '../remote.ts';

export interface SettingsSlice {
  readonly info: Remote<AppInfo>;
  readonly settings: Remote<Settings>;
  /** Codes of notices that the user has closed. */
  readonly dismissedNotices: readonly string[];
  loadInfo(): Promise<void>;
  loadSettings(): Promise<void>;
  /** Whether the change was accepted; if not, the reason is in `failure`. */
  changeSettings(patch: SettingsPatch): Promise<boolean>;
  dismissNotice(code: string): void;
}

export interface AutostartSlice {
  readonly autostart: Remote<AutostartView>;
  loadAutostart(): Promise<void>;
  turnAutostart(on: boolean): Promise<void>;
}
