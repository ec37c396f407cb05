import { expect, test } from "vitest"
import { type Finding, formatFindings } from "../../../../src/sql.ts"

const finding = (changes: Partial<Finding>): Finding => ({
  severity: "info",
  code: "no-index",
  field: undefined,
  column: undefined,
  message: "a message",
  hint: undefined,
  ...changes,
})

test("errors come first, and what is not known is left out", () => {
  const text = formatFindings([
    finding({ field: "name", column: "people.name", message: "No index serves $eq", hint: "CREATE INDEX" }),
    finding({ severity: "warning", code: "session-mode" }),
    finding({ severity: "error", code: "missing-table", field: "id" }),
    finding({ severity: "warning", code: "relation-index", column: "emails.id", hint: "a hint" }),
  ])
  expect(text.split("\n")).toEqual([
    "error    missing-table: a message",
    "         at field id",
    "warning  session-mode: a message",
    "warning  relation-index: a message",
    "         at column emails.id",
    "         hint: a hint",
    "info     no-index: No index serves $eq",
    "         at field name, column people.name",
    "         hint: CREATE INDEX",
  ])
})

test("no findings are an empty text", () => {
  expect(formatFindings([])).toBe("")
})

test("a name cannot send a command to a terminal", () => {
  const text = formatFindings([finding({ message: "a\u001b[2Jb\nc", column: "x\u0007", hint: "\u202e" })])
  expect(text).toBe("info     no-index: a·[2Jb·c\n         at column x·\n         hint: ·")
})
