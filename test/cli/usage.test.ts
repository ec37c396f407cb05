import { describe, expect, test } from "vitest"
import { call, printed } from "./call.ts"

const schema = "--schema=./schemas.js#articles"
const typed = async (text: string) => text

describe("what is not understood ends in exit code 2 and says what to write", () => {
  test.each<[args: string[], message: string, hint: string]>([
    [[], "No command", "desk-filter --help lists the commands"],
    [["--json"], "No command", "desk-filter --help lists the commands"],
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
      "desk-filter check --help lists what it takes",
    ],
    [
      ["schema", "customers", "--require-selective"],
      "schema does not take --require-selective",
      "desk-filter schema --help lists what it takes",
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
      "One filter, not 2",
      "put it in quotes, so that the shell leaves it whole",
    ],
    [["check", schema], "No filter", "write it as an argument in quotes, or send it to standard input"],
    [["check", schema, "-"], "No filter", "write it as an argument in quotes, or send it to standard input"],
    [
      ["check", "--schema=./nowhere.js#articles", "{}"],
      "There is no file ./nowhere.js",
      "a path starts from the current folder",
    ],
    [
      ["check", "--schema=./broken.js", "{}"],
      "./broken.js does not load: the database is away",
      "it has to be an ES module that Node can import",
    ],
    [
      ["check", "--schema=./schemas.js", "{}"],
      "./schemas.js exports no schema by default",
      "it exports ./schemas.js#articles",
    ],
    [
      ["check", "--schema=./schemas.js#articlesMapping", "{}"],
      "./schemas.js exports no schema as articlesMapping",
      "it exports ./schemas.js#articles",
    ],
    [
      ["check", "--schema=./by-default.js#articles", "{}"],
      "./by-default.js exports no schema as articles",
      "it exports ./by-default.js",
    ],
    [
      ["sql", schema, "--dialect=sqlite", "--mapping=./by-default.js", "{}"],
      "./by-default.js exports no mapping by default",
      "export one: desk-filter makes a mapping and the module exports it",
    ],
  ])("%j", async (args, message, hint) => {
    const expected = { stdout: "", stderr: `usage: ${message}\n  hint: ${hint}\n`, exitCode: 2 }
    if (!args.includes("--json")) expect(await call(args)).toEqual(expected)
    const { stdout, stderr, exitCode } = await call([...args.filter((arg) => arg !== "--json"), "--json"])
    // An option that lacks its value would take --json for it.
    if (message.startsWith("Option '--schema <value>'")) return
    expect({ ...JSON.parse(stdout), stderr, exitCode }).toEqual({
      ok: false,
      diagnostics: [{ code: "usage", message, path: [], hint }],
      stderr: "",
      exitCode: 2,
    })
  })

  test("a resource that is none", async () => {
    const { stderr, exitCode } = await call(["check", "--schema", "customer", "{}"])
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(
      /^usage: Desk has no resource customer that a schema is known of\n {2}hint: write one of .*customers, /,
    )
    expect(stderr).toContain("as in ./customer.js\n")
  })

  test("no schema", async () => {
    const { stderr, exitCode } = await call(["check", "{}"])
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(/^usage: No schema\n {2}hint: say which with --schema: /)
  })
})

describe("the filter", () => {
  test("comes from standard input where there is no argument, or a dash", async () => {
    const stdin = () => typed('{\n  "status": "draft",\n  "id": 1.5\n}\n')
    for (const dash of [[], ["-"]]) {
      const { stderr, exitCode } = await call(["check", schema, ...dash], { stdin })
      expect(exitCode).toBe(1)
      expect(stderr).toBe(
        'type-mismatch: Field id expects an integer, not a number with a fraction\n3 |   "id": 1.5\n  |         ^^^\n',
      )
    }
  })

  test("is missing where standard input is empty", async () => {
    const { stderr, exitCode } = await call(["check", schema], { stdin: () => typed("\n") })
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(/^usage: No filter\n/)
  })

  test("is not asked of standard input where it is an argument", async () => {
    const stdin = () => Promise.reject(new Error("read"))
    expect(await call(["check", schema, "{}"], { stdin })).toEqual({
      stdout: "valid\n",
      stderr: "",
      exitCode: 0,
    })
  })

  test("is not valid where it is an empty argument", async () => {
    const { stderr, exitCode } = await call(["check", schema, ""])
    expect(exitCode).toBe(1)
    expect(stderr).toMatch(/^syntax: /)
  })
})

describe("the schema", () => {
  test("may be exported by default", async () => {
    expect(await printed("check", "--schema=./by-default.js", '{"status":"draft"}')).toBe("valid\n")
    expect(await printed("check", "--schema=./by-default.js#default", '{"status":"draft"}')).toBe("valid\n")
  })

  test("is looked for from the folder of the call, or at a path of its own", async () => {
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
