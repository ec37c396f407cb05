/** A part of a text. */
export interface Span {
  /** Offset of the first UTF-16 unit. */
  readonly start: number
  /** Offset after the last UTF-16 unit. */
  readonly end: number
}
