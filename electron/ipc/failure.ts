import type { FailureCode } from '../../shared/ipc/reply.ts';

/** A failure that the window may be told of. The message is a sentence without content of the user's. */
export class Failure extends Error {
  readonly code: FailureCode;

  constructor(code: FailureCode, message: string) {
    super(message);
    this.name = 'Failure';
    this.code = code;
  }
}
