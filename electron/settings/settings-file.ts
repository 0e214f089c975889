import fs from 'node:fs';
import { writeFileSync } from 'atomically';
import {
  DEFAULT_SETTINGS,
  type ParsedSettings,
  parseSettings,
} from '../../shared/settings/settings.ts';
import { decodeText } from '../system/decode-text.ts';

/** Settings as they lie in a file. */
export interface SettingsFile extends ParsedSettings {
  /** Whether there is a file that is no JSON object, so that nothing of it could be read. */
  readonly damaged: boolean;
}

/** The JSON object of a file of settings, in any encoding of normal tools; undefined where it is none. */
function objectIn(bytes: Uint8Array): object | undefined {
  try {
    const value: unknown = JSON.parse(decodeText(bytes));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** All that is in `settings.json`, also what is no setting; undefined where nothing of it can be read. */
export function readSettingsObject(file: string): object | undefined {
  try {
    return objectIn(fs.readFileSync(file));
  } catch {
    return undefined;
  }
}

/** Reads `settings.json`; a file that is missing or damaged gives the defaults. It writes nothing. */
export function readSettingsFile(file: string): SettingsFile {
  let bytes: Uint8Array;
  try {
    bytes = fs.readFileSync(file);
  } catch {
    return { settings: DEFAULT_SETTINGS, fellBack: [], damaged: fs.existsSync(file) };
  }
  const value = objectIn(bytes);
  return { ...parseSettings(value), damaged: value === undefined };
}

/**
 * Writes a good file of settings that another program saved with a byte order mark or in UTF-16 anew as UTF-8, in
 * which alone electron-store reads it. What it says stays.
 */
export function makeSettingsPlain(file: string): void {
  let bytes: Buffer;
  try {
    bytes = fs.readFileSync(file);
  } catch {
    return;
  }
  if (!objectIn(bytes)) return;
  const plain = decodeText(bytes);
  if (!bytes.equals(Buffer.from(plain))) writeFileSync(file, plain, { mode: 0o600 });
}
