/** One text of a message: the only one, or that of a case (`[macos] ...`, `*[other] ...`). */
export interface MessageText {
  /** The name of the case; empty where the message has but one text. */
  readonly of: string;
  readonly text: string;
}

/** The texts of messages by their ids, that of the default case first. */
export type Messages = Map<string, MessageText[]>;

/**
 * Reads the messages of one line, and those that choose between cases, from a file of Mozilla's Fluent form.
 * Attributes and longer texts are passed over.
 */
export function readMessages(file: string): Messages {
  const messages: Messages = new Map();
  let cases: MessageText[] = [];
  for (const line of file.split('\n')) {
    const [, id, value = ''] = /^(-?[a-z][\w-]*) =(.*)$/.exec(line) ?? [];
    if (id !== undefined) {
      const text = value.trim();
      cases = text === '' || text.endsWith('->') ? [] : [{ of: '', text }];
      messages.set(id, cases);
      continue;
    }
    const [, mark, of, text] = /^\s+(\*?)\[([\w-]+)\] (.*)$/.exec(line) ?? [];
    if (of === undefined || text === undefined) continue;
    if (mark === '*') cases.unshift({ of, text: text.trim() });
    else cases.push({ of, text: text.trim() });
  }
  return messages;
}
