import type { Declarations, RelationDeclaration, ScalarDeclaration } from "../../schema/declarations.ts"
import type { Field } from "../../schema/field.ts"
import type { Schema } from "../../schema/schema.ts"
import { quote } from "../../text/quote.ts"
import { COLLATIONS, type Collation, type DatetimeStorage } from "./dialect.ts"

/** The name of a table, or the schema and the table: `["public", "customers"]`. */
export type TableName = string | readonly string[]

/** Where a field's values are: the name of a column, or that and how its texts compare. */
export type ColumnMapping = string | { readonly column?: string; readonly collation?: Collation }

/** Where a relation's records are. */
export interface RelationMapping<Properties extends string = string> {
  /** The table, or view, of the related records. */
  readonly table: TableName
  /** Which column of this table equals which of the related one: `{ id: "customer_id" }`. */
  readonly on: Readonly<Record<string, string>>
  /** Columns of the related table by property, as those of the table itself. */
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

/** What {@link sqlMapping} takes. */
export interface MappingOptions<S extends Schema> {
  /**
   * The table in the statement that the condition goes into, or its alias there. Columns are then
   * written with it. Relations need it, or a column of the related table could be taken for one of this.
   */
  readonly table?: TableName
  /** Columns by field, where the names differ, or their texts do not compare as most do. */
  readonly columns?: { readonly [Name in Scalars<S["declarations"]>]?: ColumnMapping }
  /** Tables by relation. A filter on a relation that is not here is refused. */
  readonly relations?: Relations<S["declarations"]>
  /** How the texts of all columns compare that say nothing else. */
  readonly collation?: Collation
  /** What columns of date-times hold in a database that has no type for them. SQLite's default: `"iso-millis"`. */
  readonly datetimeStorage?: DatetimeStorage
}

/** A column, and how its texts compare, if that was said. */
export interface MappedColumn {
  readonly name: string
  readonly collation: Collation | undefined
}

/** Where the fields of a schema are in a database. Made by {@link sqlMapping}. */
export interface SqlMapping {
  readonly table: readonly string[] | undefined
  readonly datetimeStorage: DatetimeStorage | undefined
  /** Columns by field; a field that is not here belongs to a relation without a table, or to another schema. */
  readonly columns: ReadonlyMap<Field, MappedColumn>
  readonly relations: ReadonlyMap<
    string,
    { readonly table: readonly string[]; readonly on: ReadonlyMap<string, string> }
  >
}

/**
 * Says where the fields of a schema are in a database: columns by field, tables by relation. A field
 * that is not mentioned is in the column of its name.
 *
 * @param schema the fields
 * @param options table, columns and relations
 * @returns the mapping, for {@link toSql}
 * @throws TypeError when a name is not one of the schema's, a relation is mapped and the table is not, or a collation is none
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
export function sqlMapping<S extends Schema>(schema: S, options: MappingOptions<S> = {}): SqlMapping {
  const { table, datetimeStorage } = options
  const columns = new Map<string, ColumnMapping>(
    Object.entries((options.columns ?? {}) as Readonly<Record<string, ColumnMapping>>),
  )
  const relations = new Map<string, RelationMapping>(
    Object.entries((options.relations ?? {}) as Readonly<Record<string, RelationMapping>>),
  )
  for (const name of columns.keys()) {
    if (schema.fields.get(name)?.relation !== undefined || !schema.fields.has(name)) {
      throw new TypeError(`The schema has no field ${quote(name)} of its own to map to a column`)
    }
  }
  for (const [name, { columns = {}, on }] of relations) {
    if (!schema.relations.has(name))
      throw new TypeError(`The schema has no relation ${quote(name)} to map to a table`)
    if (table === undefined)
      throw new TypeError(`Relation ${quote(name)} needs the table that it belongs to: set table`)
    if (Object.keys(on).length === 0)
      throw new TypeError(`Relation ${quote(name)} needs a pair of columns in on`)
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
        `${quote(String(collation))} is no collation: write ${COLLATIONS.map(quote).join(" or ")}`,
      )
    return { name: column, collation }
  }
  return Object.freeze({
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
  })
}

function tableName(table: TableName): readonly string[] {
  return typeof table === "string" ? [table] : [...table]
}

function own<Value>(record: Readonly<Record<string, Value | undefined>>, name: string): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined
}
