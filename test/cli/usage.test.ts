import { describe, expect, test } from "vitest"
import { call, printed } from "./call.ts"

const schema = "--schema=./schemas.js#articles"
const typed = async (text: string) => text

describe("incorrect use exits with 2 and says what to write", () => {
  test.each<[args: string[], message: string, hint: string]>([
    [[], "No command given", "desk-filter --help lists the commands"],
    [["--json"], "No command given", "desk-filter --help lists the commands"],
    [
      ["chek", schema, "{}"],
      "There is no command chek",
      "write one of check, sql, query, describe, ast, schema",
    ],
    [
      ["check", schema, "--strict", "{}"],
      "Unknown option '--strict'",
      "desk-filter --help lists the options",
    ],
    [["check", schema, "-x", "{}"], "Unknown option '-x'", "desk-filter --help lists the options"],
    [
      ["check", "{}", "--schema"],
      "Option '--schema <value>' argument missing",
      "desk-filter --help lists the options",
    ],
    [
      ["sql", "{}", "--dialect", "--schema"],
      "Option '--dialect' argument is ambiguous",
      "desk-filter --help lists the options",
    ],
    [
      ["query", schema, "--encode=yes", "{}"],
      "Option '--encode' does not take an argument",
      "desk-filter --help lists the options",
    ],
    [
      ["check", schema, "--dialect=postgres", "{}"],
      "check does not take --dialect",
      "desk-filter check --help lists its options",
    ],
    [
      ["schema", "customers", "--require-selective"],
      "schema does not take --require-selective",
      "desk-filter schema --help lists its options",
    ],
    [
      ["sql", schema, "--dialect=oracle", "{}"],
      "--dialect cannot be oracle",
      "write one of postgres, mysql, mariadb, sqlite, duckdb, clickhouse",
    ],
    [["query", schema, "--style=short", "{}"], "--style cannot be short", "write one of compact, explicit"],
    [
      ["check", schema, "--empty-or=nothing", "{}"],
      "--empty-or cannot be nothing",
      "write one of none, all, error",
    ],
    [
      ["check", schema, '{"state":', '"active"}'],
      "check takes one filter, but 2 were given",
      "put the filter in quotes, so that the shell passes it as one argument",
    ],
    [["check", schema], "No filter given", "pass it as an argument in quotes, or through standard input"],
    [
      ["check", schema, "-"],
      "No filter given",
      "pass it as an argument in quotes, or through standard input",
    ],
    [
      ["check", "--schema=./nowhere.js#articles", "{}"],
      "There is no file ./nowhere.js",
      "write a path relative to the current folder",
    ],
    [
      ["check", "--schema=./broken.js", "{}"],
      "./broken.js cannot be imported: the database is away",
      "the file must be an ES module for Node.js",
    ],
    [
      ["check", "--schema=./schemas.js", "{}"],
      "The default export of ./schemas.js is not a schema",
      "write ./schemas.js#articles",
    ],
    [
      ["check", "--schema=./schemas.js#articlesMapping", "{}"],
      "./schemas.js exports no schema named articlesMapping",
      "write ./schemas.js#articles",
    ],
    [
      ["check", "--schema=./by-default.js#articles", "{}"],
      "./by-default.js exports no schema named articles",
      "write ./by-default.js",
    ],
    [
      ["sql", schema, "--dialect=sqlite", "--mapping=./by-default.js", "{}"],
      "The default export of ./by-default.js is not a mapping",
      "export a mapping made by sqlMapping",
    ],
  ])("%j", async (args, message, hint) => {
    const expected = { stdout: "", stderr: `usage: ${message}\n  hint: ${hint}\n`, exitCode: 2 }
    if (!args.includes("--json")) expect(await call(args)).toEqual(expected)
    const { stdout, stderr, exitCode } = await call([...args.filter((arg) => arg !== "--json"), "--json"])
    // An option without its value would consume --json as the value.
    if (message.startsWith("Option '--schema <value>'")) return
    expect({ ...JSON.parse(stdout), stderr, exitCode }).toEqual({
      ok: false,
      diagnostics: [{ code: "usage", message, path: [], hint }],
      stderr: "",
      exitCode: 2,
    })
  })

  test("an unknown resource", async () => {
    const { stderr, exitCode } = await call(["check", "--schema", "customer", "{}"])
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(
      /^usage: There is no Desk resource named customer\n {2}hint: write one of .*customers, /,
    )
    expect(stderr).toContain("such as ./customer.js\n")
  })

  test("no schema", async () => {
    const { stderr, exitCode } = await call(["check", "{}"])
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(
      /^usage: No schema given\n {2}hint: set --schema to an export of a module, such as /,
    )
  })
})

describe("the filter", () => {
  test("comes from standard input if the argument is absent or a dash", async () => {
    const stdin = () => typed('{\n  "status": "draft",\n  "id": 1.5\n}\n')
    for (const dash of [[], ["-"]]) {
      const { stderr, exitCode } = await call(["check", schema, ...dash], { stdin })
      expect(exitCode).toBe(1)
      expect(stderr).toBe(
        'type-mismatch: Field id expects an integer, not a number with a fraction\n3 |   "id": 1.5\n  |         ^^^\n',
      )
    }
  })

  test("is missing if standard input is empty", async () => {
    const { stderr, exitCode } = await call(["check", schema], { stdin: () => typed("\n") })
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(/^usage: No filter given\n/)
  })

  test("is not read from standard input if it is an argument", async () => {
    const stdin = () => Promise.reject(new Error("read"))
    expect(await call(["check", schema, "{}"], { stdin })).toEqual({
      stdout: "valid\n",
      stderr: "",
      exitCode: 0,
    })
  })

  test("is not valid if the argument is empty", async () => {
    const { stderr, exitCode } = await call(["check", schema, ""])
    expect(exitCode).toBe(1)
    expect(stderr).toMatch(/^syntax: /)
  })
})

describe("the schema", () => {
  test("may be a default export", async () => {
    expect(await printed("check", "--schema=./by-default.js", '{"status":"draft"}')).toBe("valid\n")
    expect(await printed("check", "--schema=./by-default.js#default", '{"status":"draft"}')).toBe("valid\n")
  })

  test("may be at a path relative to the current folder, or at an absolute path", async () => {
    const module = new URL("by-default.js", import.meta.url).pathname
    expect(await call(["check", `--schema=${module}`, "{}"], { cwd: "/" })).toEqual({
      stdout: "valid\n",
      stderr: "",
      exitCode: 0,
    })
  })
})

test("--version prints the version, before and after a command", async () => {
  expect(await printed("--version")).toBe("1.2.3\n")
  expect(await printed("check", "--version")).toBe("1.2.3\n")
})
