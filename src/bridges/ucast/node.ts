import type { Path } from "../../diagnostics/diagnostic.ts"
import type { Operator } from "../../schema/operators.ts"
import type { Compound } from "./operators.ts"
import type { LiteralText } from "./regex-text.ts"

/** A condition of ucast as it was read, once: a getter or a Proxy may answer differently each time. */
export type Node = Group | Row | Comparison | TextTest

interface Placed {
  readonly path: Path
  /** The operator as it was written. */
  readonly written: string
}

/** Conditions that are joined. A condition with a mistake is undefined. */
export interface Group extends Placed {
  readonly kind: "group"
  readonly compound: Compound
  readonly nodes: readonly (Node | undefined)[]
}

/** A condition that one related record must satisfy. */
export interface Row extends Placed {
  readonly kind: "row"
  readonly relation: string
  readonly node: Node | undefined
}

/** A field is compared with a value or a list of values. */
export interface Comparison extends Placed {
  readonly kind: "comparison"
  readonly operator: Operator
  readonly name: string
  readonly value: unknown
  /** Whether it came in an instance of a condition: its values then have the form that records of JavaScript have. */
  readonly isInstance: boolean
}

/** A text is looked for in a field. */
export interface TextTest extends Placed {
  readonly kind: "text"
  readonly name: string
  readonly literal: LiteralText
}
