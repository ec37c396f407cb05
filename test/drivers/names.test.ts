import { expect, inject, test } from "vitest"
import { defineSchema, field, parseFilter } from "../../src/index.ts"
import { postgres, sqlMapping, toSql, toSqlTemplate } from "../../src/sql.ts"
import { createDatabase } from "../servers/postgres.ts"
import { addressOf } from "./address.ts"
import { postgresDrivers } from "./postgres-drivers.ts"

const names = ["why?", "??", "a:b", ":name", "::text", "$1", "a$1", "it's", 'a"b', "a\\b", "{}", "count"]
const schema = defineSchema({ id: field.integer(), state: field.string(), owner: field.integer() })
const filter = parseFilter(schema, { state: { $in: ["active", "$1", "?"] }, owner: { $ne: 7 } })

const rows = [
  [1, 7, "active"],
  [2, 8, "$1"],
  [3, null, "?"],
  [4, 8, ""],
] as const

test.each(Object.entries(postgresDrivers))("%s takes every name of a column", async (_, connect) => {
  const { client, name: database, drop } = await createDatabase()
  const driver = await connect(addressOf("postgres", inject("postgres"), database))
  const columns = names.map((name) => `"${name.replaceAll('"', '""')}" text`)
  await client.query(`CREATE TABLE people (id bigint, owner bigint, ${columns})`)
  for (const [id, owner, state] of rows)
    await client.query(`INSERT INTO people VALUES ($1, $2${", $3".repeat(names.length)})`, [id, owner, state])
  for (const name of names) {
    const mapping = sqlMapping(schema, { table: "people", columns: { state: name } })
    const { text } = toSql(filter, postgres, mapping)
    const found = await driver.people({ text, ...toSqlTemplate(filter, postgres, mapping) })
    expect(
      found.map(({ id }) => Number(id)),
      name,
    ).toEqual([2, 3])
  }
  await driver.close()
  await drop()
})
