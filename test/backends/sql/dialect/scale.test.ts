import { describe, expect, test } from "vitest"
import { clickhouse, duckdb, mariadb, mysql, postgres, sqlite } from "../../../../src/sql.ts"
import { refusalOf } from "../column-fields.ts"

const none = (dialect: string, type: string) => [
  `column-type: The mapping has the scale 2, and the dialect ${dialect} has none for a field of type ${type}`,
]

describe("a scale that a dialect does not use", () => {
  test.each([mysql, mariadb, duckdb, clickhouse])(
    "$name refuses it for every field of numbers",
    (dialect) => {
      for (const kind of ["decimal", "number", "integer", "reference"] as const)
        expect(refusalOf(dialect, kind, { type: "bigint", scale: 2 })).toEqual(none(dialect.name, kind))
    },
  )

  test("PostgreSQL uses it for decimals only", () => {
    expect(refusalOf(postgres, "integer", { type: "bigint", scale: 2 })).toEqual(
      none("PostgreSQL", "integer"),
    )
    expect(refusalOf(postgres, "number", { type: "numeric", scale: 2 })).toEqual(none("PostgreSQL", "number"))
  })

  test.each([-1, 1.5, 39])("a scale cannot be %d", (scale) => {
    const message = `missing-scale: The scale of the column is ${scale}, and must be an integer from 0 to 38`
    expect(refusalOf(postgres, "decimal", { type: "bigint", scale })).toEqual([message])
    expect(refusalOf(sqlite, "decimal", { scale })).toEqual([message])
  })
})
