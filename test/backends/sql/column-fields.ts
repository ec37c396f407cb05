import { defineSchema, type FilterInput, field, parseFilter } from "../../../src/index.ts"
import { type ColumnOptions, type Dialect, MappingError, sqlMapping, toSql } from "../../../src/sql.ts"

/** A field of each type, by a short name. */
const schemas = {
  integer: defineSchema({ v: field.integer() }),
  reference: defineSchema({ v: field.reference("users") }),
  number: defineSchema({ v: field.number() }),
  decimal: defineSchema({ v: field.decimal() }),
  string: defineSchema({ v: field.string() }),
  fold: defineSchema({ v: field.string({ caseSensitive: false }) }),
  enum: defineSchema({ v: field.enum(["active", "it's"]) }),
  codes: defineSchema({ v: field.enum(["1", "2"]) }),
  boolean: defineSchema({ v: field.boolean() }),
  datetime: defineSchema({ v: field.datetime() }),
  date: defineSchema({ v: field.date() }),
  uuid: defineSchema({ v: field.uuid() }),
  opaque: defineSchema({ v: field.opaque() }),
} as const

export type FieldKind = keyof typeof schemas

/** The SQL of a condition on a field in a column of one type. */
export function sqlOf(
  dialect: Dialect,
  kind: FieldKind,
  column: ColumnOptions,
  condition: unknown,
): { readonly text: string; readonly values: readonly unknown[] } {
  const schema = schemas[kind]
  const filter = parseFilter(schema, { v: condition } as FilterInput<typeof schema>)
  return toSql(filter, dialect, sqlMapping(schema, { columns: { v: column } }))
}

/** A column that answers: the field, what the mapping says, the condition, its SQL and its values. */
export type AnsweredColumn = readonly [
  kind: FieldKind,
  column: ColumnOptions,
  condition: unknown,
  text: string,
  values: readonly unknown[],
]

/** A column that cannot answer, and why. */
export type RefusedColumn = readonly [kind: FieldKind, column: ColumnOptions, message: string]

/** The code and the message of each refusal of a column. */
export function refusalOf(dialect: Dialect, kind: FieldKind, column: ColumnOptions): readonly string[] {
  try {
    sqlMapping(schemas[kind], { columns: { v: column }, dialect })
  } catch (error) {
    if (error instanceof MappingError) return error.findings.map(({ code, message }) => `${code}: ${message}`)
    throw error
  }
  return []
}
