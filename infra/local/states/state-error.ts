/** A failure that Retry and Catch can match; `code` is a name such as `States.Timeout`. */
export class StateError extends Error {
  override readonly name = 'StateError';

  constructor(readonly code: string, readonly reason: string) {
    super(`${code}: ${reason}`);
  }
}
