/** A problem that the person at the terminal can solve: shown without a stack trace. */
export class UserError extends Error {
  name = 'UserError';
}
