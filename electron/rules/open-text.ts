import { Failure } from '../ipc/failure.ts';

/** What opening a file that the user chooses needs. */
export interface OpenNeeds {
  /** Asks which file to open; undefined where the user cancelled. */
  readonly askWhichToOpen: () => Promise<string | undefined>;
  /** Reads a file; undefined where it has more bytes than that. */
  readonly readFile: (file: string, mostBytes: number) => Promise<Uint8Array | undefined>;
}

/** The text of a file that the user chose, or why there is none. */
export type OpenedText =
  | { readonly status: 'cancelled' }
  | { readonly status: 'refused'; readonly code: 'too-long' | 'not-json' }
  | { readonly status: 'read'; readonly text: string };

/** Has the user choose a file, and reads it where it is UTF-8 and not longer than it may be. */
export async function openText(needs: OpenNeeds, mostBytes: number): Promise<OpenedText> {
  const file = await needs.askWhichToOpen();
  if (file === undefined) return { status: 'cancelled' };
  let bytes: Uint8Array | undefined;
  try {
    bytes = await needs.readFile(file, mostBytes);
  } catch {
    throw new Failure('not-found', 'The file could not be read.');
  }
  if (!bytes) return { status: 'refused', code: 'too-long' };
  try {
    return { status: 'read', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { status: 'refused', code: 'not-json' };
  }
}
