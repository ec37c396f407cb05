import type { Declarations, RelationDeclaration, ScalarDeclaration } from "./declarations.ts"
import type { FieldTypeName } from "./field.ts"
import type { Schema } from "./schema.ts"

/** A safe integer, a bigint, or digits. */
type Integer = number | bigint | string

type Id = Integer | null | undefined

/** The forms of a value in a record. They include values that only a predicate can reject, such as NaN. */
interface RecordValues {
  readonly integer: Integer
  readonly number: number | string
  readonly string: string
  readonly boolean: boolean | number | bigint | Uint8Array
  /** Any text: columns and APIs get new values before schemas do. */
  readonly enum: string
  readonly datetime: string | Date
  /** An interface has no index signature, and an object literal must have one to contain other properties. */
  readonly reference:
    | Integer
    | { readonly id: Id }
    | { readonly id: Id; readonly [property: string]: unknown }
  readonly opaque: unknown
  readonly uuid: string
  readonly decimal: number | bigint | string
  /** Not a Date: drivers make one of midnight in the zone of the process. */
  readonly date: string
}

type RecordValue<Type extends FieldTypeName> = RecordValues[Type]

type PropertyOf<Declared> =
  Declared extends ScalarDeclaration<infer Type>
    ? RecordValue<Type>
    : Declared extends RelationDeclaration<"one", infer Fields>
      ? RelatedRecord<Fields>
      : Declared extends RelationDeclaration<"many", infer Fields>
        ? readonly (RelatedRecord<Fields> | null | undefined)[]
        : never

type RelatedRecord<Fields extends Declarations> = {
  readonly [Name in keyof Fields]?: PropertyOf<Fields[Name]> | null | undefined
}

/** A named mapped type, so that compiler messages show the name of the schema and not its declarations. */
type SchemaRecord<S extends Schema> = {
  readonly [Name in keyof S["declarations"]]?: PropertyOf<S["declarations"][Name]> | null | undefined
}

/** An indexed access, and not a conditional type, because the compiler infers wrong types from one that it cannot resolve. */
interface RecordBySchema<S extends Schema> {
  readonly known: SchemaRecord<S>
  readonly unknown: object
}

/**
 * A record as `toPredicate` reads it. Each value may have every form that an API or a database driver returns, and a
 * missing property is null. Records may have other properties too.
 *
 * For `Schema`, of which the compiler knows no field, it is any object.
 *
 * @example
 * ```ts
 * const row: RecordOf<typeof customers> = { id: "9007199254740993", createdAt: new Date(0), trusted: 1, createdBy: 7 }
 * toPredicate(parseFilter(customers, '{"trusted":true}'))(row) // true
 * ```
 */
export type RecordOf<S extends Schema> = RecordBySchema<S>[string extends keyof S["declarations"]
  ? "unknown"
  : "known"]
