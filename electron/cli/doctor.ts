import fs from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { isoWithOffset } from '../../shared/domain/zone.ts';
import { readSettingsFile } from '../settings/settings-file.ts';
import type { DataFolder } from '../data-folder/data-folder.ts';
import { openDatabaseForReading, storageError } from '../storage/database.ts';
import { fileLocation } from '../data-folder/file-location.ts';
import { checkIntegrity, schemaVersion } from '../storage/schema.ts';
import { createSpanRepository } from '../storage/span-repository.ts';
import { StorageError } from '../system/storage-error.ts';
import { REASON_WORDS, chooseSources } from '../tracking/sources/choose-sources.ts';
import { desktopName } from '../tracking/sources/desktop-name.ts';
import { environmentHere, sessionType } from '../tracking/sources/session-type.ts';
import type { WindowSource } from '../tracking/sources/source.ts';
import { localZone } from '../../shared/local-zone.ts';
import { runProgram } from '../system/run-program.ts';
import { checkZone } from '../zones/zone-check.ts';
import { readArguments, readingFolderArgument } from './arguments.ts';
import { examineAccessibility } from './examine-accessibility.ts';

/** Samples taken to tell what one costs. */
const COST_SAMPLES = 25;

/** Milliseconds of CPU time that one sample takes of this process, the helper programs of a source aside. */
async function costPerSample(source: WindowSource): Promise<number> {
  const before = process.cpuUsage();
  for (let sample = 0; sample < COST_SAMPLES; sample += 1) await source.read();
  const { user, system } = process.cpuUsage(before);
  return Math.round((user + system) / COST_SAMPLES) / 1000;
}

async function examineSource() {
  const choice = await chooseSources(
    environmentHere(new URL('../tracking/sources/window-worker.ts', import.meta.url)),
  );
  const cpuMsPerSample = choice.window ? await costPerSample(choice.window) : null;
  await choice.stop();
  const tried = choice.trials.map((trial) => ({ ...trial, reason: REASON_WORDS[trial.reason] }));
  return { source: choice.windowName, cpuMsPerSample, tried };
}

/** What is told of a database whose spans cannot be read. */
const UNREADABLE = {
  schemaVersion: null,
  spans: null,
  condensedDays: null,
  first: null,
  last: null,
};

function examineSpans(database: DatabaseSync) {
  const integrity = checkIntegrity(database);
  if (integrity !== 'ok')
    return { ...UNREADABLE, schemaVersion: schemaVersion(database), integrity };
  const spans = createSpanRepository(database);
  const first = spans.first();
  const last = spans.lastBefore(Number.MAX_SAFE_INTEGER);
  return {
    schemaVersion: schemaVersion(database),
    integrity,
    spans: spans.count(),
    condensedDays: spans.totals.count(),
    first: first ? isoWithOffset(first.zone, first.startedAtMs) : null,
    last: last ? isoWithOffset(last.zone, last.endedAtMs) : null,
  };
}

/**
 * What the database holds. One that cannot be worked with is told of all the same: `integrity` is then what
 * SQLite found wrong, or `damaged`, `newer`, `foreign` or `unavailable`, and the sentence for it goes to standard error.
 */
function examineContent(folder: DataFolder) {
  let database: DatabaseSync | undefined;
  try {
    database = openDatabaseForReading(folder);
    return database
      ? examineSpans(database)
      : { ...UNREADABLE, integrity: null, spans: 0, condensedDays: 0 };
  } catch (error) {
    const failure = storageError(folder.database, error);
    if (!(failure instanceof StorageError)) throw failure;
    process.stderr.write(`${failure.message}\n`);
    return { ...UNREADABLE, integrity: failure.problem };
  } finally {
    database?.close();
  }
}

function examineDatabase(folder: DataFolder) {
  return {
    path: folder.database,
    sizeBytes: fs.statSync(folder.database, { throwIfNoEntry: false })?.size ?? 0,
    ...examineContent(folder),
    location: fileLocation(folder.dir),
  };
}

/** `doctor`: what works on this computer, and how the data are. It changes nothing. */
export async function doctorCommand(args: string[]): Promise<void> {
  const { values } = readArguments(args, { data: { type: 'string' } });
  const folder = readingFolderArgument(values.data);
  const database = examineDatabase(folder);
  const { settings, fellBack, damaged } = readSettingsFile(folder.settings);
  const zone = await checkZone({
    ...process,
    zone: localZone(),
    nowMs: Date.now(),
    run: runProgram,
  });
  if (zone.isOff) {
    process.stderr.write(
      'The clock of this computer is not what the time zone data here say of it; update Sweetspot, or Windows.\n',
    );
  }
  const report = {
    zone,
    session: sessionType(),
    desktop: process.platform === 'linux' ? desktopName(process.env) : null,
    windowSource: await examineSource(),
    accessibility: process.platform === 'linux' ? await examineAccessibility(settings) : null,
    database,
    settings: { path: folder.settings, damaged, fellBack },
  };
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
}
