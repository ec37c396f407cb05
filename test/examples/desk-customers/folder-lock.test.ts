import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { lockFolder } from "../../../examples/desk-customers/database/folder-lock.ts"

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "desk-customers-"))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe("the lock of a folder", () => {
  test.each([
    ["the number of this process, as in a container whose server was killed", String(process.pid)],
    ["a number that no process has", "99999999"],
    ["no number", ""],
  ])("is stale with %s", (_, content) => {
    writeFileSync(join(folder, "lock"), content)
    const unlock = lockFolder(folder)
    expect(readFileSync(join(folder, "lock"), "utf8")).toBe(String(process.pid))
    unlock()
  })

  test("is held with the number of another process that runs", () => {
    writeFileSync(join(folder, "lock"), String(process.ppid))
    expect(() => lockFolder(folder)).toThrow(`Process ${process.ppid} uses the data in ${folder}`)
  })
})
