import type { EncodingProblem } from '../../shared/texts/encoding.ts';
import { Failure } from '../ipc/failure.ts';
import { EncodingError, decodeText } from '../system/decode-text.ts';

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
  | { readonly status: 'refused'; readonly code: 'too-long' | EncodingProblem }
  | { readonly status: 'read'; readonly text: string };

/** Has the user choose a file, and reads it where it is not longer than it may be, in any encoding of normal tools. */
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
    return { status: 'read', text: decodeText(bytes) };
  } catch (error) {
    if (error instanceof EncodingError) return { status: 'refused', code: error.problem };
    throw error;
  }
}
