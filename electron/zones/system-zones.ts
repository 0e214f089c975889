import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type ZoneRules, setZoneRules } from '../../shared/domain/zone.ts';
import { type ZoneFile, readZoneFile } from './zone-file.ts';

/** Where systems keep compiled zones: Linux and macOS first, then what else was met. */
const FOLDERS = [
  '/usr/share/zoneinfo',
  '/etc/zoneinfo',
  '/usr/lib/zoneinfo',
  '/usr/share/lib/zoneinfo',
];

/** A name of IANA, which begins with a capital: the files beside the zones and those that count leap seconds do not. */
const NAME = /^[A-Z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+){0,3}$/;

type Place = Pick<NodeJS.Process, 'platform' | 'env'>;

/** Folders of compiled zones, the one that decides first; none on Windows, which keeps its rules otherwise. */
function foldersOf({ platform, env }: Place): readonly string[] {
  if (platform === 'win32') return [];
  const own = env['TZDIR'];
  return own !== undefined && path.isAbsolute(own) ? [own, ...FOLDERS] : FOLDERS;
}

function readFirst(folders: readonly string[], name: string): Buffer | undefined {
  for (const folder of folders) {
    try {
      return readFileSync(path.join(folder, name));
    } catch {
      // The next one may have it.
    }
  }
  return undefined;
}

/** The rules of zones by the system's own files, each read once, when it is asked for. */
export function systemZoneRules(place: Place = process): ZoneRules {
  const folders = foldersOf(place);
  const files = new Map<string, ZoneFile | undefined>();
  return (zone, atMs) => {
    if (!files.has(zone)) {
      const bytes = NAME.test(zone) ? readFirst(folders, zone) : undefined;
      files.set(zone, bytes && readZoneFile(bytes));
    }
    return files.get(zone)?.stretchAt(atMs);
  };
}

/** The release of the system's zone data, as in `2026f`; undefined where it does not say. */
export function systemZoneRelease(place: Place = process): string | undefined {
  const folders = foldersOf(place);
  const text = readFirst(folders, 'tzdata.zi') ?? readFirst(folders, '+VERSION');
  return /^(?:# version )?(\d{4}[a-z]+)/.exec(text?.toString('latin1') ?? '')?.[1];
}

/**
 * Has the whole process go by the clock on the wall, which goes by the system's zone files: the runtime's own data may
 * be older, or newer than what the user sees.
 */
export function goBySystemZones(): void {
  setZoneRules(systemZoneRules());
}
