import fs from 'node:fs';
import {
  DEFAULT_SETTINGS,
  type ParsedSettings,
  parseSettings,
} from '../../shared/settings/settings.ts';

/** Settings as they lie in a file. */
export interface SettingsFile extends ParsedSettings {
  /** Whether there is a file that is no JSON object, so that nothing of it could be read. */
  readonly damaged: boolean;
}

/** Reads `settings.json`; a file that is missing or damaged gives the defaults. It writes nothing. */
export function readSettingsFile(file: string): SettingsFile {
  let text: string;
  try {
    text = fs.readFileSync(file, 'utf8');
  } catch {
    return { settings: DEFAULT_SETTINGS, fellBack: [], damaged: fs.existsSync(file) };
  }
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return { ...parseSettings(value), damaged: !isObject };
  } catch {
    return { ...parseSettings(undefined), damaged: true };
  }
}
