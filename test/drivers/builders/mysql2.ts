import { createConnection, type RowDataPacket } from "mysql2/promise"
import type { Driver, Row } from "../driver.ts"

/** `query` writes the values into the text. `execute` sends them beside the text. */
export async function throughMysql2(method: "execute" | "query", url: string): Promise<Driver> {
  const connection = await createConnection(url)
  return {
    async people({ text, values }) {
      const statement = `SELECT id FROM people WHERE ${text} ORDER BY id`
      const [rows] = await connection[method]<(Row & RowDataPacket)[]>(statement, values as string[])
      return rows
    },
    close: () => connection.end(),
  }
}
