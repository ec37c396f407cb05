import { describe, expect, test } from "vitest"
import { commands } from "../../cli/commands/index.ts"
import { call, printed } from "./call.ts"
import { runLine } from "./shell.ts"

test("--help lists commands, resources, options and exit codes", async () => {
  const help = await printed("--help")
  expect(help).toContain("Usage: desk-filter <command> --schema <schema> [options] [filter]\n")
  expect([...help.matchAll(/^ {2}([a-z][a-z-]+) {2,}\S/gm)].map(([, name]) => name)).toEqual([
    ...["check", "sql", "query", "parse-url", "describe", "explain", "ast", "schema"],
  ])
  expect(help).toMatch(/^ {2}agentInvites, companies, /m)
  expect(help).toMatch(/, users\n\nOptions:\n {2}--schema <schema> {19}a Desk resource/)
  expect(help).toContain("\n  -h, --help                          print help\n")
  expect(help).toContain(
    "Exit codes: 0 success, 1 the filter or the record is not valid, 2 the command was used incorrectly,\n3 ",
  )
  expect(await printed("-h")).toBe(help)
  expect(await printed("help")).toBe(help)
  expect(await printed("help", "help")).toBe(help)
})

test("--help with a command lists its options", async () => {
  expect(await printed("query", "--help")).toBe(`Prints the filter as text for a request to Desk.

Usage: desk-filter query --schema <schema> [options] [filter]

Options:
  --schema <schema>                   a Desk resource, or an export of a module: ./schemas.js#articles
  --empty-or <meaning>                what {"$or":[]} matches: none (default) or all; error rejects it
  --require-selective                 reject a filter that matches every record
  --max-length <number>               the most UTF-16 units of the text (16384)
  --max-depth <number>                the most nested objects and lists (32; 256 at most)
  --max-nodes <number>                the most names of fields and operators (1000)
  --max-list-length <number>          the most items of a list (1000)
  --max-relation-conditions <number>  the most conditions on relations to many (50)
  --max-diagnostics <number>          the most mistakes to print (100)
  --max-guard-steps <number>          the most steps of --require-selective (200000)
  --style <style>                     compact (default), or explicit to write every $eq
  --encode                            print a percent-encoded query string: filter=…
  --json                              print JSON, also for errors
  --color                             use colours (default on a terminal); --no-color turns them off
  -h, --help                          print help
  --version                           print the version of desk-filter

Examples:
  desk-filter query --schema customers '{"$and":[{"id":{"$gte":"5"}},{"id":{"$lt":"9"}}]}'
  desk-filter query --schema customers --style explicit --encode '{"state":"active"}'

Exit codes: 0 success, 1 the filter or the record is not valid, 2 the command was used incorrectly,
3 standard input could not be read, or the output not written.
`)
  expect(await printed("explain", "--help")).toContain(
    "\nUsage: desk-filter explain --schema <schema> [options] <filter> < record.json\n",
  )
  expect(await printed("schema", "--help")).toContain("\nUsage: desk-filter schema [options] <schema>\n")
})

test("help with a command is --help with a command", async () => {
  expect(await printed("help", "sql")).toBe(await printed("sql", "--help"))
  expect((await call(["help", "sqll"])).stderr).toMatch(/did you mean sql\?/)
})

test("without a command, the help is on standard error", async () => {
  expect(await call([])).toEqual({ stdout: "", stderr: await printed("--help"), exitCode: 2 })
  const { stdout, exitCode } = await call(["--json"])
  expect(JSON.parse(stdout)).toEqual({
    ok: false,
    diagnostics: [
      { code: "usage", message: "No command given", path: [], hint: "desk-filter --help lists the commands" },
    ],
  })
  expect(exitCode).toBe(2)
})

describe("every example of the help works", () => {
  test.each(commands.flatMap(({ examples }) => examples))("%s", async (example) => {
    const { stdout, stderr, exitCode } = await runLine(example)
    expect(stderr).toBe("")
    expect(exitCode).toBe(0)
    expect(stdout.length).toBeGreaterThan(1)
  })
})
