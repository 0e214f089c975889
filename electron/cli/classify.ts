import { once } from 'node:events';
import { z } from 'zod';
import { UserError } from '../../shared/domain/user-error.ts';
import { createClassifier } from '../../shared/linkedin/classify.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings/settings.ts';
import { EncodingError, createTextDecoder } from '../system/decode-text.ts';
import { readArguments } from './arguments.ts';

const sampleSchema = z.object({ app: z.string(), title: z.string(), url: z.string().optional() });

/** Answers are written in pieces of about this many characters. */
const PIECE = 65_536;

/** The lines of a stream of text, without keeping more than the one under way. */
async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string[]> {
  const decoder = createTextDecoder();
  let rest = '';
  try {
    for await (const chunk of stream) {
      const lines = (rest + decoder.take(chunk)).split('\n');
      rest = lines.pop() ?? '';
      yield lines;
    }
    rest += decoder.end();
  } catch (error) {
    if (!(error instanceof EncodingError)) throw error;
    throw new UserError(`Standard input ${error.message}.`, { cause: error });
  }
  if (rest !== '') yield [rest];
}

function parseSample(line: string, lineNumber: number) {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new UserError(`Standard input, line ${lineNumber}: is not JSON.`);
  }
  const parsed = sampleSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new UserError(
    `Standard input, line ${lineNumber}: wants {"app": text, "title": text, "url"?: text}.`,
  );
}

/** `classify`: tells what each window on standard input is, by the built-in rules and default settings. */
export async function classifyCommand(args: string[]): Promise<void> {
  readArguments(args, {});
  const classify = createClassifier(DEFAULT_SETTINGS);
  let lineNumber = 0;
  let piece = '';
  async function write(): Promise<void> {
    if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
    piece = '';
  }
  try {
    for await (const lines of linesOf(process.stdin)) {
      for (const line of lines) {
        lineNumber += 1;
        const text = line.trim();
        if (text === '') continue;
        const { activity, rule } = classify(parseSample(text, lineNumber));
        piece += `${JSON.stringify({ activity, rule })}\n`;
        if (piece.length >= PIECE) await write();
      }
    }
  } finally {
    if (piece !== '') await write();
  }
}
