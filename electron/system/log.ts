/** Errors that are told once each on standard error, as codes without content. */
const told = new Set<string>();

/**
 * The code of an error: its name, and the code that Node or SQLite gives it. Never its message, which may
 * quote a path or what was on the screen.
 */
function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error ? String(error.code) : '';
  const sqlite = 'errcode' in error ? String(error.errcode) : '';
  return [error.name, code, sqlite].filter((part) => part !== '').join(':');
}

/** Logs where an error happened and its code, once. */
export function logError(where: string, error: unknown): void {
  const line = `sweetspot: ${where}: ${errorCode(error)}`;
  if (told.has(line)) return;
  told.add(line);
  process.stderr.write(`${line}\n`);
}
