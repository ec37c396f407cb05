/** Standard input is not a text in UTF-8. */
export class EncodingError extends Error {
  override readonly name = "EncodingError"
  /** What to do instead. */
  readonly hint: string

  constructor(message: string, hint: string) {
    super(message)
    this.hint = hint
  }
}
