import { createClient, type InValue } from "@libsql/client"
import type { SqliteDatabase } from "../../engines/sqlite.ts"

export async function libsql(): Promise<SqliteDatabase> {
  const client = createClient({ url: ":memory:", intMode: "bigint" })
  return {
    run: (statement, values = []) => client.execute({ sql: statement, args: [...values] }),
    async ids(query, values) {
      const { rows } = await client.execute({ sql: query, args: values as InValue[] })
      return rows.map(({ id }) => id)
    },
    close: () => client.close(),
  }
}
