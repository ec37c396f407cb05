import type { DiagnosticCode, Path } from "../diagnostics/diagnostic.ts"
import type { Hint } from "../diagnostics/hint.ts"
import type { Field } from "../schema/field.ts"
import type { Schema } from "../schema/schema.ts"
import type { Span } from "../syntax/span.ts"

/** What a rule may know besides the node that it looks at. */
export interface CheckContext {
  readonly schema: Schema
  readonly emptyOr: "all" | "none" | "error"
}

/** What a rule says of a node that breaks it. */
export interface Objection {
  readonly code: DiagnosticCode
  readonly message: string
  readonly hint?: Hint | undefined
  readonly span: Span | undefined
  /** Steps from the node that the rule was given to the part that is wrong. */
  readonly path?: Path
}

/** A field as it is called in messages. */
export function called(field: Field): string {
  return `Field ${field.name}`
}
