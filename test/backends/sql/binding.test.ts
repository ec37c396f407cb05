import { describe, expect, test } from "vitest"
import { customers } from "../../../src/desk.ts"
import { parseFilter } from "../../../src/index.ts"
import { type Dialect, type DialectName, dialects, postgres, toSql, toSqlTemplate } from "../../../src/sql.ts"

const registry = Object.entries(dialects) as readonly (readonly [DialectName, Dialect<unknown>])[]
const read = (text: string) => parseFilter(customers, text)

describe("the binding of each dialect", () => {
  const filter = read('{"id":{"$gt":1,"$lt":9}}')
  /** The text and the values if the first parameter of the condition has number 3. */
  const fromThree: Readonly<Record<DialectName, readonly [text: string, values: unknown]>> = {
    postgres: ['("id" > $3::bigint AND "id" < $4::bigint)', [1, 9]],
    mysql: ["(`id` > CAST(? AS SIGNED) AND `id` < CAST(? AS SIGNED))", [1, 9]],
    mariadb: ["(`id` > CAST(? AS SIGNED) AND `id` < CAST(? AS SIGNED))", [1, 9]],
    sqlite: ["(`id` > ? AND `id` < ?)", [1, 9]],
    duckdb: ['("id" > $3::BIGINT AND "id" < $4::BIGINT)', [1, 9]],
    clickhouse: ["(`id` > {p3:Int64} AND `id` < {p4:Int64})", { p3: 1, p4: 9 }],
  }

  test.each(registry)("%s numbers parameters from firstParameter", (name, dialect) => {
    const [text, values] = fromThree[name]
    expect(toSql(filter, dialect, undefined, { firstParameter: 3 })).toEqual({ text, values })
  })

  test.each(registry)("%s: a list by position, an object by name", (_, dialect) => {
    const { values } = toSql(filter, dialect)
    expect(Array.isArray(values)).toBe(dialect.binding === "position")
    // Placeholders by name differ, because a name stands for one value.
    const placeholders = new Set([1, 2].map((position) => dialect.placeholder(position, "T")))
    if (dialect.binding === "name") expect(placeholders.size).toBe(2)
  })
})

describe("toSqlTemplate", () => {
  test.each(registry.filter(([, { binding }]) => binding === "position"))(
    "%s: the texts between the values of toSql",
    (_, dialect) => {
      const filter = read('{"id":{"$gt":1,"$lt":9}}')
      const { strings, values } = toSqlTemplate(filter, dialect as Dialect)
      expect(toSql(filter, dialect)).toEqual({
        text: strings.reduce((text, next, i) => `${text}${dialect.placeholder(i, undefined)}${next}`),
        values,
      })
    },
  )

  test.each(registry.filter(([, { binding }]) => binding === "name"))(
    "%s is rejected, because it binds by name",
    (_, dialect) => {
      const compile = () => toSqlTemplate(read('{"id":1}'), dialect as Dialect)
      expect(compile).toThrow(TypeError)
      expect(compile).toThrow(`${dialect.name} binds values by name`)
    },
  )

  test("returns the arguments of a template tag", () => {
    const { strings, values } = toSqlTemplate(read('{"id":{"$gt":1,"$lt":9}}'), postgres)
    expect([...strings]).toEqual(['("id" > ', '::bigint AND "id" < ', "::bigint)"])
    expect(strings.raw).toEqual([...strings])
    expect(values).toEqual([1, 9])
    expect(Object.isFrozen(strings)).toBe(true)
  })

  test("has one text when there is no value", () => {
    expect([...toSqlTemplate(read("{}"), postgres).strings]).toEqual(["TRUE"])
  })
})
