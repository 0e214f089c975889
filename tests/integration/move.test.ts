import { spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  openSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type DataFolder, dataFolder } from '../../electron/data-folder/data-folder.ts';
import { listBackups } from '../../electron/storage/backups.ts';
import { checkDatabase } from '../../electron/storage/database.ts';
import {
  MOVE_STEPS,
  finishMove,
  moveData,
  refuseTarget,
} from '../../electron/data-folder/moving/move-data.ts';
import { readMoved, writeMoved } from '../../electron/data-folder/moved-folder.ts';
import { lockForWriting } from '../../electron/storage/writer-lock.ts';
import { allSpans, folderWithSpans, someSpans, withDatabase } from '../support/stored-spans.ts';
import { tempDir } from '../support/temp-dir.ts';

const COUNT = 300;
const SETTINGS = '{"language":"nl"}';

/**
 * A folder with spans, a back-up, settings, a copy of them that a kill left, and a database set aside; a new one; and
 * the app's own.
 */
function places(): { from: DataFolder; to: DataFolder; home: string } {
  const from = folderWithSpans(COUNT, 200);
  writeFileSync(from.settings, SETTINGS);
  writeFileSync(`${from.settings}.tmp-0123456789abcdef`, SETTINGS);
  writeFileSync(`${from.database}.corrupt-2026`, readFileSync(from.database));
  const to = dataFolder(join(tempDir(), 'new'));
  mkdirSync(to.dir);
  return { from, to, home: tempDir() };
}

function expectWhole(folder: DataFolder): void {
  checkDatabase(folder);
  expect(withDatabase(folder, allSpans)).toEqual(someSpans(COUNT));
  expect(readFileSync(folder.settings, 'utf8')).toBe(SETTINGS);
}

/** Every file below a folder. */
const filesIn = (dir: string) => readdirSync(dir, { recursive: true }).map(String);

describe('moving the data', () => {
  test('has the same in the new folder, for its owner alone, and nothing in the old one', () => {
    const { from, to, home } = places();
    writeFileSync(join(from.dir, 'holiday.jpg'), 'not ours');
    expect(refuseTarget(from, to)).toBeUndefined();
    withDatabase(from, (database) => {
      moveData(database, { from, to, home });
    });
    expect(readMoved(home)).toEqual({ dir: to.dir, erase: from.dir });
    const old = openSync(from.database, 'r');
    finishMove(home);
    // What is still open shows what lay where the file was.
    expect(readFileSync(old).some((byte) => byte !== 0)).toBe(false);
    closeSync(old);

    expect(readMoved(home)).toEqual({ dir: to.dir });
    expect(filesIn(from.dir)).toEqual(['holiday.jpg']);
    expect(filesIn(to.dir).sort()).toEqual(['settings.json', 'spans.sqlite', 'writer.lock']);
    if (process.platform !== 'win32') {
      for (const file of [to.database, to.settings, join(home, 'folder.json')]) {
        expect(statSync(file).mode & 0o077).toBe(0);
      }
    }
    expectWhole(to);
  });

  test.each(MOVE_STEPS)(
    'killed after "%s", is whole in one folder and gone from the other',
    (step) => {
      const { from, to, home } = places();
      const child = spawnSync(process.execPath, [
        join(import.meta.dirname, 'move-child.ts'),
        ...[from.dir, to.dir, home, step],
      ]);
      expect(child.signal).toBe('SIGKILL');
      finishMove(home);

      const isMoved = step === 'pointed';
      const [whole, empty] = isMoved ? [to, from] : [from, to];
      expect(readMoved(home)).toEqual({ dir: whole.dir });
      expect(filesIn(empty.dir)).toEqual([]);
      expectWhole(whole);
    },
  );

  // Five files, each overwritten and then gone: a back-up, a database set aside, the database, a copy of the settings
  // and those.
  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])(
    'killed at step %d of erasing the old place, is whole in the new one, and the next start erases the rest',
    (step) => {
      const { from, to, home } = places();
      const planted = Buffer.alloc(6);
      planted.writeUIntBE(someSpans(COUNT)[7]?.endedAtMs ?? 0, 0, 6);
      expect(readFileSync(from.database).includes(planted)).toBe(true);
      const inodes = [from.database, `${from.database}.corrupt-2026`, ...listBackups(from)].map(
        (file) => openSync(file, 'r'),
      );
      const child = spawnSync(process.execPath, [
        join(import.meta.dirname, 'move-child.ts'),
        ...[from.dir, to.dir, home, String(step)],
      ]);
      expect(child.signal).toBe('SIGKILL');
      expect(readMoved(home)).toEqual({ dir: to.dir, erase: from.dir });
      expectWhole(to);
      finishMove(home);
      expect(readMoved(home)).toEqual({ dir: to.dir });
      expect(filesIn(from.dir)).toEqual([]);
      // Nor is it where the files lay.
      for (const inode of inodes) {
        expect(readFileSync(inode).some((byte) => byte !== 0)).toBe(false);
        closeSync(inode);
      }
      expectWhole(to);
    },
  );

  test.each(MOVE_STEPS.slice(0, -1))('failed after "%s", leaves the old one alone', (failing) => {
    const { from, to, home } = places();
    withDatabase(from, (database) => {
      const move = () =>
        moveData(database, { from, to, home }, (step) => {
          if (step === failing) throw new Error('disk full');
        });
      expect(move).toThrow('disk full');
    });
    expect(readMoved(home)).toEqual({ dir: from.dir });
    expect(filesIn(to.dir)).toEqual([]);
    expectWhole(from);
    // And it can be tried again.
    expect(refuseTarget(from, to)).toBeUndefined();
  });

  test('erases nothing while the new folder is out of reach or the old one in use', () => {
    const { from, to, home } = places();
    const away = { dir: to.dir, erase: from.dir };
    writeMoved(home, away);
    finishMove(home);
    expect(readMoved(home)).toEqual(away);
    expectWhole(from);

    writeFileSync(to.database, readFileSync(from.database));
    const release = lockForWriting(from);
    expect(() => finishMove(home)).toThrow();
    release();
    expectWhole(from);
  });
});

test('a folder with our files, one inside the present one or a closed one is refused', () => {
  const { from, to } = places();
  expect(refuseTarget(from, from)).toBe('inside');
  expect(refuseTarget(from, dataFolder(join(from.dir, 'deeper')))).toBe('inside');
  expect(refuseTarget(from, dataFolder(join(from.database, 'no')))).toBe('not-writable');
  writeFileSync(to.settings, '{}');
  expect(refuseTarget(from, to)).toBe('has-data');
});

test.each(['', '{}', '{"dir":"relative"}', '{"dir":"/a","erase":"/a"}', '{"dir":"/a","erase":1}'])(
  'a pointer that says %j is told of, not passed over',
  (content) => {
    const home = tempDir();
    expect(readMoved(home)).toBeUndefined();
    writeFileSync(join(home, 'folder.json'), content);
    expect(() => readMoved(home)).toThrow('does not say where your data is');
    expect(existsSync(join(home, 'folder.json'))).toBe(true);
  },
);
