import { QueryTypes, Sequelize } from "sequelize"
import type { Driver, Row } from "../driver.ts"

export async function throughSequelize(url: string): Promise<Driver> {
  const database = new Sequelize(url, { logging: false })
  return {
    people({ strings, values }) {
      // Sequelize numbers the values of every database.
      const text = strings.reduce((text, string, i) => `${text}$${i}${string}`)
      const statement = `SELECT id FROM people WHERE ${text} ORDER BY id`
      return database.query<Row>(statement, { bind: [...values], type: QueryTypes.SELECT })
    },
    close: () => database.close(),
  }
}
