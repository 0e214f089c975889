import { type ParseArgsConfig, type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { isIsoDate } from '../../shared/domain/calendar.ts';
import { UserError } from '../../shared/domain/user-error.ts';
import { type DataFolder, dataFolder } from '../data-folder/data-folder.ts';

/**
 * Reads the options of a command, and exactly as many names without an option as it takes.
 *
 * @throws UserError for an unknown option, a missing value or a wrong number of names.
 */
export function readArguments<Options extends ParseArgsOptionsConfig>(
  args: string[],
  options: Options,
  positionals: readonly string[] = [],
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
  if (parsed.positionals.length !== positionals.length) {
    const wanted = positionals.length === 0 ? 'no name' : positionals.join(' and ');
    throw new UserError(`This command takes ${wanted} besides its options; see --help.`);
  }
  return parsed;
}

/** A required option's value. @throws UserError where it is missing. */
function required(value: string | undefined, option: string): string {
  if (value === undefined || value === '')
    throw new UserError(`--${option} is missing; see --help.`);
  return value;
}

/** The folder of `--data`. */
export function folderArgument(value: string | undefined): DataFolder {
  return dataFolder(required(value, 'data'));
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
