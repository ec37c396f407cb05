import type { RelatedRows } from "./dialect.ts"
import { type Fragment, sql } from "./fragment.ts"

/** Tests for related rows in standard SQL. */
export function exists({ table, alias, on }: RelatedRows, condition: Fragment): Fragment {
  const pairs = on.map(([here, there]) => `${there} = ${here} AND `)
  return sql`EXISTS (SELECT 1 FROM ${table} AS ${alias} WHERE ${pairs}${condition})`
}
