import Database from "better-sqlite3"
import type { SqliteDatabase } from "../../engines/sqlite.ts"

export async function betterSqlite3(): Promise<SqliteDatabase> {
  const database = new Database(":memory:")
  return {
    run: (statement, values = []) => database.prepare(statement).run(...values),
    ids: async (query, values) =>
      database
        .prepare<unknown[], { id: bigint }>(query)
        .safeIntegers()
        .all(...values)
        .map(({ id }) => id),
    close: () => database.close(),
  }
}
