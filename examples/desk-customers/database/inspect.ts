import { type Finding, formatFindings, inspectMapping, postgres } from "desk-filter/sql"
import { CompiledQuery, type Kysely } from "kysely"
import { mapping } from "../customers/mapping.ts"
import type { Tables } from "./tables.ts"

/**
 * Compares the mapping of customers with the database.
 *
 * @returns what is worth a look, such as missing indexes
 * @throws Error when filters would get wrong rows, or would fail
 */
export async function inspectDatabase(database: Kysely<Tables>): Promise<readonly Finding[]> {
  const { findings, mapping: completed } = await inspectMapping(
    postgres,
    mapping,
    async (text, values) => (await database.executeQuery(CompiledQuery.raw(text, values))).rows,
  )
  if (completed === undefined)
    throw new Error(`The database does not fit the filters of customers:\n${formatFindings(findings)}`)
  return findings
}
