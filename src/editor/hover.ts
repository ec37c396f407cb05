import type { Schema } from "../schema/schema.ts"
import type { Span } from "../syntax/span.ts"

/** What an editor shows about the name or the value under the pointer. */
export interface Hover {
  /** The name or the value. */
  readonly span: Span
  /** Plain text; its paragraphs are separated by empty lines. */
  readonly text: string
}

/** Stub. */
export function hover(_schema: Schema, _text: string, _offset: number): Hover | undefined {
  return undefined
}
