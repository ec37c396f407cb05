import { DatabaseSync, type SQLInputValue } from "node:sqlite"
import type { SqliteDatabase } from "../../engines/sqlite.ts"

export async function nodeSqlite(): Promise<SqliteDatabase> {
  const database = new DatabaseSync(":memory:")
  return {
    run: (statement, values = []) => database.prepare(statement).run(...values),
    async ids(query, values) {
      const statement = database.prepare(query)
      statement.setReadBigInts(true)
      return statement.all(...(values as SQLInputValue[])).map(({ id }) => id)
    },
    close: () => database.close(),
  }
}
