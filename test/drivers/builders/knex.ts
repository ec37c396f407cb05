import knex from "knex"
import type { Driver } from "../driver.ts"

export async function throughKnex(client: "pg" | "mysql2", connection: string): Promise<Driver> {
  const database = knex({ client, connection })
  return {
    people({ strings, values }) {
      const text = strings.map((string) => string.replaceAll("?", "\\?")).join("?")
      const matching = database.raw(text, values as (string | number)[])
      return database("people").select("id").where(matching).orderBy("id")
    },
    close: () => database.destroy(),
  }
}
