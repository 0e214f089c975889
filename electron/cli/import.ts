import fs from 'node:fs';
import path from 'node:path';
import { UserError } from '../../shared/domain/user-error.ts';
import { isZone } from '../../shared/domain/zone.ts';
import { localZone } from '../../shared/local-zone.ts';
import { type ImportCounts, phoneTimeMs, storeImport } from '../import/activitywatch.ts';
import { describeImport, describePhones } from '../import/describe.ts';
import { type ImportPlan, planImport, withPhones } from '../import/plan.ts';
import { readSettingsFile } from '../settings/settings-file.ts';
import { type DataFolder, ensureFolder } from '../data-folder/data-folder.ts';
import { createActionLog, wordlessAction } from '../storage/action-log.ts';
import { openDatabase } from '../storage/database.ts';
import { createSpanRepository } from '../storage/span-repository.ts';
import { lockForWriting } from '../storage/writer-lock.ts';
import { choiceArgument, folderArgument, readArguments } from './arguments.ts';
import { importEverything } from './import-everything.ts';
import { warnOfSettings } from './warn.ts';

/** What a program that Ctrl-C stopped exits with. */
const STOPPED = 130;

function zoneArgument(value: string | undefined): string {
  if (value === undefined) return localZone();
  if (!isZone(value)) throw new UserError('--zone wants an IANA zone as in Europe/Amsterdam.');
  return value;
}

/** The size of a file in bytes; 0 of a pipe. @throws UserError where it cannot be read. */
function readableSize(file: string): number {
  try {
    const stat = fs.statSync(file);
    if (stat.isDirectory()) throw new UserError(`${file} is a folder; import wants a file.`);
    fs.accessSync(file, fs.constants.R_OK);
    return stat.isFile() ? stat.size : 0;
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${file} cannot be read; check its name.`);
  }
}

/** Shows how far a file is read, at most once a second, where a person looks on. */
function createProgress(size: number) {
  let shownMs = -Infinity;
  return {
    show(bytesRead: number): void {
      const nowMs = performance.now();
      if (!process.stderr.isTTY || size === 0 || nowMs - shownMs < 1000) return;
      shownMs = nowMs;
      process.stderr.write(`\r${Math.floor((bytesRead / size) * 100)} % read`);
    },
    clear(): void {
      if (shownMs > -Infinity) process.stderr.write('\r\u001B[K');
    },
  };
}

async function readPlan(
  file: string,
  folder: DataFolder,
  zone: string,
  signal: AbortSignal,
): Promise<ImportPlan> {
  const progress = createProgress(readableSize(file));
  const read = readSettingsFile(folder.settings);
  warnOfSettings(read);
  const { settings } = read;
  try {
    return await planImport(fs.createReadStream(file, { signal }), {
      settings,
      zone,
      nowMs: Date.now(),
      name: path.basename(file),
      signal,
      onProgress: progress.show,
    });
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) {
      throw new UserError(`${file} cannot be read to its end; nothing was imported.`);
    }
    throw error;
  } finally {
    progress.clear();
  }
}

function store(
  folder: DataFolder,
  plan: ImportPlan,
  takesPhones: boolean,
): { counts: ImportCounts; lines: string[] } {
  const database = openDatabase(folder);
  try {
    const repository = createSpanRepository(database);
    const phoneMs = phoneTimeMs(repository, plan);
    const counts = storeImport(repository, takesPhones ? withPhones(plan) : plan);
    if (counts.spans > 0) {
      createActionLog(database).note(wordlessAction('imported', counts.spans, Date.now()));
    }
    return {
      counts,
      lines: [...describeImport(plan), ...describePhones(plan, phoneMs, takesPhones)],
    };
  } finally {
    database.close();
  }
}

/**
 * `import everything FILE --data DIR` takes over what `export` wrote. `import activitywatch FILE --data DIR` takes over the history of an ActivityWatch export of all buckets. The folder is
 * locked before the file is read, and made, where there is none, only once the file has proved to be an export.
 */
export async function importCommand(args: string[]): Promise<void> {
  const { values, positionals } = readArguments(
    args,
    {
      data: { type: 'string' },
      zone: { type: 'string' },
      settings: { type: 'string' },
      'with-phones': { type: 'boolean' },
    },
    ['activitywatch or everything', 'FILE'],
  );
  const [format, file = ''] = positionals;
  const folder = folderArgument(values.data);
  if (format === 'everything') {
    const { settings } = values;
    const choice =
      settings === undefined ? settings : choiceArgument(settings, 'settings', ['take', 'keep']);
    process.stdout.write(`${JSON.stringify(importEverything(file, folder, choice))}\n`);
    return;
  }
  if (format !== 'activitywatch') {
    throw new UserError('import knows activitywatch and everything; see --help.');
  }
  const zone = zoneArgument(values.zone);
  const stop = new AbortController();
  const onInterrupt = () => stop.abort();
  process.once('SIGINT', onInterrupt);
  let release = fs.existsSync(folder.dir) ? lock(folder) : undefined;
  try {
    const plan = await readPlan(file, folder, zone, stop.signal);
    stop.signal.throwIfAborted();
    release ??= lock(folder);
    const { counts, lines } = store(folder, plan, values['with-phones'] === true);
    for (const line of lines) process.stderr.write(`${line}\n`);
    process.stdout.write(`${JSON.stringify(counts)}\n`);
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    process.stderr.write('Stopped; nothing was imported.\n');
    process.exitCode = STOPPED;
  } finally {
    release?.();
    process.off('SIGINT', onInterrupt);
  }
}

function lock(folder: DataFolder) {
  ensureFolder(folder);
  return lockForWriting(folder);
}
