import { expect, test } from "vitest"
import { flagIn, textIn } from "../../../../src/backends/sql/inspect/row.ts"
import { askWith, type Run } from "../../../../src/backends/sql/inspect/run.ts"
import { clickhouse, mysql, postgres } from "../../../../src/sql.ts"

const statement = "SELECT name AS name FROM tables WHERE a = ? AND b = ?"

test("the placeholders and values are those of the dialect", async () => {
  const asked: unknown[] = []
  const run: Run<unknown> = (text, values) => {
    asked.push([text, values])
    return []
  }
  await askWith(postgres, run)(statement, "x", "y")
  await askWith(mysql, run)(statement, "x", "y")
  await askWith(clickhouse, run)(statement, "x", "y")
  expect(asked).toEqual([
    ["SELECT name AS name FROM tables WHERE a = $1 AND b = $2", ["x", "y"]],
    ["SELECT name AS name FROM tables WHERE a = ? AND b = ?", ["x", "y"]],
    ["SELECT name AS name FROM tables WHERE a = {p1:String} AND b = {p2:String}", { p1: "x", p2: "y" }],
  ])
})

test("rows may come at once or later", async () => {
  expect(await askWith(postgres, () => [{ a: 1 }])(statement)).toEqual([{ a: 1 }])
  expect(await askWith(postgres, async () => [{ a: 1 }])(statement)).toEqual([{ a: 1 }])
})

test.each([
  ["an object with rows, as pg returns it", { rows: [] }, /\.rows$/],
  ["nothing", undefined, /\.rows$/],
  ["rows and columns, as mysql2 returns them", [[], []], /\)\)\[0\]$/],
  ["rows as lists", [[1, 2]], /\)\)\[0\]$/],
  ["a row that is null", [null], /\)\)\[0\]$/],
])("%s is not a list of rows", async (_, answer, hint) => {
  const asked = askWith(postgres, () => answer as [])(statement)
  await expect(asked).rejects.toThrow(TypeError)
  await expect(asked).rejects.toThrow(hint)
})

test("the error of a driver is passed on", async () => {
  const lost = new Error("connection lost")
  await expect(askWith(postgres, () => Promise.reject(lost))(statement)).rejects.toBe(lost)
})

test("texts and flags are read from what drivers return", () => {
  const row = { text: "a", bytes: new TextEncoder().encode("é"), big: 7n, none: null }
  expect(textIn(row, "text")).toBe("a")
  expect(textIn(row, "bytes")).toBe("é")
  expect(textIn(row, "big")).toBe("7")
  expect(textIn(row, "none")).toBeUndefined()
  expect(textIn(row, "absent")).toBeUndefined()
  const flags = { a: true, b: 1, c: 1n, d: "t", e: "YES", f: false, g: 0, h: "NO", i: null }
  expect(Object.keys(flags).filter((name) => flagIn(flags, name))).toEqual(["a", "b", "c", "d", "e"])
})
