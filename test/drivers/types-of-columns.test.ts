import { expect, inject, test } from "vitest"
import { defineSchema, field, parseFilter } from "../../src/index.ts"
import { postgres, sqlMapping, toSql, toSqlTemplate } from "../../src/sql.ts"
import { createDatabase } from "../servers/postgres.ts"
import { addressOf } from "./address.ts"
import { postgresDrivers } from "./postgres-drivers.ts"

const schema = defineSchema({
  id: field.integer(),
  state: field.enum(["open", "closed"]),
  key: field.uuid(),
  text: field.string(),
  amount: field.decimal(),
  day: field.date(),
  price: field.number(),
  size: field.integer(),
})
const mapping = sqlMapping(schema, {
  table: "people",
  columns: {
    state: { type: "ticket_state" },
    key: { type: "uuid" },
    text: { column: "key", type: "uuid" },
    amount: { column: "price", type: "numeric(10,2)" },
    price: { type: "numeric(10,2)" },
    size: { type: "smallint" },
  },
})

const cases: readonly [filter: string, ids: readonly number[]][] = [
  ['{"state":"open"}', [1]],
  ['{"state":{"$ne":"open"}}', [2, 3]],
  ['{"state":{"$in":["open",null]}}', [1, 2]],
  ['{"state":{"$nin":["open"]}}', [2, 3]],
  ['{"key":"00000000-0000-4000-8000-00000000000a"}', [1]],
  ['{"key":{"$in":["00000000-0000-4000-8000-00000000000A",null]}}', [1, 2]],
  ['{"key":{"$nin":["00000000-0000-4000-8000-00000000000a"]}}', [2, 3]],
  ['{"text":{"$in":["00000000-0000-4000-8000-00000000000a","no uuid",null]}}', [1, 2]],
  ['{"amount":"4.35"}', [1]],
  ['{"amount":{"$in":["4.350","4.36000000000000000000000000000000001"]}}', [1]],
  ['{"amount":{"$gt":"4.3500000000000000000000000000000001"}}', [3]],
  ['{"day":"2024-02-29"}', [1]],
  ['{"day":{"$in":["2024-02-29",null]}}', [1, 2]],
  ['{"day":{"$lt":"2024-02-29"}}', [3]],
  ['{"price":4.35}', [1]],
  ['{"price":{"$in":[4.35,1e300]}}', [1]],
  ['{"price":{"$gt":4.35}}', [3]],
  ['{"size":{"$in":[7,"9223372036854775807"]}}', [1]],
  ['{"size":{"$lte":"9223372036854775807"}}', [1, 3]],
]

test.each(Object.entries(postgresDrivers))("%s takes columns of other types", async (_, connect) => {
  const { client, name, drop } = await createDatabase()
  await client.query(`
    CREATE TYPE ticket_state AS ENUM ('open', 'closed');
    CREATE TABLE people (id bigint, state ticket_state, key uuid, price numeric(10,2), size smallint, day date);
    INSERT INTO people VALUES
      (1, 'open', '00000000-0000-4000-8000-00000000000a', 4.35, 7, '2024-02-29'),
      (2, NULL, NULL, NULL, NULL, NULL),
      (3, 'closed', '00000000-0000-4000-8000-00000000000b', 4.36, -7, '2024-02-28')`)
  const driver = await connect(addressOf("postgres", inject("postgres"), name))
  for (const [text, ids] of cases) {
    const filter = parseFilter(schema, text)
    const { text: condition } = toSql(filter, postgres, mapping)
    const rows = await driver.people({ text: condition, ...toSqlTemplate(filter, postgres, mapping) })
    expect(
      rows.map(({ id }) => Number(id)),
      text,
    ).toEqual(ids)
  }
  await driver.close()
  await drop()
})
