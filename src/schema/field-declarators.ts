import type {
  Equality,
  FieldOptions,
  Ordered,
  RelationDeclaration,
  ScalarDeclaration,
  ScalarDeclarations,
  StringOptions,
  Textual,
} from "./declarations.ts"
import type { FieldTypeName } from "./field.ts"
import type { Operator } from "./operators.ts"
import { typeOperators } from "./types/type-operators.ts"

type Options<Operators extends Operator, Nullable extends boolean> = FieldOptions<Operators, Nullable>

/**
 * The types of field, for {@link defineSchema}.
 *
 * @example
 * ```ts
 * const people = defineSchema({
 *   id: field.integer({ nullable: false }),
 *   name: field.string({ caseSensitive: false }),
 *   role: field.enum(["agent", "admin"]),
 *   company: field.reference("companies"),
 *   contacts: field.many({ value: field.string() }),
 * })
 * ```
 */
export const field = {
  /** A 64-bit integer. A filter may write it as a JSON integer or as a string of digits. */
  integer: <const O extends Ordered = Ordered, const N extends boolean = true>(options?: Options<O, N>) =>
    scalar<"integer", number | bigint | string, O, N>("integer", options),

  /** A finite double. */
  number: <const O extends Ordered = Ordered, const N extends boolean = true>(options?: Options<O, N>) =>
    scalar<"number", number, O, N>("number", options),

  /** Unicode text; compared by code point, exactly, unless `caseSensitive` is false. */
  string: <const O extends Textual = Textual, const N extends boolean = true>(
    options?: StringOptions<O, N>,
  ) => scalar<"string", string, O, N>("string", options),

  /** `true` or `false`. */
  boolean: <const O extends Equality = Equality, const N extends boolean = true>(options?: Options<O, N>) =>
    scalar<"boolean", boolean, O, N>("boolean", options),

  /** One of the strings listed. */
  enum: <const V extends string, const O extends Equality = Equality, const N extends boolean = true>(
    values: readonly V[],
    options?: Options<O, N>,
  ) => scalar<"enum", V, O, N>("enum", options, { values }),

  /** A point in time, as RFC 3339 writes it; a full-date is midnight UTC. */
  datetime: <const O extends Ordered = Ordered, const N extends boolean = true>(options?: Options<O, N>) =>
    scalar<"datetime", string | Date, O, N>("datetime", options),

  /** The id of a record of the named resource. */
  reference: <const O extends Equality = Equality, const N extends boolean = true>(
    resource: string,
    options?: Options<O, N>,
  ) => scalar<"reference", number | bigint | string, O, N>("reference", options, { resource }),

  /** A value that filters can only test for presence: `$eq` and `$ne` with null. */
  opaque: <const O extends "$eq" | "$ne" = "$eq" | "$ne", const N extends boolean = true>(
    options?: Options<O, N>,
  ) => scalar<"opaque", never, O, N>("opaque", options),

  /** A UUID in any case, such as `018fd1b1-7c2e-7b3a-9d4e-5f60718293a4`. */
  uuid: <const O extends Equality = Equality, const N extends boolean = true>(options?: Options<O, N>) =>
    scalar<"uuid", string, O, N>("uuid", options),

  /** An exact decimal of at most 38 digits, such as a price. A filter may write it as a JSON number or as a string. */
  decimal: <const O extends Ordered = Ordered, const N extends boolean = true>(options?: Options<O, N>) =>
    scalar<"decimal", number | bigint | string, O, N>("decimal", options),

  /** A day of the calendar, `YYYY-MM-DD`, without time or zone. */
  date: <const O extends Ordered = Ordered, const N extends boolean = true>(options?: Options<O, N>) =>
    scalar<"date", string, O, N>("date", options),

  /** Any number of related records; a condition is true when some related record satisfies it. */
  many: <const F extends ScalarDeclarations>(fields: F): RelationDeclaration<"many", F> => ({
    type: "many",
    fields,
  }),

  /** At most one related record. Without a related record, its fields have no value. */
  one: <const F extends ScalarDeclarations>(fields: F): RelationDeclaration<"one", F> => ({
    type: "one",
    fields,
  }),
} as const

function scalar<Type extends FieldTypeName, Input, O extends Operator, N extends boolean>(
  type: Type,
  options: StringOptions<O, N> = {},
  details: { readonly values?: readonly string[]; readonly resource?: string } = {},
): ScalarDeclaration<Type, Input, O, N> {
  const { nullable = true as N, caseSensitive = true, inferred = false } = options
  const { operators, description, source } = options
  return {
    type,
    nullable,
    caseSensitive,
    operators: operators ?? (typeOperators[type] as readonly O[]),
    inferred,
    ...details,
    ...(description !== undefined && { description }),
    ...(source !== undefined && { source }),
  }
}
