import type { Extension } from "@codemirror/state"
import type { ValuesOf } from "../editor/complete.ts"
import type { Schema } from "../schema/schema.ts"

/** What {@link deskFilter} adds to an editor. */
export interface DeskFilterOptions<S extends Schema = Schema> {
  /** Finds values of a field for completion. */
  readonly values?: ValuesOf<S>
}

/** Stub. */
export function deskFilter<S extends Schema>(_schema: S, _options?: DeskFilterOptions<S>): Extension {
  return []
}
