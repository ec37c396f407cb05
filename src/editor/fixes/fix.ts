import type { Diagnostic } from "../../diagnostics/diagnostic.ts"
import type { Edit } from "../edit.ts"

/** A change that corrects a mistake. */
export interface Fix {
  /** What it does, as in `Change to "state"`. */
  readonly title: string
  /** Edits that do not overlap. */
  readonly edits: readonly Edit[]
}

/** A mistake, and the changes that correct it. */
export type FixableDiagnostic = Diagnostic & {
  /** Each of them removes the mistake and adds none. Empty if it is not clear what the user means. */
  readonly fixes: readonly Fix[]
}
