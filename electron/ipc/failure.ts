import type { FailureCode } from '../../shared/ipc/reply.ts';

/** A failure that the window may be told of. The message is a sentence without content of the user's. */
export class Failure extends Error {
  readonly code: FailureCode;

  /** @param options what made it fail as its cause, which the window is not told. */
  constructor(code: FailureCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Failure';
    this.code = code;
  }
}
