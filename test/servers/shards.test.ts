import { afterAll, describe, expect, test } from "vitest"
import { defineSchema, field, parseFilter } from "../../src/index.ts"
import { type Collation, clickhouse, postgres, type SqlCondition, sqlMapping, toSql } from "../../src/sql.ts"
import { answers } from "../conformance/answers.ts"
import { people } from "../conformance/people.ts"
import type { Engine } from "../engines/engine.ts"
import { mappingOf, tables } from "../engines/tables.ts"
import { agrees } from "../properties/agrees.ts"
import { openClickhouse, openSession } from "./clickhouse.ts"
import { createDatabase, createTables, engineOn } from "./postgres.ts"

/** PostgreSQL that partitions the people over two other databases, as foreign servers. */
async function openShards(declared = "") {
  const shards = [await createDatabase(), await createDatabase()]
  for (const { client } of shards) await client.query(createTables({ declared }))
  const { client, drop } = await createDatabase()
  await client.query(
    `CREATE EXTENSION postgres_fdw; ${createTables({ declared })}; ALTER TABLE people RENAME TO one`,
  )
  const { host, port, user, password } = client
  const columns = tables.people.map(({ name }) => name).join()
  await client.query(`CREATE TABLE people (LIKE one) PARTITION BY HASH (id)`)
  for (const [i, { name }] of shards.entries()) {
    await client.query(`
      CREATE SERVER shard${i} FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '${host}', port '${port}', dbname '${name}');
      CREATE USER MAPPING FOR CURRENT_USER SERVER shard${i} OPTIONS (user '${user}', ${password ? `password '${password}'` : "password_required 'false'"});
      CREATE FOREIGN TABLE people${i} PARTITION OF people FOR VALUES WITH (MODULUS 2, REMAINDER ${i}) SERVER shard${i} OPTIONS (table_name 'people')`)
  }
  return {
    client,
    columns,
    async close() {
      await drop()
      for (const { drop } of shards) await drop()
    },
  }
}

/** The partitioned PostgreSQL as an engine, for the cases and the property. */
async function openForeign(): Promise<Engine> {
  const { client, close } = await openShards()
  return engineOn(client, close)
}

