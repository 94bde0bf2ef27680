/**
 * A file that cannot be read. The message is a predicate of the file, with what to do about it:
 * "looks like a binary file (PNG image); Fairdraft reads …".
 */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError'
  /**
   * `binary`: a file of another kind; `undecodable`: text, perhaps, in no encoding known here;
   * `damaged`: of a kind that is read, but not whole; `protected`: behind a password.
   */
  readonly code: UnreadableCode

  constructor(code: UnreadableCode, message: string) {
    super(message)
    this.code = code
  }
}

/** Why a file cannot be read. */
type UnreadableCode = 'binary' | 'undecodable' | 'damaged' | 'protected'
