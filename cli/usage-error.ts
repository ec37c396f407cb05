/** The command was used incorrectly: for example, with an unknown command, option or schema, or without a filter. */
export class UsageError extends Error {
  override readonly name = "UsageError"
  /** What to write instead. */
  readonly hint: string

  constructor(message: string, hint: string) {
    super(message)
    this.hint = hint
  }
}

/** The error for a value that an option does not accept. */
export function cannotBe(option: string, value: string, hint: string): UsageError {
  return new UsageError(`--${option} cannot be ${value || "empty"}`, hint)
}
