import type { Declarations, RelationDeclaration, ScalarDeclaration } from "../../schema/declarations.ts"
import type { Field } from "../../schema/field.ts"
import type { Schema } from "../../schema/schema.ts"
import { quote } from "../../text/quote.ts"
import { COLLATIONS, type Collation, type DatetimeStorage } from "./dialect/dialect.ts"

/** The name of a table, or the schema and the table: `["public", "customers"]`. */
export type TableName = string | readonly string[]

/** The column of a field: its name, or an object that also says how its texts compare. */
export type ColumnMapping = string | { readonly column?: string; readonly collation?: Collation }

/** The related records of a relation. */
export interface RelationMapping<Properties extends string = string> {
  /** The table or view of the related records. */
  readonly table: TableName
  /** Which column of this table equals which column of the related one: `{ id: "customer_id" }`. */
  readonly on: Readonly<Record<string, string>>
  /** Columns of the related table by property, if the names differ. */
  readonly columns?: { readonly [Property in Properties]?: ColumnMapping }
}

type Scalars<D extends Declarations> = {
  [Name in keyof D & string]: D[Name] extends ScalarDeclaration ? Name : never
}[keyof D & string]

type Relations<D extends Declarations> = {
  [Name in keyof D & string as D[Name] extends RelationDeclaration
    ? Name
    : never]?: D[Name] extends RelationDeclaration ? RelationMapping<keyof D[Name]["fields"] & string> : never
}

/** The options of {@link sqlMapping}. */
export interface MappingOptions<S extends Schema> {
  /**
   * The name or alias of the table in your statement. The condition then qualifies columns with it.
   * Relations require it, because the related table may have columns with the same names.
   */
  readonly table?: TableName
  /** Columns by field, if the names differ or the collation does. */
  readonly columns?: { readonly [Name in Scalars<S["declarations"]>]?: ColumnMapping }
  /** Tables by relation. A filter on any other relation is an error. */
  readonly relations?: Relations<S["declarations"]>
  /** How texts compare in all columns without a collation of their own. */
  readonly collation?: Collation
  /** What date-time columns hold in a database that has no type for date-times. The default in SQLite is `"iso-millis"`. */
  readonly datetimeStorage?: DatetimeStorage
}

/** A column, and how its texts compare if the mapping says so. */
export interface MappedColumn {
  readonly name: string
  readonly collation: Collation | undefined
}

/** The columns and tables of the fields of any schema. */
export interface AnySqlMapping {
  /** The schema that the mapping was made of. */
  readonly schema: Schema
  readonly table: readonly string[] | undefined
  readonly datetimeStorage: DatetimeStorage | undefined
  /** Columns by field. Fields of other schemas and of relations without a table are absent. */
  readonly columns: ReadonlyMap<Field, MappedColumn>
  readonly relations: ReadonlyMap<
    string,
    { readonly table: readonly string[]; readonly on: ReadonlyMap<string, string> }
  >
}

/** Exists in the types only. */
declare const mapped: unique symbol

/** The columns and tables of the fields of one schema. */
export interface SqlMappingOf<S extends Schema> extends AnySqlMapping {
  readonly [mapped]?: () => S
}

/**
 * The columns and tables of a schema's fields. {@link sqlMapping} makes it. A mapping of a schema also serves filters of
 * a schema with fewer of its fields. `SqlMapping` alone is a mapping of any schema.
 */
export type SqlMapping<S extends Schema = never> = [S] extends [never]
  ? AnySqlMapping
  : Schema extends S
    ? AnySqlMapping
    : SqlMappingOf<S>

/**
 * Maps the fields of a schema to a database: columns by field, tables by relation. A field that you do not
 * mention is in the column of its name.
 *
 * @param schema the fields
 * @param options table, columns and relations
 * @returns the mapping, for {@link toSql}
 * @throws TypeError when the schema does not have a name, when a relation is mapped without `table`, or when a collation is unknown
 *
 * @example
 * ```ts
 * const mapping = sqlMapping(customers, {
 *   table: "customers",
 *   columns: { firstName: "first_name" },
 *   relations: { contacts: { table: "contacts", on: { id: "customer_id" } } },
 * })
 * toSql(parseFilter(customers, '{"firstName":"Ann"}'), postgres, mapping).text
 * // '"customers"."first_name" = $1::text'
 * ```
 */
export function sqlMapping<S extends Schema>(schema: S, options: MappingOptions<S> = {}): SqlMapping<S> {
  const { table, datetimeStorage } = options
  const columns = new Map<string, ColumnMapping>(
    Object.entries((options.columns ?? {}) as Readonly<Record<string, ColumnMapping>>),
  )
  const relations = new Map<string, RelationMapping>(
    Object.entries((options.relations ?? {}) as Readonly<Record<string, RelationMapping>>),
  )
  for (const name of columns.keys()) {
    const field = schema.fields.get(name)
    if (field === undefined)
      throw new TypeError(`columns names ${quote(name)}, but the schema has no such field`)
    if (field.relation !== undefined)
      throw new TypeError(
        `Field ${quote(name)} belongs to a relation: map it in the columns of that relation`,
      )
  }
  for (const [name, { columns = {}, on }] of relations) {
    if (!schema.relations.has(name))
      throw new TypeError(`The schema has no relation ${quote(name)} to map to a table`)
    if (table === undefined)
      throw new TypeError(`Relation ${quote(name)} needs the name of the main table: set table`)
    if (Object.keys(on).length === 0)
      throw new TypeError(
        `The option "on" of relation ${quote(name)} is empty: give at least one pair of columns`,
      )
    for (const property of Object.keys(columns)) {
      if (!schema.fields.has(`${name}.${property}`)) {
        throw new TypeError(`Relation ${quote(name)} has no field ${quote(property)} to map to a column`)
      }
    }
  }
  const mappingOf = ({ name, property, relation }: Field): ColumnMapping | undefined => {
    if (relation === undefined) return columns.get(name) ?? name
    const mapped = relations.get(relation.name)
    return mapped && (own(mapped.columns ?? {}, property) ?? property)
  }
  const columnOf = (field: Field): MappedColumn | undefined => {
    const mapping = mappingOf(field)
    if (mapping === undefined) return undefined
    const { column = field.property, collation = options.collation } =
      typeof mapping === "string" ? { column: mapping } : mapping
    if (collation !== undefined && !COLLATIONS.includes(collation))
      throw new TypeError(
        `Unknown collation ${quote(String(collation))}: write ${COLLATIONS.map(quote).join(" or ")}`,
      )
    return { name: column, collation }
  }
  const mapping: AnySqlMapping = {
    schema,
    table: table === undefined ? undefined : tableName(table),
    datetimeStorage,
    columns: new Map(
      [...schema.fields.values()].flatMap((field) => {
        const column = columnOf(field)
        return column === undefined ? [] : [[field, column] as const]
      }),
    ),
    relations: new Map(
      [...relations].map(([name, relation]) => [
        name,
        { table: tableName(relation.table), on: new Map(Object.entries(relation.on)) },
      ]),
    ),
  }
  // The schema is in the type only.
  return Object.freeze(mapping) as SqlMapping<S>
}

function tableName(table: TableName): readonly string[] {
  return typeof table === "string" ? [table] : [...table]
}

function own<Value>(record: Readonly<Record<string, Value | undefined>>, name: string): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined
}
