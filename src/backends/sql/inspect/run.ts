import type { Dialect } from "../dialect/dialect.ts"
import type { Ask, Row } from "./catalog.ts"

/**
 * Runs a statement with a driver and returns its rows as objects. `values` are those of {@link toSql}: a list, or an
 * object by name for ClickHouse.
 */
export type Run<Values> = (
  text: string,
  values: Values,
) => PromiseLike<readonly unknown[]> | readonly unknown[]

/** Asks the database in the form that its drivers take. */
export function askWith<Values>(dialect: Dialect<Values>, run: Run<Values>): Ask {
  return async (statement, ...values) => {
    const text = statement
      .split("?")
      .map((part, i) => (i === 0 ? part : dialect.placeholder(i, "String") + part))
      .join("")
    return rowsOf(await run(text, dialect.values([...values], 1)))
  }
}

/** Checks what a driver returned, because drivers differ: `execute` of mysql2 returns the rows in a list, pg in an object. */
function rowsOf(answer: unknown): readonly Row[] {
  if (!Array.isArray(answer))
    throw new TypeError(
      "run must return the rows as a list of objects: with pg, return (await client.query(text, values)).rows",
    )
  for (const row of answer as readonly unknown[]) {
    if (typeof row !== "object" || row === null || Array.isArray(row))
      throw new TypeError(
        "run must return each row as an object: with mysql2, return (await connection.execute(text, values))[0]",
      )
  }
  return answer as readonly Row[]
}
