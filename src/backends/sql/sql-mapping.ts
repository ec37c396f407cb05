import type { Declarations, RelationDeclaration, ScalarDeclaration } from "../../schema/declarations.ts"
import type { Field } from "../../schema/field.ts"
import type { Schema } from "../../schema/schema.ts"
import { quote } from "../../text/quote.ts"
import { columnTypes } from "./column-types.ts"
import type { Collation, DatetimeStorage } from "./dialect/column.ts"
import type { Dialect } from "./dialect/dialect.ts"
import type { AnySqlMapping, MappedColumn, SqlMapping } from "./mapping.ts"
import { type TableName, tableName } from "./table-name.ts"

/** The column of a field: its name, or what is known of it. */
export type ColumnMapping = string | ColumnOptions

/** What a mapping may say about a column. */
export interface ColumnOptions {
  /** Its name. By default, the name of the field. */
  readonly column?: string
  /**
   * SQL to compare instead of a column, such as `data ->> 'city'`. It is part of the statement as it stands: write it
   * yourself, and never make it of anything that a client sends. `type` is then the type of its value.
   */
  readonly expression?: string
  /** Its type, as the database's catalog names it: `"uuid"`, `"ticket_state"`, `"numeric(10,2)"`. By default, the type that docs/databases.md lists for the field. */
  readonly type?: string
  /** How its texts compare. */
  readonly collation?: Collation
  /** What date-times it holds, in a database that has no type for date-times. */
  readonly datetimeStorage?: DatetimeStorage
  /** How many digits after the point an integer stands for, in a database that has no decimals: 2 for cents. */
  readonly scale?: number
  /** Whether each of its texts is in lower case. A UUID in a text column is then compared as it is, so that an index serves it. */
  readonly lowerCase?: boolean
}

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
  /** The database. If you name it, a column that cannot answer is found here, and not when the first filter is compiled. */
  readonly dialect?: Dialect<unknown>
}

/**
 * Maps the fields of a schema to a database: columns by field, tables by relation. A field that you do not
 * mention is in the column of its name.
 *
 * @param schema the fields
 * @param options table, columns and relations
 * @returns the mapping, for {@link toSql}
 * @throws TypeError when the schema does not have a name, or when a relation is mapped without `table`
 * @throws MappingError when `dialect` is given and a column cannot answer conditions on its field exactly
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
  const { table, dialect } = options
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
    const { column = field.property, ...facts } = typeof mapping === "string" ? { column: mapping } : mapping
    if (facts.expression?.trim() === "")
      throw new TypeError(`The expression of field ${quote(field.name)} is empty`)
    return { collation: options.collation, datetimeStorage: options.datetimeStorage, ...facts, name: column }
  }
  const mapping: AnySqlMapping = {
    schema,
    table: table === undefined ? undefined : tableName(table),
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
  if (dialect !== undefined) columnTypes(mapping, dialect)
  // The schema is in the type only.
  return Object.freeze(mapping) as SqlMapping<S>
}

function own<Value>(record: Readonly<Record<string, Value | undefined>>, name: string): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined
}