describe("PostgreSQL sends to two foreign servers", () => {
  const conditions = [
    '{"count":{"$eq":5}}',
    '{"count":null}',
    '{"count":{"$ne":5}}',
    '{"count":{"$ne":null}}',
    '{"count":{"$lt":5}}',
    '{"count":{"$lte":5}}',
    '{"count":{"$gt":5}}',
    '{"count":{"$gte":5}}',
    '{"count":{"$in":[5,6,null]}}',
    '{"count":{"$nin":[5,6]}}',
    '{"count":{"$nin":[5,null]}}',
    '{"score":{"$gt":0.1}}',
    '{"score":{"$in":[0.1,0.2]}}',
    '{"name":{"$eq":"a"}}',
    '{"name":{"$ne":"a"}}',
    '{"name":{"$lt":"a"}}',
    '{"name":{"$lte":"a"}}',
    '{"name":{"$gt":"a"}}',
    '{"name":{"$gte":"a"}}',
    '{"name":{"$in":["a","b"]}}',
    '{"name":{"$nin":["a","b"]}}',
    '{"name":{"$contains":"%"}}',
    '{"active":true}',
    '{"active":{"$ne":true}}',
    '{"active":{"$in":[true,null]}}',
    '{"role":{"$in":["agent"]}}',
    '{"seenAt":{"$eq":"2024-01-01"}}',
    '{"seenAt":{"$ne":"2024-01-01"}}',
    '{"seenAt":{"$lt":"2024-01-01"}}',
    '{"seenAt":{"$gte":"2024-01-01T00:00:00.0000001Z"}}',
    '{"seenAt":{"$in":["2024-01-01","2025-01-01"]}}',
    '{"seenAt":{"$nin":["2024-01-01"]}}',
    '{"owner":7}',
    '{"ref":"018f3f5e-7c1a-7b3a-8b5a-1234567890ab"}',
    '{"ref":{"$nin":["018f3f5e-7c1a-7b3a-8b5a-1234567890ab"]}}',
    '{"price":19.99}',
    '{"price":{"$in":["19.99",5]}}',
    '{"price":{"$lt":"0.1"}}',
    '{"born":"2024-02-29"}',
    '{"born":{"$in":["2024-02-29","2024-03-01"]}}',
    '{"born":{"$gt":"2024-02-29"}}',
    '{"secret":{"$ne":null}}',
    '{"$or":[{"name":"a","count":{"$gt":1}},{"$and":[{"active":false},{"name":{"$contains":"x"}}]}]}',
  ]
  const folded = [
    '{"label":{"$eq":"A"}}',
    '{"label":{"$ne":"A"}}',
    '{"label":{"$lt":"A"}}',
    '{"label":{"$in":["A","b"]}}',
    '{"label":{"$nin":["A",null]}}',
    '{"label":{"$contains":"A"}}',
  ]
  const ways: readonly (readonly [declared: string, Collation | undefined, conditions: readonly string[]])[] =
    [
      ["", undefined, conditions],
      // lower() is sent if the column is in "C" itself: COLLATE "C" then changes nothing.
      ['COLLATE "C"', "binary", [...conditions, ...folded]],
    ]
  describe.each(ways)("texts %s", async (declared, collation, conditions) => {
    const { client, close } = await openShards(declared)
    afterAll(close)
    const mapping = mappingOf(undefined, collation)
    test.each(conditions)("%s", async (condition) => {
      await sends(client, toSql(parseFilter(people, condition), postgres, mapping))
    })
  })

  test("no condition that ignores case, if the texts are in another collation", async () => {
    const { client, close } = await openShards()
    try {
      const { text, values } = toSql(parseFilter(people, '{"label":"A"}'), postgres, mappingOf())
      const { rows } = await client.query(`EXPLAIN VERBOSE SELECT * FROM people WHERE ${text}`, values)
      expect(rows.filter((row) => String(row["QUERY PLAN"]).includes("Filter:"))).toHaveLength(2)
    } finally {
      await close()
    }
  })

  describe("columns of other types:", async () => {
    const { client, close } = await openShards()
    afterAll(close)
    await client.query(`
      CREATE FOREIGN TABLE typed (cents numeric(10,2), digits numeric, small smallint, code char(5), nick name, at timestamp, day date)
        SERVER shard0 OPTIONS (table_name 'people')`)
    const schema = defineSchema({
      cents: field.number(),
      digits: field.number(),
      small: field.integer(),
      code: field.string(),
      nick: field.string(),
      at: field.datetime(),
      day: field.datetime(),
    })
    const mapping = sqlMapping(schema, {
      table: "typed",
      columns: {
        cents: { type: "numeric(10,2)" },
        digits: { type: "numeric" },
        small: { type: "smallint" },
        code: { type: "character(5)" },
        nick: { type: "name" },
        at: { type: "timestamp without time zone" },
        day: { type: "date" },
      },
    })
    test.each([
      '{"cents":4.35}',
      '{"cents":{"$in":[4.35,1.1]}}',
      '{"digits":0.1}',
      '{"digits":{"$lt":0.1}}',
      '{"small":{"$in":[1,70000]}}',
      '{"code":"a"}',
      '{"code":{"$lt":"a"}}',
      '{"nick":{"$gt":"a"}}',
      '{"at":"2024-01-01T00:00:00.5Z"}',
      '{"at":{"$in":["2024-01-01","2024-01-02"]}}',
      '{"day":{"$gte":"2024-01-01"}}',
    ])("%s", (condition) =>
      sends(client, toSql(parseFilter(schema, condition), postgres, mapping), "typed", 1),
    )
  })
})

/** The whole condition is in the statements for the other servers. */
async function sends(
  client: Awaited<ReturnType<typeof openShards>>["client"],
  { text, values }: SqlCondition,
  table = "people",
  servers = 2,
): Promise<void> {
  const { rows } = await client.query(`EXPLAIN VERBOSE SELECT * FROM ${table} WHERE ${text}`, values)
  const plan = rows.map((row) => String(row["QUERY PLAN"]).trim())
  const sent = plan.filter((line) => line.startsWith("Remote SQL:"))
  expect(sent).toHaveLength(servers)
  for (const statement of sent) expect(statement).toMatch(/ WHERE /)
  // A condition that is not sent would be a filter on this server.
  expect(plan.filter((line) => line.startsWith("Filter:"))).toEqual([])
}

