import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { end, type Program, startProgram } from "./process.ts"

describe("npm start", () => {
  const folder = mkdtempSync(join(tmpdir(), "desk-customers-"))
  let program: Program
  beforeAll(async () => {
    program = await startProgram({ DATA_FOLDER: folder, CUSTOMERS: "200" })
  })
  afterAll(async () => {
    if (program !== undefined) await end(program, "SIGKILL")
    rmSync(folder, { recursive: true, force: true })
  })

  /** What a line of curl, as it is printed, asks for. */
  async function curl(
    line: string,
  ): Promise<{ readonly status: number; readonly body: Record<string, unknown> }> {
    const [, authorization = ""] = /-H 'Authorization: ([^']*)'/.exec(line) ?? []
    const [, method = "GET"] = /-X (\w+)/.exec(line) ?? []
    const [, url = ""] = /'(http:[^']*)'/.exec(line) ?? []
    const [, body] = /-d '([^']*)'/.exec(line) ?? []
    const response = await fetch(url, {
      method,
      headers: { authorization, ...(body !== undefined && { "content-type": "application/json" }) },
      ...(body !== undefined && { body }),
    })
    return { status: response.status, body: await response.json() }
  }

  test("prints its address, two keys, and three lines of curl that work", async () => {
    const lines = program.printed.split("\n").filter((line) => line.startsWith("  curl "))
    expect(lines).toHaveLength(3)
    const [list, update, wrong] = await Promise.all(lines.map(curl))
    expect(list?.status).toBe(200)
    expect(list?.body.customers).toHaveLength(2)
    expect(update).toEqual({ status: 200, body: { jobId: expect.stringMatching(/^[0-9a-f-]{36}$/) } })
    expect(wrong?.status).toBe(400)
    expect(wrong?.body.errors).toMatchObject([
      { code: "unknown-field", source: { hint: 'did you mean "state"?' } },
    ])
    expect(program.printed.match(/^ {2}(?:north|south) {2}desk_[\w-]{32}$/gm)).toHaveLength(2)
  })

  test("prints the lines that the README shows", () => {
    const readme = readFileSync(new URL("../../examples/desk-customers/README.md", import.meta.url), "utf8")
    const shown = readme.split("\n").filter((line) => line.startsWith("curl "))
    const printed = program.printed
      .replaceAll(program.key, "KEY")
      .replaceAll(program.address, "http://127.0.0.1:3000")
    expect(shown).toHaveLength(3)
    for (const line of shown) expect(printed).toContain(`  ${line}\n`)
  })

  test("keeps a second server out of its data, and leaves them to the next one", async () => {
    await expect(startProgram({ DATA_FOLDER: folder })).rejects.toThrow(
      `Process ${program.child.pid} has the data in ${folder}`,
    )
    const { key } = program
    await end(program, "SIGTERM")
    expect(program.child.exitCode).toBe(0)

    program = await startProgram({ DATA_FOLDER: folder })
    expect(program.key).not.toBe(key)
    const list = (authorization: string) =>
      fetch(`${program.address}/desk/api/v2/customers.json?includeArchived=true`, {
        headers: { authorization },
      })
    expect((await list(`Bearer ${key}`)).status).toBe(401)
    expect((await (await list(`Bearer ${program.key}`)).json()).pagination.records).toBe(100)
  })
})
