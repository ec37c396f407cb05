import { describe, expect, test } from "vitest"
import { call } from "./call.ts"

const schema = "--schema=./schemas.js#articles"
const GREEN = "\u001b[32mvalid\u001b[39m\n"
const PLAIN = "valid\n"

describe("colours are used", () => {
  const onTerminal = { stdout: true, stderr: true }
  const inFile = { stdout: false, stderr: false }
  test.each<
    [why: string, args: string[], env: Record<string, string>, terminals: typeof inFile, expected: string]
  >([
    ["on a terminal", [], {}, onTerminal, GREEN],
    ["not in a file", [], {}, inFile, PLAIN],
    ["not on a terminal without colours", [], { TERM: "dumb" }, onTerminal, PLAIN],
    ["not with NO_COLOR", [], { NO_COLOR: "1" }, onTerminal, PLAIN],
    ["with an empty NO_COLOR", [], { NO_COLOR: "" }, onTerminal, GREEN],
    ["with FORCE_COLOR", [], { FORCE_COLOR: "1" }, inFile, GREEN],
    ["with FORCE_COLOR, even with NO_COLOR", [], { FORCE_COLOR: "1", NO_COLOR: "1" }, inFile, GREEN],
    ["not with FORCE_COLOR=0", [], { FORCE_COLOR: "0" }, onTerminal, PLAIN],
    ["not with an empty FORCE_COLOR in a file", [], { FORCE_COLOR: "" }, inFile, PLAIN],
    ["with --color, even with NO_COLOR", ["--color"], { NO_COLOR: "1" }, inFile, GREEN],
    ["not with --no-color, even with FORCE_COLOR", ["--no-color"], { FORCE_COLOR: "1" }, onTerminal, PLAIN],
    ["if --color follows --no-color", ["--no-color", "--color"], {}, inFile, GREEN],
    ["never in JSON", ["--json", "--color"], {}, onTerminal, '{"ok":true}\n'],
  ])("%s", async (_, args, env, terminals, expected) => {
    expect((await call(["check", schema, "{}", ...args], { env, terminals })).stdout).toBe(expected)
  })

  test("on each stream that is a terminal, independently", async () => {
    const terminals = { stdout: false, stderr: true }
    expect((await call(["check", schema, "{}"], { terminals })).stdout).toBe(PLAIN)
    expect((await call(["check", schema], { terminals })).stderr).toContain("\u001b[")
  })

  test("for the code, the carets and the hint of an error", async () => {
    const { stderr } = await call(["check", schema, "--color", '{"titel":"hint: ^^^"}'])
    expect(stderr).toBe(
      '\u001b[1m\u001b[31munknown-field\u001b[39m\u001b[22m: There is no field "titel" to filter by\n' +
        '1 | {"titel":"hint: ^^^"}\n' +
        "  |  \u001b[31m^^^^^^^\u001b[39m\n" +
        '\u001b[36m  hint: did you mean "title"?\u001b[39m\n',
    )
  })

  test("even if other arguments are wrong", async () => {
    const { stderr } = await call(["check", "--strict", "--color"])
    expect(stderr).toMatch(/^\u001b\[1m\u001b\[31musage\u001b\[39m\u001b\[22m: Unknown option '--strict'\n/)
  })

  test("in the tree", async () => {
    const { stdout } = await call(["ast", schema, "--color", '{"id":1,"status":null}'])
    expect(stdout).toBe(
      "\u001b[1mand\u001b[22m\n" +
        "  id \u001b[2minteger\u001b[22m \u001b[36m$eq\u001b[39m 1\n" +
        "  status \u001b[2menum\u001b[22m \u001b[36m$eq\u001b[39m null\n",
    )
  })

  test("in the heading of the fields", async () => {
    const { stdout } = await call(["schema", schema, "--color"])
    expect(stdout).toMatch(/^\u001b\[1mfield {6}type .*\u001b\[22m\nid {9}integer /)
  })
})
