import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSettingsFile } from '../../electron/settings/settings-file.ts';
import {
  createSettingsStore,
  keepUnsaved,
  setDamagedSettingsAside,
} from '../../electron/settings/settings-store.ts';
import { removeUnfinished } from '../../electron/system/unfinished-copies.ts';
import { DEFAULT_SETTINGS, type SettingsPatch } from '../../shared/settings/settings.ts';
import { withClosedFolder } from '../support/stored-spans.ts';
import { tempDir } from '../support/temp-dir.ts';

const NOW_MS = Date.UTC(2026, 10, 16, 8);

describe('damaged settings', () => {
  test.for([
    ['zero bytes', ''],
    ['garbage', '\u0000\u0001 no settings'],
    ['half of them', '{"idleSeconds": 90, "rules": [{"te'],
    ['a list', '[1, 2]'],
    ['a text', '"settings"'],
  ])('are set aside as they were, and the defaults stand in (%s)', ([, text = '']) => {
    const file = join(tempDir(), 'settings.json');
    writeFileSync(file, text);
    const kept = setDamagedSettingsAside(file, NOW_MS);
    expect(existsSync(file)).toBe(false);
    const [aside = ''] = readdirSync(join(file, '..'));
    expect(aside).toBe('settings.json.corrupt-2026-11-16T08-00-00-000Z');
    expect(kept).toBe(join(file, '..', aside));
    expect(readFileSync(join(file, '..', aside), 'utf8')).toBe(text);
    expect(readSettingsFile(file)).toEqual({
      settings: DEFAULT_SETTINGS,
      fellBack: [],
      damaged: false,
    });
  });

  test('stay where they are in a folder that is closed to writing', () => {
    const dir = join(tempDir(), 'data');
    writeFolder(dir, 'garbage');
    withClosedFolder(dir, () => {
      expect(setDamagedSettingsAside(join(dir, 'settings.json'), NOW_MS)).toBe('failed');
    });
    expect(readdirSync(dir)).toEqual(['settings.json']);
  });

  test('are not those of which one value alone is wrong', () => {
    const file = join(tempDir(), 'settings.json');
    writeFileSync(file, '{"idleSeconds": "soon", "theme": "dark", "later": true}');
    expect(setDamagedSettingsAside(file, NOW_MS)).toBeNull();
    const { settings, fellBack } = readSettingsFile(file);
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' });
    expect(fellBack).toEqual(['idleSeconds']);
  });
});

function writeFolder(dir: string, text: string): void {
  mkdirSync(dir);
  writeFileSync(join(dir, 'settings.json'), text);
}

describe('copies of the settings', () => {
  const COPY = 'settings.json.tmp-0123456789abcdef';

  test('that a kill left go, and nothing else', () => {
    const dir = tempDir();
    const others = ['settings.json', 'settings.json.tmp-mine', `my-${COPY}`, `${COPY}.txt`];
    for (const name of [...others, COPY]) writeFileSync(join(dir, name), '{}');
    removeUnfinished(join(dir, 'settings.json'));
    expect(readdirSync(dir).sort()).toEqual(others.sort());
  });

  test('stay in a folder that is closed to writing or not there, without a word', () => {
    const dir = join(tempDir(), 'data');
    removeUnfinished(join(dir, 'settings.json'));
    writeFolder(dir, '{}');
    writeFileSync(join(dir, COPY), '{}');
    withClosedFolder(dir, () => {
      removeUnfinished(join(dir, 'settings.json'));
    });
    expect(readdirSync(dir)).toContain(COPY);
  });
});

describe('settings that cannot be written', () => {
  /** A disk that may be full. */
  function disk() {
    const state = { full: true, opens: true, kept: {} as SettingsPatch, writes: 0 };
    const backend = keepUnsaved(() => {
      if (!state.opens) throw new Error('EROFS');
      return {
        get: () => state.kept,
        set(patch) {
          if (state.full) throw new Error('ENOSPC');
          state.writes += 1;
          state.kept = { ...state.kept, ...patch };
        },
      };
    });
    return { state, backend };
  }

  test('hold all the same, a pause above all, and are written with the next', () => {
    const { state, backend } = disk();
    const changes: unknown[] = [];
    const settings = createSettingsStore(backend, (changed) => changes.push(changed.pause));
    settings.set({ pause: { untilMs: null } });
    expect(settings.get().pause).toEqual({ untilMs: null });
    expect(changes).toEqual([{ untilMs: null }]);
    expect(backend.isUnsaved()).toBe(true);
    expect(state.kept).toEqual({});
    state.full = false;
    settings.set({ theme: 'dark' });
    expect(state.kept).toEqual({ pause: { untilMs: null }, theme: 'dark' });
    expect(backend.isUnsaved()).toBe(false);
  });

  test('hold over those in the file when all are read anew', () => {
    const { state, backend } = disk();
    state.kept = { theme: 'light', language: 'nl' };
    const settings = createSettingsStore(backend, () => undefined);
    settings.set({ theme: 'dark' });
    settings.reload();
    expect(settings.get()).toMatchObject({ theme: 'dark', language: 'nl' });
  });

  test('are written when there is room, and then no more', () => {
    const { state, backend } = disk();
    backend.set({ theme: 'dark' });
    backend.retry();
    expect(backend.isUnsaved()).toBe(true);
    state.full = false;
    backend.retry();
    backend.retry();
    expect(state).toMatchObject({ kept: { theme: 'dark' }, writes: 1 });
  });

  test('have their defaults where they cannot even be opened', () => {
    const { state, backend } = disk();
    state.opens = false;
    const settings = createSettingsStore(backend, () => undefined);
    expect(settings.get()).toEqual(DEFAULT_SETTINGS);
    expect(settings.set({ theme: 'dark' }).theme).toBe('dark');
    expect(backend.isUnsaved()).toBe(true);
  });
});
