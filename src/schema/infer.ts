import type { Declarations, RelationDeclaration, ScalarDeclaration } from "./declarations.ts"
import type { LogicalOperands, Operands } from "./operands.ts"
import type { Operator } from "./operators.ts"
import type { Schema } from "./schema.ts"

// Each type over all fields takes the declarations as a parameter. The compiler would otherwise compute them again for
// each field, and a schema of 1,800 fields would be too much for it.

/** The names of the fields outside of relations: every name, if all that is known is that D declares something. */
type ScalarName<D extends Declarations> = {
  [Name in keyof D & string]: D[Name] extends RelationDeclaration ? never : Name
}[keyof D & string]

/** The names of the fields of relations. */
type RelationPath<D extends Declarations> = {
  [Name in keyof D & string]: D[Name] extends RelationDeclaration
    ? `${Name}.${keyof D[Name]["fields"] & string}`
    : never
}[keyof D & string]

/** The scalar declarations of a schema by the name that a filter writes. */
type Fields<D extends Declarations> = Pick<D, ScalarName<D>> & {
  [Path in RelationPath<D>]: Path extends `${infer Name}.${infer Property}`
    ? RelatedField<D[Name], Property>
    : never
}

/** A field of a relation. A record may have no related record, and then the field has no value. */
type RelatedField<Relation, Property extends string> =
  Relation extends RelationDeclaration<infer Cardinality, infer Fields>
    ? Cardinality extends "many"
      ? Fields[Property]
      : Fields[Property] extends ScalarDeclaration<infer Type, infer Input, infer Operators>
        ? ScalarDeclaration<Type, Input, Operators, true>
        : never
    : never

/** The names of the fields of a schema, relation paths included: `"id" | "contacts.value"`. */
export type FieldName<S extends Schema> = keyof Fields<S["declarations"]> & string

type DeclarationOf<S extends Schema, F extends FieldName<S>> = Fields<S["declarations"]>[F]

/** The operators in a declaration. */
type OperatorIn<Declaration> =
  Declaration extends ScalarDeclaration<infer _T, infer _I, infer Operators> ? Operators : never

/** The values of a declaration, null included. */
type ValueIn<Declaration> =
  Declaration extends ScalarDeclaration<infer _T, infer Input, infer _O, infer Nullable>
    ? Input | (true extends Nullable ? null : never)
    : never

/** The operators that a field takes. */
export type OperatorOf<S extends Schema, F extends FieldName<S>> = OperatorIn<DeclarationOf<S, F>>

/** For each operator, the names of the fields that take it. */
type FieldsWith<Declared> = {
  [O in Operator]: { [F in keyof Declared]: O extends OperatorIn<Declared[F]> ? F : never }[keyof Declared]
}

/** The names of the fields that take an operator. */
export type FieldWith<S extends Schema, O extends Operator> = FieldsWith<Fields<S["declarations"]>>[O]

/** Values by field. A named mapped type, so that compiler messages show its members. */
type Values<Declared> = { [F in keyof Declared]: ValueIn<Declared[F]> }

/** What may be written as a value of a field, null included where the field is nullable. */
export type ValueOf<S extends Schema, F extends FieldName<S>> = Values<Fields<S["declarations"]>>[F]

/** What JSON can hold of a value: a bigint or a Date has no form of its own there. */
type Json<V> = Exclude<V, bigint | Date>

/**
 * What JSON may hold for each field: a value, or operators with their operands. The mapped type is over the keys of its
 * parameter: only then does an editor show the comments on the declarations.
 */
type Comparisons<Declared> = {
  readonly [F in keyof Declared]?:
    | Json<ValueIn<Declared[F]>>
    | Pick<Operands<Json<ValueIn<Declared[F]>>>, OperatorIn<Declared[F]>>
}

/**
 * The JSON that a client may write for a schema: a wrong field, operator or value is a compile error.
 *
 * @example
 * ```ts
 * const filter: FilterInput<typeof customers> = { state: "active", id: { $in: [1, 2] } }
 * ```
 */
export type FilterInput<S extends Schema> = Comparisons<Fields<S["declarations"]>> &
  LogicalOperands<FilterInput<S>>

/** Every value, like `unknown`. It names the type of a filter first, so that an editor completes fields and operators. */
export type Unchecked<S extends Schema> = string | FilterInput<S> | NonNullable<unknown> | null | undefined
