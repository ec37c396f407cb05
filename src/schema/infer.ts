import type { Declarations, RelationDeclaration, ScalarDeclaration } from "./declarations.ts"
import type { ListOperator } from "./operators.ts"
import type { Schema } from "./schema.ts"

/** The scalar declarations of a schema by the name that a filter writes. */
type Fields<D extends Declarations> = {
  [Name in keyof D & string as D[Name] extends ScalarDeclaration ? Name : never]: D[Name]
} & {
  [Path in RelationPath<D>]: Path extends `${infer Name}.${infer Property}`
    ? RelationFields<D, Name>[Property]
    : never
}

type RelationPath<D extends Declarations> = {
  [Name in keyof D & string]: D[Name] extends RelationDeclaration
    ? `${Name}.${keyof D[Name]["fields"] & string}`
    : never
}[keyof D & string]

type RelationFields<D extends Declarations, Name extends string> = D[Name] extends RelationDeclaration
  ? D[Name]["fields"]
  : never

type DeclarationOf<S extends Schema, F extends string> = F extends keyof Fields<S["declarations"]>
  ? Fields<S["declarations"]>[F]
  : never

/** The names of the fields of a schema, relation paths included: `"id" | "contacts.value"`. */
export type FieldName<S extends Schema> = keyof Fields<S["declarations"]> & string

/** The operators that a field takes. */
export type OperatorOf<S extends Schema, F extends FieldName<S>> =
  DeclarationOf<S, F> extends ScalarDeclaration<infer _T, infer _I, infer O> ? O : never

/** Null for a field reached through a relation to one: the related record may be missing. */
type MissingRecord<D extends Declarations, F extends string> = F extends `${infer Name}.${string}`
  ? D[Name] extends RelationDeclaration<"one">
    ? null
    : never
  : never

/** Values by field. A named mapped type, so that compiler messages show its members. */
type Values<S extends Schema> = {
  [F in FieldName<S>]:
    | (DeclarationOf<S, F> extends ScalarDeclaration<infer _T, infer Input, infer _O, infer Nullable>
        ? Input | (true extends Nullable ? null : never)
        : never)
    | MissingRecord<S["declarations"], F>
}

/** What may be written as a value of a field, null included where the field is nullable. */
export type ValueOf<S extends Schema, F extends FieldName<S>> = Values<S>[F]

/** What JSON can hold of a value: a bigint or a Date has no form of its own there. */
type Json<V> = Exclude<V, bigint | Date>

type OperandOf<S extends Schema, F extends FieldName<S>, O> = O extends ListOperator
  ? readonly Json<ValueOf<S, F>>[]
  : O extends "$eq" | "$ne"
    ? Json<ValueOf<S, F>>
    : Exclude<Json<ValueOf<S, F>>, null>

/**
 * The JSON that a client may write for a schema: a wrong field, operator or value is a compile error.
 *
 * @example
 * ```ts
 * const filter: FilterInput<typeof customers> = { state: "active", id: { $in: [1, 2] } }
 * ```
 */
export type FilterInput<S extends Schema> = {
  readonly [F in FieldName<S>]?:
    | Json<ValueOf<S, F>>
    | { readonly [O in OperatorOf<S, F>]?: OperandOf<S, F, O> }
} & {
  readonly $and?: readonly FilterInput<S>[]
  readonly $or?: readonly FilterInput<S>[]
}
