/** How {@link format} writes a text. */
export interface FormatOptions {
  /** The number of spaces of one level, or white space. Default: 2. */
  readonly indent?: number | string
}

/** Stub. */
export function format(text: string, _options?: FormatOptions): string {
  return text
}
