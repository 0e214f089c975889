/** One command as `--help` and the manual page show it. */
interface CommandHelp {
  /** Its name and options; what goes on in a second line stands in a second text. */
  readonly usage: readonly string[];
  readonly does: string;
}

/** Every command, in the order of the help. */
export const COMMAND_HELP: readonly CommandHelp[] = [
  {
    usage: ['classify'],
    does: 'what the windows on standard input are, one JSON object a line',
  },
  { usage: ['replay FILE --data DIR'], does: 'stores the spans of a recorded trace' },
  {
    usage: [
      'report [--data DIR] --from YYYY-MM-DD --to YYYY-MM-DD --by span|day|week',
      '[--format json|csv] [--include-private] [--delimiter ,|;|tab] [--round MINUTES]',
      '[--language en|nl] [--out FILE]',
    ],
    does: 'the figures of a range of days, as the app exports them',
  },
  { usage: ['doctor [--data DIR]'], does: 'what works here, and how the data are' },
  { usage: ['export [--data DIR] [FILE]'], does: 'everything that is stored, as one JSON file' },
  {
    usage: ['import activitywatch FILE --data DIR [--zone ZONE] [--with-phones]'],
    does: 'the history of an ActivityWatch export of all buckets',
  },
  {
    usage: ['import everything FILE --data DIR [--settings take|keep]'],
    does: 'what export wrote; settings only into a folder without any, unless told',
  },
  {
    usage: [
      'calendar [--data DIR] --out FILE [--at HH:MM] [--title TEXT]',
      '[--reminder MINUTES] [--from YYYY-MM-DD]',
    ],
    does: 'the agreed block of the next twelve months as a calendar file',
  },
  {
    usage: ['erase --data DIR --from YYYY-MM-DD --to YYYY-MM-DD | --all'],
    does: 'deletes days, or everything, for good',
  },
];

/** Where what a command does begins, in a line of the help. */
const COLUMN = 32;

function linesOf({ usage, does }: CommandHelp): string[] {
  const [first = '', ...more] = usage;
  const start = `  ${first}`;
  if (more.length === 0 && start.length < COLUMN - 1) return [start.padEnd(COLUMN) + does];
  return [start, ...more.map((line) => `         ${line}`), ' '.repeat(COLUMN) + does];
}

/** What is said of a data folder that is left out, in the help and on the manual page. */
export const FOLDER_HELP =
  'Where --data can be left out, what the app keeps on this computer is read. A file to write is written whole or not at all.';

/**
 * What `--help` says.
 *
 * @param command the one that is asked about; undefined is all of them.
 */
export function helpText(command?: string): string {
  const asked = COMMAND_HELP.filter(
    ({ usage: [first = ''] }) => command === undefined || first.split(' ')[0] === command,
  );
  const lines = asked.flatMap(linesOf);
  return `Sweetspot on the command line. Nothing it does leaves this computer.\n\n${lines.join('\n')}\n\n${FOLDER_HELP}\n`;
}
