import type { Field } from "../../../schema/field.ts"
import { quote } from "../../../text/quote.ts"
import type { MappedColumn } from "../mapping.ts"
import type { Catalog, CatalogColumn, Note } from "./catalog.ts"

/** A column of a mapping with what the catalog says, and what is found about it. */
export interface Completed {
  readonly column: MappedColumn
  readonly notes: readonly Note[]
}

/**
 * Adds to a column of a mapping what the catalog says. Where they differ, the catalog is right: the database compares
 * by its own types.
 */
export function completeColumn(
  field: Field,
  declared: MappedColumn,
  actual: CatalogColumn,
  catalog: Catalog,
): Completed {
  const isSameCollation =
    declared.collation === undefined || catalog.sameCollation(declared.collation, actual)
  return {
    column: {
      ...declared,
      name: actual.name,
      type: actual.type ?? declared.type,
      collation: isSameCollation ? (actual.collation ?? declared.collation) : actual.collation,
      labels: actual.labels,
    },
    notes: [
      ...typeNotes(declared, actual, catalog),
      ...(isSameCollation ? undeclaredNotes(declared, actual) : [differentCollation(declared, actual)]),
      ...labelNotes(field, actual),
      ...nullableNotes(field, actual),
      ...(actual.notes ?? []),
    ],
  }
}

function typeNotes({ type }: MappedColumn, actual: CatalogColumn, catalog: Catalog): Note[] {
  if (type === undefined || actual.type === undefined || type === actual.domain) return []
  if (catalog.sameType(type, actual)) return []
  return [
    {
      code: "type-differs",
      message: `The mapping declares the type ${quote(type)}, but the column has the type ${quote(actual.type)}`,
      hint: `write type: ${quote(actual.type)}, or leave type out: the returned mapping has the column's type`,
    },
  ]
}

function differentCollation({ collation }: MappedColumn, actual: CatalogColumn): Note {
  const is = actual.collation === undefined ? "another one" : quote(actual.collation)
  return {
    code: "collation-differs",
    message: `The mapping declares the collation ${quote(String(collation))}, but the column has ${is}`,
    hint: "leave collation out: the returned mapping has the column's collation",
  }
}

function undeclaredNotes({ collation }: MappedColumn, { collationNote }: CatalogColumn): Note[] {
  return collation === undefined && collationNote !== undefined
    ? [{ code: "loose-collation", ...collationNote }]
    : []
}

function labelNotes({ values }: Field, { labels }: CatalogColumn): Note[] {
  // A type without labels is no enum.
  if (values === undefined || labels === undefined || labels.length === 0) return []
  const missing = values.filter((value) => !labels.includes(value))
  const unlisted = labels.filter((label) => !values.includes(label))
  return [
    ...(missing.length === 0 ? [] : [missingValues(missing)]),
    ...(unlisted.length === 0 ? [] : [unlistedValues(unlisted)]),
  ]
}

function missingValues(values: readonly string[]): Note {
  return {
    code: "enum-value-missing",
    message: `The schema lists ${listed(values)}, which the database's enum does not have`,
    hint: "add the value to the database's enum, or remove it from the schema: a filter for it finds no rows",
  }
}

function unlistedValues(values: readonly string[]): Note {
  return {
    code: "enum-value-unlisted",
    message: `The database's enum has ${listed(values)}, which the schema does not list`,
    hint: "add the value to the schema if clients may filter by it",
  }
}

function listed(values: readonly string[]): string {
  return values.map(quote).join(", ")
}

function nullableNotes({ nullable }: Field, actual: CatalogColumn): Note[] {
  if (nullable || actual.nullable !== true) return []
  return [
    {
      code: "nullable-column",
      message:
        "The column may be null, but the field is declared with nullable: false: no filter can ask for null",
      hint: "declare the column NOT NULL, or remove nullable: false from the field",
    },
  ]
}
