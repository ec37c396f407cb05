import { describe, expect, test } from "vitest"
import { filterBuilder } from "../../../src/builder.ts"
import { customers } from "../../../src/desk.ts"
import { type Filter, FilterError } from "../../../src/index.ts"
import { type Dialect, mariadb, mysql, postgres, sqlite, toSql, toSqlTemplate } from "../../../src/sql.ts"

describe("more parameters than a database takes", () => {
  const { and, eq, oneOf } = filterBuilder(customers)
  const ids = (length: number) => Array.from({ length }, (_, id) => id)

  // The dialects share the filters: to build one takes a while.
  const built = new Map<number, Filter<typeof customers>>()
  const many = (length: number) => {
    const filter = built.get(length) ?? and(...ids(length).map((id) => eq("id", id)))
    built.set(length, filter)
    return filter
  }

  test.each<readonly [Dialect, number]>([
    [postgres, 65_535],
    [mysql, 65_535],
    [mariadb, 65_535],
    [sqlite, 32_766],
  ])("$name", (dialect, most) => {
    expect(toSql(many(most), dialect).values).toHaveLength(most)
    for (const compile of [
      () => toSql(many(most + 1), dialect),
      () => toSql(many(most), dialect, undefined, { firstParameter: 2 }),
      () => toSqlTemplate(many(most + 1), dialect),
    ]) {
      expect(compile).toThrow(FilterError)
      expect(compile).toThrow(`${dialect.name} takes ${most}; ask for less at once`)
    }
  })

  test("a list of any length is one parameter where the database has lists", () => {
    for (const dialect of [postgres, sqlite]) {
      expect(toSql(oneOf("id", ids(100_000)), dialect).values).toHaveLength(1)
    }
  })
})
