/**
 * Something that the user can mend, told in one sentence that says what to do. It never carries
 * anything that was on the screen.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
}
