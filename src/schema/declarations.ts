import type { FieldTypeName } from "./field.ts"
import type { Operator, OperatorThatTests } from "./operators.ts"

/** The options of every scalar field. */
export interface FieldOptions<Operators extends Operator = Operator, Nullable extends boolean = boolean> {
  /** Whether a record may have no value here. Default: true. */
  readonly nullable?: Nullable
  /** The operators that filters may use: all of the type's by default, or fewer. */
  readonly operators?: readonly Operators[]
  /** What the field is, for documentation. */
  readonly description?: string
  /** Where the field is documented: an address, for documentation. */
  readonly source?: string
  /** Whether the type is inferred, rather than stated by the source. Default: false. */
  readonly inferred?: boolean
}

/** The options of a string field. */
export interface StringOptions<Operators extends Operator = Operator, Nullable extends boolean = boolean>
  extends FieldOptions<Operators, Nullable> {
  /** Whether A and a differ. `false` folds the ASCII letters, in every backend alike. Default: true. */
  readonly caseSensitive?: boolean
}

/**
 * A scalar field as declared. The types of a filter are inferred from its type parameters. At run time only the
 * properties exist.
 */
export interface ScalarDeclaration<
  Type extends FieldTypeName = FieldTypeName,
  /** What a client may write as a value. */
  Input = unknown,
  Operators extends Operator = Operator,
  Nullable extends boolean = boolean,
> {
  readonly type: Type
  readonly nullable: Nullable
  readonly caseSensitive: boolean
  readonly operators: readonly Operators[]
  readonly values?: readonly string[]
  readonly resource?: string
  readonly description?: string
  readonly source?: string
  readonly inferred: boolean
  /** Exists in the types only. */
  readonly "~input"?: Input
}

/** A relation as declared: the fields of the related resource that a filter may use. */
export interface RelationDeclaration<
  Cardinality extends "many" | "one" = "many" | "one",
  Fields extends ScalarDeclarations = ScalarDeclarations,
> {
  readonly type: Cardinality
  readonly fields: Fields
}

/** Scalar fields by name. */
export type ScalarDeclarations = Readonly<Record<string, ScalarDeclaration>>

/** What `defineSchema` takes: fields and relations by name. */
export type Declarations = Readonly<Record<string, ScalarDeclaration | RelationDeclaration>>

/** The operators of a type whose values have no order. */
export type Equality = OperatorThatTests<"equality">
/** The operators of a type whose values have an order. */
export type Ordered = OperatorThatTests<"equality" | "order">
/** The operators of text. */
export type Textual = OperatorThatTests<"equality" | "order" | "text">
