import { type RawBuilder, type ReferenceExpression, sql } from "kysely"
import type { Tables } from "./tables.ts"

/** A time in the format of responses: `2024-02-29T12:30:00.000Z`. The database formats it, so all drivers read the same text. */
export function isoTime<Table extends keyof Tables>(
  column: ReferenceExpression<Tables, Table> & string,
): RawBuilder<string> {
  return sql<string>`to_char(${sql.ref(column)} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
}
