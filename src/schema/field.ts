import type { Operator } from "./operators.ts"

/** The names of the types of scalar fields. */
export type FieldTypeName =
  | "integer"
  | "number"
  | "string"
  | "boolean"
  | "enum"
  | "datetime"
  | "reference"
  | "opaque"
  | "uuid"
  | "decimal"
  | "date"

/** A relation to another resource, through which some fields are reached. */
export interface Relation {
  readonly name: string
  /** `many`: a record has any number of related ones; `one`: at most one. */
  readonly cardinality: "many" | "one"
}

/** A field that filters may use, as a schema resolves it. A filter refers to these same objects. */
export interface Field {
  /** The name that a filter writes: `firstName`, or `contacts.value` through a relation. */
  readonly name: string
  /** The name of the property itself, in the record or in the related one: `value` of `contacts.value`. */
  readonly property: string
  /** The relation that the field belongs to, if it does not belong to the record itself. */
  readonly relation?: Relation
  readonly type: FieldTypeName
  /** Whether a record may have no value here. */
  readonly nullable: boolean
  /** Whether every related record has a value here. Only a field of a relation to one has it: the relation may be absent. */
  readonly required?: true
  /** Whether A and a differ. Only a string field can set it to false. */
  readonly caseSensitive: boolean
  /** The operators that a filter may use on it. */
  readonly operators: readonly Operator[]
  /** The values of an enum. */
  readonly values?: readonly string[]
  /** The resource that a reference refers to. */
  readonly resource?: string
  /** What the field is. */
  readonly description?: string
  /** Where the field is documented. */
  readonly source?: string
  /** Whether the type is inferred, rather than stated by the source. */
  readonly inferred: boolean
}
