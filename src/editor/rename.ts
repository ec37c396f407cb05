import type { Schema } from "../schema/schema.ts"
import type { Edit } from "./edit.ts"

/** Stub. */
export function rename(_schema: Schema, _text: string, _from: string, _to: string): readonly Edit[] {
  return []
}
