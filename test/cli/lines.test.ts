import { describe, expect, test } from "vitest"
import { call, input } from "./call.ts"

const check = (lines: ReturnType<typeof input>, ...options: readonly string[]) =>
  call(["check", "--schema=./schemas.js#articles", "--lines", ...options], { stdin: lines })

describe("check --lines", () => {
  test("counts the valid filters; blank lines are none", async () => {
    expect(await check(input('\ufeff{"id":1}\r\n\n', '{"id"', ":2}\n \n{}"))).toEqual({
      stdout: "3 filters are valid\n",
      stderr: "",
      exitCode: 0,
    })
    const { stdout } = await check(input('{"id":1}\n'), "--json")
    expect(stdout).toBe('{"ok":true,"filters":1}\n')
  })

  test("puts the number of the line into every message, and goes on after each", async () => {
    const { stdout, stderr, exitCode } = await check(
      input('{"id":1}\n\n{"id":1.5,"titel":1}\n', Buffer.from('{"title":"\xe9"}\n', "latin1"), "{}\n7"),
    )
    expect(stdout).toBe("")
    expect(stderr).toBe(
      [
        "line 3: type-mismatch: Field id expects an integer, not a number with a fraction",
        '3 | {"id":1.5,"titel":1}',
        "  |       ^^^",
        "",
        'line 3: unknown-field: There is no field "titel" to filter by',
        '3 | {"id":1.5,"titel":1}',
        "  |           ^^^^^^^",
        '  hint: did you mean "title"?',
        "",
        "line 4: invalid-encoding: The input is not UTF-8: byte 11 belongs to no character",
        "  hint: convert the input, for example with iconv -t UTF-8",
        "",
        "line 6: type-mismatch: A filter must be an object, not a number",
        "6 | 7",
        "  | ^",
        "  hint: write an object of conditions, or {} to match every record",
        "",
        "3 of 5 filters are not valid",
        "",
      ].join("\n"),
    )
    expect(exitCode).toBe(1)
  })

  test("in JSON, each diagnostic has its line, and its span counts from the start of the line", async () => {
    const { stdout, exitCode } = await check(input('{"id":1}\n{"titel":1}\n'), "--json")
    expect(stdout.trimEnd()).not.toContain("\n")
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      diagnostics: [{ line: 2, code: "unknown-field", span: { start: 1, end: 8, line: 2, column: 2 } }],
    })
    expect(exitCode).toBe(1)
  })

  test("keeps the start of a line that is too long, and reads the next one", async () => {
    const long = `{"title":"${"é".repeat(50)}`
    const { stderr } = await check(
      input(...Array(100).fill(long), '"}\n{"id":1}\n{"id":true}'),
      "--max-length=40",
    )
    expect(stderr).toContain("line 1: limit-exceeded: The filter is longer than 40 characters\n")
    expect(stderr).toContain("line 3: type-mismatch: ")
    expect(stderr).toContain("2 of 3 filters are not valid\n")
  })

  test("knows lines that end with CR LF", async () => {
    const { stderr } = await check(input('{"id":1}\r\n{"id":\r\n'))
    expect(stderr).toBe(
      [
        "line 2: syntax: The text ends too early: expected a value",
        '2 | {"id":',
        "  |       ^",
        "",
        "1 of 2 filters are not valid",
        "",
      ].join("\n"),
    )
  })

  test.each([[], ["--json"]])("prints a failure before it reads the next line %j", async (...options) => {
    let printed = ""
    const seen: number[] = []
    const stdin = async function* () {
      for (const line of ['{"id":true}\n', '{"id":false}\n', "{}\n"]) {
        yield new TextEncoder().encode(line)
        seen.push(printed.length)
      }
    }
    await call(["check", "--schema=./schemas.js#articles", "--lines", ...options], {
      stdin,
      write: async (_, text) => {
        printed += text
      },
    })
    const [first = 0, second = 0, third = 0] = seen
    expect([first > 0, second > first, third === second]).toEqual([true, true, true])
    expect(printed.length).toBeGreaterThan(third)
  })

  test("needs a filter", async () => {
    expect((await check(input("\n \n"))).stderr).toMatch(/^usage: No filter given\n/)
    expect(await check(input("\n \n"), "--json")).toMatchObject({
      stdout: expect.stringMatching(/^\{"ok":false,"diagnostics":\[\{"code":"usage"/),
      exitCode: 2,
    })
  })
})
