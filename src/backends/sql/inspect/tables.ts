import type { Field } from "../../../schema/field.ts"
import { quote } from "../../../text/quote.ts"
import type { Finding } from "../dialect/finding.ts"
import type { AnySqlMapping } from "../mapping.ts"
import type { Ask, Catalog, CatalogTable, Note } from "./catalog.ts"
import { found } from "./findings.ts"

/** A table of a mapping that the database has. */
export interface KnownTable {
  readonly name: readonly string[]
  readonly read: CatalogTable
}

/** The tables of a mapping, as the catalog has them. */
export interface Tables {
  /** The table of the fields that belong to no relation. */
  readonly main: KnownTable | undefined
  /** The tables of the relations, by the relation's name. */
  readonly related: ReadonlyMap<string, KnownTable>
  /** What is found about tables that the database does not have. */
  readonly findings: readonly Finding[]
}

/** Reads the table of a mapping and those of its relations. */
export async function readTables(
  mapping: AnySqlMapping,
  main: readonly string[] | undefined,
  catalog: Catalog,
  ask: Ask,
): Promise<Tables> {
  const findings: Finding[] = []
  const read = async (name: readonly string[], hint: string): Promise<KnownTable | undefined> => {
    const table = await catalog.table(ask, name)
    if (table === undefined) findings.push(found(missingTable(name, hint)))
    return table && { name, read: table }
  }
  if (main === undefined) findings.push(found(UNNAMED))
  const mainTable =
    main && (await read(main, "if it is an alias, pass the name of the table in the option table"))
  const related = new Map<string, KnownTable>()
  for (const [name, { table }] of mapping.relations) {
    const relatedTable = await read(table, `create it, or correct the table of relation ${quote(name)}`)
    if (relatedTable !== undefined) related.set(name, relatedTable)
  }
  return { main: mainTable, related, findings }
}

/** The table of the column of a field, if the database has it. */
export function tableOf({ relation }: Field, { main, related }: Tables): KnownTable | undefined {
  return relation === undefined ? main : related.get(relation.name)
}

const UNNAMED: Note = {
  code: "unnamed-table",
  message: "The mapping does not name its table",
  hint: "pass its name in the option table",
}

function missingTable(name: readonly string[], hint: string): Note {
  return {
    code: "missing-table",
    message: `The database has no table or view ${quote(name.join("."))}, or its user may not see it`,
    hint,
  }
}
