/** The command was called in a way that means nothing: an unknown command, option or schema, or no filter. */
export class UsageError extends Error {
  override readonly name = "UsageError"
  /** What to write instead. */
  readonly hint: string

  constructor(message: string, hint: string) {
    super(message)
    this.hint = hint
  }
}
