import fs from 'node:fs';
import { homedir } from 'node:os';
import { type ParseArgsConfig, type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { isIsoDate } from '../../shared/domain/calendar.ts';
import { UserError } from '../../shared/domain/user-error.ts';
import { type DataFolder, dataFolder, requireFolder } from '../data-folder/data-folder.ts';
import { readMoved } from '../data-folder/moved-folder.ts';
import { ownFolderWithoutElectron } from '../data-folder/own-folder.ts';

/**
 * Reads the options of a command, and as many names without an option as it takes.
 *
 * @param optional a name that may be left out, behind the others.
 * @throws UserError for an unknown option, a missing value or a wrong number of names.
 */
export function readArguments<Options extends ParseArgsOptionsConfig>(
  args: string[],
  options: Options,
  positionals: readonly string[] = [],
  optional?: string,
) {
  const config = { args, options, allowPositionals: true, strict: true } satisfies ParseArgsConfig;
  let parsed;
  try {
    parsed = parseArgs(config);
  } catch (error) {
    const [sentence = 'An option is not right'] = String(
      error instanceof Error ? error.message : error,
    ).split(/\. |\n/u);
    throw new UserError(`${sentence}; see --help.`);
  }
  const most = positionals.length + (optional === undefined ? 0 : 1);
  const { length } = parsed.positionals;
  if (length < positionals.length || length > most) {
    if (optional !== undefined && positionals.length === 0) {
      throw new UserError(`This command takes ${optional} alone besides its options; see --help.`);
    }
    const wanted = positionals.length === 0 ? 'no name' : positionals.join(' and ');
    throw new UserError(`This command takes ${wanted} besides its options; see --help.`);
  }
  return parsed;
}

/** A required option's value. @throws UserError where it is missing. */
export function required(value: string | undefined, option: string): string {
  if (value === undefined || value === '')
    throw new UserError(`--${option} is missing; see --help.`);
  return value;
}

/** The folder of `--data`. */
export function folderArgument(value: string | undefined): DataFolder {
  return dataFolder(required(value, 'data'));
}

/**
 * The folder of a command that only reads: that of `--data`, else the one in which the app keeps its data, also where
 * it was moved.
 *
 * @throws UserError where it is not there.
 */
export function readingFolderArgument(value: string | undefined): DataFolder {
  if (value !== undefined) {
    const folder = folderArgument(value);
    requireFolder(folder);
    return folder;
  }
  const home = ownFolderWithoutElectron({ ...process, homeDir: homedir() });
  const moved = readMoved(home)?.dir;
  const folder = dataFolder(moved ?? home);
  if (!fs.existsSync(folder.dir)) {
    throw new UserError(
      moved === undefined
        ? `Sweetspot keeps no data in ${folder.dir}; say with --data where they are.`
        : `Your data were moved to ${folder.dir}, which is not there now; say with --data where they are.`,
    );
  }
  requireFolder(folder);
  return folder;
}

/** A date option. @throws UserError where it is missing or no date. */
export function dateArgument(value: string | undefined, option: string): string {
  const date = required(value, option);
  if (!isIsoDate(date)) throw new UserError(`--${option} wants a date as in 2026-11-16.`);
  return date;
}

/** One of several words. @throws UserError for any other. */
export function choiceArgument<Choice extends string>(
  value: string | undefined,
  option: string,
  choices: readonly Choice[],
): Choice {
  const word = required(value, option);
  const choice = choices.find((one) => one === word);
  if (choice === undefined) throw new UserError(`--${option} is one of ${choices.join(', ')}.`);
  return choice;
}
