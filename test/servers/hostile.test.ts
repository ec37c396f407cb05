import { type Connection, type DialectOf, type LocalSuite, staysHarmless } from "../backends/sql/hostile.ts"
import { openSession } from "./clickhouse.ts"
import { createSchema } from "./mariadb.ts"

async function openMariadbConnection(): Promise<Connection> {
  const { connection, drop } = await createSchema()
  return {
    async run(statement, values) {
      const [rows] = await connection.execute({ sql: statement, rowsAsArray: true }, values as string[])
      return Array.isArray(rows) ? (rows as unknown[][]).map(([id]) => Number(id)) : []
    },
    close: drop,
  }
}

/** The dialects that only servers run. */
type OnServers = Exclude<DialectOf<"servers">, DialectOf<LocalSuite>>

/** Opens a database for each dialect that only servers run. */
const connections: Readonly<Record<OnServers, () => Promise<Connection>>> = {
  mysql: openMariadbConnection,
  mariadb: openMariadbConnection,
  async clickhouse() {
    const session = openSession()
    session.query("CREATE DATABASE hostile")
    session.query("USE hostile")
    return {
      async run(statement, values) {
        const lines = session.queryBind(statement, values as object, "TSV")
        return lines.split("\n").filter(Boolean).map(Number)
      },
      async close() {
        session.cleanup()
      },
    }
  },
}

for (const [name, open] of Object.entries(connections)) staysHarmless(name as OnServers, open)
