import { describe, expect, test } from "vitest"
import { call, input, printed } from "./call.ts"

const schema = "--schema=./schemas.js#articles"

describe("incorrect use exits with 2 and says what to write", () => {
  test.each<[args: string[], message: string, hint: string]>([
    [
      ["chek", schema, "{}"],
      "There is no command chek",
      "did you mean check? write one of check, sql, query, parse-url, describe, explain, ast, schema, help",
    ],
    [
      ["check", schema, "--strict", "{}"],
      "Unknown option '--strict'",
      "desk-filter --help lists the options",
    ],
    [
      ["check", schema, "--max-lenght", "5", "{}"],
      "Unknown option '--max-lenght'",
      "did you mean --max-length? desk-filter --help lists the options",
    ],
    [["check", schema, "-x", "{}"], "Unknown option '-x'", "desk-filter --help lists the options"],
    [
      ["check", schema, "--max-depht=5", "{}"],
      "Unknown option '--max-depht'",
      "did you mean --max-depth? desk-filter --help lists the options",
    ],
    [
      ["check", schema, "--no-colour", "{}"],
      "Unknown option '--no-colour'",
      "did you mean --no-color? desk-filter --help lists the options",
    ],
    [
      ["check", schema, "--max-list=5", "{}"],
      "Unknown option '--max-list'",
      "did you mean --max-depth or --max-length? desk-filter --help lists the options",
    ],
    [
      ["check", "-schema=customers", "{}"],
      "Unknown option '-s'",
      "did you mean --schema? desk-filter --help lists the options",
    ],
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
    [
      ["sql", schema, "--dialect=postgre", "{}"],
      "--dialect cannot be postgre",
      "did you mean postgres? write one of postgres, mysql, mariadb, sqlite, duckdb, clickhouse",
    ],
    [["check", schema, "--max-length=0", "{}"], "--max-length cannot be 0", "it must be a positive integer"],
    [
      ["check", schema, "--max-nodes=1e3", "{}"],
      "--max-nodes cannot be 1e3",
      "it must be a positive integer",
    ],
    [["check", schema, "--max-depth=257", "{}"], "--max-depth cannot be 257", "it must be at most 256"],
    [
      ["check", schema, `--max-depth=${"9".repeat(400)}`, "{}"],
      `--max-depth cannot be ${"9".repeat(400)}`,
      "it must be at most 256",
    ],
    [
      ["check", schema, "--max-length=", "{}"],
      "--max-length cannot be empty",
      "it must be a positive integer",
    ],
    [["query", schema, "--style=", "{}"], "--style cannot be empty", "write one of compact, explicit"],
    [
      ["check", schema, "--lines", "{}"],
      "--lines reads standard input",
      "leave the filter out of the arguments",
    ],
    [
      ["check", schema, "--lines"],
      "No filter given",
      "pass it as an argument in quotes, or through standard input",
    ],
    [
      ["ast", schema, "--lines", "{}"],
      "ast does not take --lines",
      "desk-filter ast --help lists its options",
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
    [["check", "--schema=.", "{}"], "There is no file .", "write a path relative to the current folder"],
    [
      ["check", "--schema=#articles", "{}"],
      "There is no file #articles",
      "write a path relative to the current folder",
    ],
    [
      ["check", "--schema=./several.js#artciles", "{}"],
      "./several.js exports no schema named artciles",
      "did you mean ./several.js#articles? write one of ./several.js#articles, ./several.js#authors",
    ],
    [
      ["parse-url", schema, ""],
      "No address given",
      "pass it as an argument in quotes, or through standard input",
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

  test.each([
    ["customer", "customers"],
    ["customers2", "customers"],
    ["ticket-types", "ticketTypes"],
    ["ticket_types", "ticketTypes"],
  ])("an unknown resource: %s", async (name, similar) => {
    const { stderr, exitCode } = await call(["check", "--schema", name, "{}"])
    expect(exitCode).toBe(2)
    expect(stderr.split("\n").slice(0, 2)).toEqual([
      `usage: There is no Desk resource named ${name}`,
      expect.stringMatching(`^  hint: did you mean ${similar}\\? write one of .*helpdocSites, `),
    ])
    expect(stderr).toContain(`such as ./${name}.js\n`)
  })

  test.each([[[]], [["--schema", ""]]])("no schema: %j", async (none) => {
    const { stderr, exitCode } = await call(["check", ...none, "{}"])
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(
      /^usage: No schema given\n {2}hint: set --schema to an export of a module, such as /,
    )
  })

  test.each([
    [["a\u001b[2J\n  hint: b"], "There is no command a\\u001b[2J\\u000a  hint: b"],
    [["check", schema, "--max-nodes=\n", "{}"], "--max-nodes cannot be \\u000a"],
    [["check", "--schema=./a\n\u202e", "{}"], "There is no file ./a\\u000a\\u202e"],
  ])("hidden characters in %j are escaped, line breaks too", async (args, message) => {
    const [first, second, ...rest] = (await call(args)).stderr.split("\n")
    expect(first).toBe(`usage: ${message}`)
    expect(second).toMatch(/^ {2}hint: \w/)
    expect(rest).toEqual([""])
  })
})

describe("the filter", () => {
  test("comes from standard input if the argument is absent or a dash", async () => {
    const stdin = input('{\n  "status": "draft",\n', '  "id": 1.5\n}\n')
    for (const dash of [[], ["-"]]) {
      const { stderr, exitCode } = await call(["check", schema, ...dash], { stdin })
      expect(exitCode).toBe(1)
      expect(stderr).toBe(
        'type-mismatch: Field id expects an integer, not a number with a fraction\n3 |   "id": 1.5\n  |         ^^^\n',
      )
    }
  })

  test("is missing if standard input is empty", async () => {
    const { stderr, exitCode } = await call(["check", schema], { stdin: input("\n") })
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(/^usage: No filter given\n/)
  })

  test("is not read from standard input if it is an argument", async () => {
    const stdin = () => {
      throw new Error("read")
    }
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

describe("the encoding of standard input", () => {
  const check = (...pieces: Uint8Array[]) => call(["check", schema], { stdin: input(...pieces) })
  const utf8 = (text: string) => new TextEncoder().encode(text)

  test("is UTF-8, with a byte order mark or without, in pieces of any size", async () => {
    const bytes = utf8('\ufeff{"status":"draft","title":"Iñtërnâtiônàlizætiøn 😀"}')
    const { stdout, exitCode } = await check(...Array.from(bytes, (byte) => Uint8Array.of(byte)))
    expect([stdout, exitCode]).toEqual(["valid\n", 0])
  })

  test.each([
    ["Latin-1", Buffer.from('{"title":"café"}', "latin1"), 14],
    ["a text that ends inside of a character", utf8('{"title":"é').subarray(0, -1), 11],
    ["a surrogate", Buffer.from([0x7b, 0xed, 0xa0, 0x80]), 2],
  ])("refuses %s", async (_, bytes, place) => {
    expect(await check(bytes)).toEqual({
      stdout: "",
      stderr:
        `invalid-encoding: The input is not UTF-8: byte ${place} belongs to no character\n` +
        "  hint: convert the input, for example with iconv -t UTF-8\n",
      exitCode: 1,
    })
  })

  const utf32 = (text: string) =>
    Buffer.from(Uint32Array.from(text, (character) => character.codePointAt(0) ?? 0).buffer)
  const little = Buffer.from('{"id":1}', "utf16le")
  const big = Buffer.from(little).swap16()
  test.each([
    ["UTF-16", "little-endian", little],
    ["UTF-16", "big-endian", big],
    ["UTF-16", "little-endian with a mark", Buffer.concat([Buffer.from([0xff, 0xfe]), little])],
    ["UTF-16", "big-endian with a mark", Buffer.concat([Buffer.from([0xfe, 0xff]), big])],
    ["UTF-16", "after an empty line", Buffer.from('\n\n{"id":1}', "utf16le")],
    ["UTF-32", "little-endian", utf32('{"id":1}')],
    ["UTF-32", "big-endian", utf32('{"id":1}').swap32()],
    ["UTF-32", "little-endian with a mark", utf32('\ufeff{"id":1}')],
    ["UTF-32", "big-endian with a mark", utf32('\ufeff{"id":1}').swap32()],
  ])("names %s: %s", async (name, _, bytes) => {
    for (const lines of [[], ["--lines"]]) {
      const { stderr, exitCode } = await call(["check", schema, ...lines], { stdin: input(bytes) })
      expect(stderr).toMatch(`invalid-encoding: The input is ${name}, not UTF-8\n  hint: convert it`)
      expect(stderr).toContain(`iconv -f ${name} -t UTF-8`)
      expect(exitCode).toBe(1)
    }
  })

  test("is not UTF-16 because of a U+0000", async () => {
    for (const text of ["\0", "\0\0", "{}\0"])
      expect((await check(utf8(text))).stderr).toMatch(/^syntax: Unexpected character U\+0000\n/)
  })

  test("is a diagnostic in JSON", async () => {
    const { stdout, exitCode } = await call(["check", schema, "--json"], {
      stdin: input(Uint8Array.of(0xff)),
    })
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      diagnostics: [{ code: "invalid-encoding", path: [] }],
    })
    expect(exitCode).toBe(1)
  })
})

describe("limits", () => {
  test.each(["--max-length=2", "--max-nodes=1", "--max-length=99999999999999999999"])(
    "%s is enough for {}",
    async (option) => {
      expect(await call(["check", schema, option, "{}"])).toMatchObject({ exitCode: 0 })
    },
  )

  test("--max-length=1 is a limit that every filter exceeds", async () => {
    const { stderr, exitCode } = await call(["check", schema, "--max-length=1", "{}"])
    expect([stderr.split("\n")[0], exitCode]).toEqual([
      "limit-exceeded: The filter is longer than 1 characters",
      1,
    ])
  })

  test("the limit of a filter is not one of its address, which is read whole", async () => {
    const padding = `https://example.com/?padding=${"a".repeat(200_000)}`
    const parse = (filter: string) =>
      call(["parse-url", schema], { stdin: input(padding, `&filter=${encodeURIComponent(filter)}\n`) })
    expect(await parse('{"id":7}')).toEqual({ stdout: '{"id":7}\n', stderr: "", exitCode: 0 })
    const long = `{"title":"${"é".repeat(16_000)}"}`
    expect(await parse(long)).toEqual({ stdout: `${long}\n`, stderr: "", exitCode: 0 })
  })

  test.each([
    ["--max-length=20", '{"id":{"$in":[1,2,3]}}', "The filter is longer than 20 characters"],
    ["--max-depth=2", '{"id":{"$in":[1,2,3]}}', "The filter nests deeper than 2 levels"],
    ["--max-nodes=1", '{"id":{"$in":[1,2,3]}}', "The filter has more than 1 names"],
    ["--max-list-length=2", '{"id":{"$in":[1,2,3]}}', "The list has more than 2 items"],
    ["--max-diagnostics=1", '{"id":{"$in":[true,true]}}', "The filter has more than 1 mistakes"],
  ])("%s", async (option, text, message) => {
    const { stderr, exitCode } = await call(["check", schema, option, text])
    expect(stderr).toContain(`limit-exceeded: ${message}`)
    expect(exitCode).toBe(1)
  })

  test("a longer text is read from standard input if the limit is raised, and no more of it than the limit needs", async () => {
    const long = `{"title":"${"x".repeat(2_000_000)}"}`
    const { stdout } = await call(["check", schema, "--max-length=3000000"], { stdin: input(long) })
    expect(stdout).toBe("valid\n")
    let read = 0
    const endless = async function* () {
      for (;;) yield new TextEncoder().encode("x".repeat(read++ === 0 ? 10 : 10_000))
    }
    const { stderr } = await call(["check", schema], { stdin: endless })
    expect(stderr).toMatch(/^limit-exceeded: The filter is longer than 16384 characters\n/)
    expect(read).toBeLessThan(10)
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
