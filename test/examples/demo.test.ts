import { spawnSync } from "node:child_process"
import { describe, expect, test } from "vitest"

const root = new URL("../../", import.meta.url).pathname
const demo = (...args: string[]) =>
  spawnSync(process.execPath, ["--import", "tsx", "examples/demo.ts", ...args], {
    cwd: root,
    encoding: "utf8",
  })

describe("npm run demo", () => {
  test("shows four filters, and the database and the predicate agree on each", () => {
    const { status, stdout } = demo()
    expect(status).toBe(0)
    expect(
      stdout.match(/^Agreement +the database and the predicate found the same customers$/gm),
    ).toHaveLength(4)
    for (const heading of ["Checked", "Compact", "Explicit", "In a URL", "SQLite", "PostgreSQL"]) {
      expect(stdout.match(new RegExp(`^${heading} `, "gm"))).toHaveLength(4)
    }
    // Each filter matches some of the 300 customers, but not all.
    const found = [...stdout.matchAll(/^Customers +(\d+) found$/gm)].map(([, count]) => Number(count))
    expect(found).toHaveLength(4)
    for (const count of found) expect(count > 0 && count < 300).toBe(true)
  })

  test("accepts a filter as an argument", () => {
    const { status, stdout } = demo('{"id":{"$in":[7,8]}}')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^Customers +2 found$/m)
  })

  test("prints the errors of an invalid filter and exits with 1", () => {
    const { status, stderr } = demo('{"stat":"active"}')
    expect(status).toBe(1)
    expect(stderr).toContain('1 | {"stat":"active"}\n  |  ^^^^^^\n  hint: did you mean "state"?')
  })
})
