import { afterAll, expect, test } from "vitest"
import { defineSchema, field, parseFilter } from "../../src/index.ts"
import { inspectMapping, postgres, sqlMapping, toSql } from "../../src/sql.ts"
import { createDatabase } from "./postgres.ts"

const { client, drop } = await createDatabase()
afterAll(drop)
const run = async (text: string, values: unknown[]) => (await client.query(text, values)).rows

const items = defineSchema({ id: field.integer({ nullable: false }), state: field.enum(["a", "b"]) })

test("a column of a type that is no enum answers an enum field by its text", async () => {
  await client.query(`
    CREATE EXTENSION ltree;
    CREATE TYPE nothing AS ENUM ();
    CREATE DOMAIN short_text AS text`)
  for (const [i, type] of ["ltree", "nothing", "short_text"].entries()) {
    const table = `items${i}`
    await client.query(`CREATE TABLE ${table} (id bigint, state ${type})`)
    if (type !== "nothing") await client.query(`INSERT INTO ${table} VALUES (1, 'a'), (2, 'c')`)
    const { mapping } = await inspectMapping(postgres, sqlMapping(items, { table }), run)
    const { text, values } = toSql(parseFilter(items, '{"state":{"$in":["a","b"]}}'), postgres, mapping)
    const { rows } = await client.query(`SELECT id FROM ${table} WHERE ${text}`, values)
    expect(rows).toEqual(type === "nothing" ? [] : [{ id: "1" }])
  }
})

test("a domain that refuses null has no nullable columns", async () => {
  await client.query(`
    CREATE DOMAIN key AS bigint NOT NULL;
    CREATE TABLE keys (id key PRIMARY KEY, state text)`)
  await client.query("ALTER TABLE keys DROP CONSTRAINT keys_pkey, ALTER id DROP NOT NULL")
  const { findings } = await inspectMapping(postgres, sqlMapping(items, { table: "keys" }), run)
  expect(findings.filter(({ code }) => code === "nullable-column")).toEqual([])
})

test("what the user may not read is missing", async () => {
  const role = `reader_${String(Date.now())}`
  await client.query(`
    CREATE TABLE closed (id bigint NOT NULL, state text);
    CREATE TABLE half (id bigint NOT NULL, state text);
    CREATE ROLE ${role};
    GRANT SELECT (id) ON half TO ${role};
    SET ROLE ${role}`)
  const codesOf = async (table: string) =>
    (await inspectMapping(postgres, sqlMapping(items, { table }), run)).findings
      .filter(({ severity }) => severity === "error")
      .map(({ code, message }) => `${code}: ${message}`)
  try {
    expect(await codesOf("closed")).toEqual([
      'missing-table: The database has no table or view "closed", or its user may not see it',
    ])
    expect(await codesOf("half")).toEqual([
      'missing-column: Table "half" has no column "state", or the user may not see it',
    ])
  } finally {
    await client.query(`RESET ROLE; DROP OWNED BY ${role}; DROP ROLE ${role}`)
  }
})

test("a schema that the user may not use, and another database, have no such table", async () => {
  const role = `outsider_${String(Date.now())}`
  await client.query(`
    CREATE SCHEMA secret;
    CREATE TABLE secret.items (id bigint NOT NULL, state text);
    CREATE ROLE ${role};
    GRANT SELECT ON secret.items TO ${role};
    SET ROLE ${role}`)
  const codesOf = async (...table: [string, ...string[]]) =>
    (await inspectMapping(postgres, sqlMapping(items, { table }), run)).findings.flatMap(
      ({ severity, code }) => (severity === "error" ? [code] : []),
    )
  try {
    expect(await codesOf("secret", "items")).toEqual(["missing-table"])
    expect(await codesOf("elsewhere", "secret", "items")).toEqual(["missing-table"])
  } finally {
    await client.query(`RESET ROLE; DROP OWNED BY ${role}; DROP ROLE ${role}`)
  }
  expect(await codesOf("secret", "items")).toEqual([])
  const [row] = await run("SELECT current_database()::text AS name", [])
  expect(await codesOf(row.name, "secret", "items")).toEqual([])
})

test("citext outside of the search path answers an enum field by its text", async () => {
  await client.query(`
    CREATE SCHEMA extensions;
    CREATE EXTENSION citext SCHEMA extensions;
    CREATE TABLE mails (id bigint, state extensions.citext);
    INSERT INTO mails VALUES (1, 'a'), (2, 'A')`)
  const { mapping } = await inspectMapping(postgres, sqlMapping(items, { table: "mails" }), run)
  const { text, values } = toSql(parseFilter(items, '{"state":"a"}'), postgres, mapping)
  expect(await run(`SELECT id FROM mails WHERE ${text}`, values)).toEqual([{ id: "1" }])
})

test.each([
  ["mood", "mood", []],
  ["mood", "known_mood", ["relation-keys"]],
  ["known_mood", "known_mood", ["relation-keys"]],
  ["json", "json", ["relation-keys"]],
  ["varchar(9)", "text", []],
  ["short", "char(9)", []],
])("the keys %s and %s can be compared exactly if there is no finding", async (own, foreign, codes) => {
  const schema = defineSchema({ notes: field.many({ id: field.integer() }) })
  await client.query(`
    DROP TABLE IF EXISTS people, notes;
    DROP DOMAIN IF EXISTS known_mood, short;
    DROP TYPE IF EXISTS mood;
    CREATE TYPE mood AS ENUM ('a');
    CREATE DOMAIN known_mood AS mood;
    CREATE DOMAIN short AS text;
    CREATE TABLE people (key ${own});
    CREATE TABLE notes (id bigint, owner ${foreign});
    ${own === "json" ? "" : "INSERT INTO people VALUES ('a'); INSERT INTO notes VALUES (1, 'a')"}`)
  const mapping = sqlMapping(schema, {
    table: "people",
    relations: { notes: { table: "notes", on: { key: "owner" } } },
  })
  const { findings } = await inspectMapping(postgres, mapping, run)
  expect(findings.filter(({ severity }) => severity === "error").map(({ code }) => code)).toEqual(codes)
  const { text, values } = toSql(parseFilter(schema, '{"notes.id":1}'), postgres, mapping)
  const answer = run(`SELECT key FROM people WHERE ${text}`, values)
  if (codes.length > 0) await expect(answer).rejects.toThrow("operator does not exist")
  else expect(await answer).toHaveLength(1)
})