describe("PostgreSQL with the related rows on another server", async () => {
  const { client, close } = await openShards()
  afterAll(close)
  await client.query(`
    DROP TABLE tags, companies;
    IMPORT FOREIGN SCHEMA public LIMIT TO (tags, companies) FROM SERVER shard0 INTO public`)

  const tests = ['"tags.name":"a"', '"tags.rank":{"$gt":5}', '"tags.name":null', '"tags.rank":{"$in":[1,2]}']
  const absences = ['"tags.name":{"$ne":"a"}', '"tags.rank":{"$nin":[1,2]}', '"tags.label":{"$ne":null}']
  const listed = (conditions: readonly string[]) => conditions.map((condition) => `{${condition}}`).join()
  const joined = [
    `{"$or":[${listed(tests)}]}`,
    `{"$and":[${listed(absences)}]}`,
    `{"count":{"$gt":5},"$or":[${listed(tests)}]}`,
    `{"$or":[{"company.name":"a"},{"company.size":{"$lt":5}}]}`,
  ]
  test.each(joined)("sends the tests of %s in one query", async (condition) => {
    const { text, values } = toSql(parseFilter(people, condition), postgres, mappingOf())
    const { rows } = await client.query(`EXPLAIN VERBOSE SELECT * FROM people WHERE ${text}`, values)
    const plan = rows.map((row) => String(row["QUERY PLAN"]).trim())
    const sent = plan.filter((line) => /^Remote SQL: .* FROM public\.(tags|companies)\b/.test(line))
    expect(sent).toEqual([expect.stringMatching(/ WHERE .* OR /)])
    expect(plan.filter((line) => line.startsWith("Filter:"))).toEqual([])
  })
})

describe("ClickHouse, over two shards", async () => {
  const session = openSession()
  afterAll(() => session.cleanup())
  session.query("CREATE DATABASE shards")
  session.query("USE shards")
  session.query("CREATE TABLE people (id Int64) ENGINE = MergeTree ORDER BY id")
  session.query(
    "CREATE TABLE tags (person Int64, name String, rank Int64) ENGINE = MergeTree ORDER BY person",
  )
  session.query("INSERT INTO people VALUES (1), (2), (3)")
  session.query("INSERT INTO tags VALUES (1, 'a', 1), (2, 'b', 2)")

  test.each([
    ['{"$or":[{"tags.name":"a"},{"tags.rank":2},{"tags.name":"c"}]}', "1\n1\n2\n2\n"],
    ['{"$and":[{"tags.name":{"$ne":"a"}},{"tags.rank":{"$ne":2}},{"tags.name":{"$ne":"c"}}]}', "3\n3\n"],
  ])("sends the shards one set of ids for %s", (condition, ids) => {
    const { text, values } = toSql(parseFilter(people, condition), clickhouse, mappingOf())
    // Each shard has all the people.
    const from = "remote('127.0.0.1,127.0.0.1', shards, people) AS people"
    const statement = `SELECT id FROM ${from} WHERE ${text} ORDER BY id`
    expect(session.queryBind(statement, values, "TSV")).toBe(ids)
    const plan = session.queryBind(`EXPLAIN ${statement}`, values, "TSVRaw")
    const filters = plan.match(/Filter column: .*/g) ?? []
    expect(filters.map((filter) => filter.match(/ GLOBAL IN __set_/g)?.length)).toEqual([1, 1])
  })
})

const trial = { loads: 20, records: 200, filters: 100 }

answers("postgres", "PostgreSQL", "partitioned over two foreign servers", openForeign)
agrees("PostgreSQL over two foreign servers", 6, trial, openForeign)

// Two shards of one process: remote() plans each and merges the results, as over a network.
const twoShards = "remote('127.0.0.1,127.0.0.1', desk_filter, shard) AS people"
answers("clickhouse", "chdb", "remote() over two shards", () => openClickhouse(twoShards))
agrees("ClickHouse, remote() over two shards", 6, trial, () => openClickhouse(twoShards))
