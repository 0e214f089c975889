/** Commands that show the promise from outside, one a question. */
export interface CheckCommands {
  readonly rows: string;
  readonly files: string;
  readonly ports: string;
}

/** A path as one word of a shell: in single quotes, with those inside it closed, escaped and opened again. */
function posixWord(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/**
 * The commands for a system.
 *
 * @param platform as Node names it.
 * @param dir the data folder.
 */
export function checkCommands(platform: string, dir: string): CheckCommands {
  if (platform === 'win32') {
    const word = `"${dir}"`;
    return {
      rows: `sqlite3 "${dir}\\spans.sqlite" .dump`,
      files: `icacls ${word} /t`,
      ports: 'Get-NetTCPConnection -OwningProcess (Get-Process Sweetspot).Id',
    };
  }
  return {
    rows: `sqlite3 -readonly ${posixWord(`${dir}/spans.sqlite`)} .dump`,
    files: `ls -laR ${posixWord(dir)}`,
    ports:
      platform === 'darwin' ? 'lsof -nP -i | grep -i sweetspot' : 'ss -tuanp | grep -i sweetspot',
  };
}
