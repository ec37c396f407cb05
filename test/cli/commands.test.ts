import { describe, expect, test } from "vitest"
import { call, input, printed } from "./call.ts"

const schema = ["--schema", "./schemas.js#articles"]
const json = async (...args: readonly string[]) => JSON.parse(await printed(...args, "--json"))

describe("check", () => {
  test("prints that a filter is valid", async () => {
    expect(await printed("check", ...schema, '{"status":"draft"}')).toBe("valid\n")
    expect(await printed("check", ...schema, '{"status":"draft"}', "--json")).toBe('{"ok":true}\n')
  })

  test("prints the errors of a filter to standard error and exits with 1", async () => {
    const { stdout, stderr, exitCode } = await call(["check", ...schema, '{"id":1.5,"titel":"a"}'])
    expect(exitCode).toBe(1)
    expect(stdout).toBe("")
    expect(stderr.split("\n")).toEqual([
      "type-mismatch: Field id expects an integer, not a number with a fraction",
      '1 | {"id":1.5,"titel":"a"}',
      "  |       ^^^",
      "",
      'unknown-field: There is no field "titel" to filter by',
      '1 | {"id":1.5,"titel":"a"}',
      "  |           ^^^^^^^",
      '  hint: did you mean "title"?',
      "",
    ])
  })

  test("prints a hundred errors, and then that there are more", async () => {
    const { stderr } = await call(["check", ...schema, `{"id":{"$in":[${Array(1000).fill("true").join()}]}}`])
    const heads = stderr.split("\n\n").map((block) => block.split("\n")[0])
    expect(heads.slice(0, 100)).toEqual(
      Array(100).fill("type-mismatch: Field id expects an integer, not a boolean"),
    )
    expect(heads.slice(100)).toEqual(["limit-exceeded: The filter has more than 100 mistakes"])
  })

  test("prints the errors as JSON to standard output", async () => {
    const { stdout, stderr, exitCode } = await call(["check", ...schema, "--json", '{"titel":"a"}'])
    expect(exitCode).toBe(1)
    expect(stderr).toBe("")
    expect(stdout.endsWith("}\n")).toBe(true)
    expect(JSON.parse(stdout)).toEqual({
      ok: false,
      diagnostics: [
        {
          code: "unknown-field",
          message: 'There is no field "titel" to filter by',
          params: { reason: "unknown", found: '"titel"', suggestions: ["title"] },
          path: ["titel"],
          hint: 'did you mean "title"?',
          span: { start: 1, end: 8, line: 1, column: 2 },
        },
      ],
    })
  })

  test("rejects a filter that matches everything with --require-selective", async () => {
    expect(await printed("check", ...schema, "{}")).toBe("valid\n")
    const { stderr, exitCode } = await call(["check", ...schema, "--require-selective", "{}"])
    expect(exitCode).toBe(1)
    expect(stderr).toMatch(/^matches-everything: /)
  })

  test("rejects an empty $or with --empty-or=error", async () => {
    expect(await printed("check", ...schema, '{"$or":[]}')).toBe("valid\n")
    const { stderr, exitCode } = await call(["check", ...schema, "--empty-or=error", '{"$or":[]}'])
    expect(exitCode).toBe(1)
    expect(stderr).toMatch(/^empty-operators: /)
  })
})

describe("sql", () => {
  test("prints the condition, with the values on the next line", async () => {
    expect(
      await printed("sql", ...schema, "--dialect", "postgres", '{"status":"draft","id":{"$gt":5}}'),
    ).toBe('("status" = $1::text AND "id" > $2::bigint)\n["draft",5]\n')
    expect(await json("sql", ...schema, "--dialect", "postgres", '{"status":"draft"}')).toEqual({
      ok: true,
      text: '"status" = $1::text',
      values: ["draft"],
    })
  })

  test.each([
    ["postgres", '"id" > $1::bigint\n[5]\n'],
    ["mysql", "`id` > CAST(? AS SIGNED)\n[5]\n"],
    ["mariadb", "`id` > CAST(? AS SIGNED)\n[5]\n"],
    ["sqlite", "`id` > ?\n[5]\n"],
    ["duckdb", '"id" > $1::BIGINT\n[5]\n'],
    ["clickhouse", '`id` > {p1:Int64}\n{"p1":5}\n'],
  ])("writes for %s", async (dialect, expected) => {
    expect(await printed("sql", ...schema, "--dialect", dialect, '{"id":{"$gt":5}}')).toBe(expected)
  })

  test("writes the table before the columns", async () => {
    expect(await printed("sql", ...schema, "--dialect=sqlite", "--table=a", '{"id":{"$gt":5}}')).toBe(
      "`a`.`id` > ?\n[5]\n",
    )
  })

  test("uses the columns and relations of a mapping", async () => {
    const mapping = ["--dialect=postgres", "--mapping=./schemas.js#articlesMapping"]
    expect(await printed("sql", ...schema, ...mapping, '{"tags.name":"news","author":7}')).toBe(
      '(EXISTS (SELECT 1 FROM "tags" AS "related" WHERE "related"."article_id" = "articles"."id"' +
        ' AND "related"."name" = $1::text) AND "articles"."author_id" = $2::bigint)\n["news",7]\n',
    )
  })

  test("prints a large integer as a string of its digits", async () => {
    expect(await printed("sql", ...schema, "--dialect=duckdb", '{"author":9007199254740993}')).toBe(
      '"author" = $1::BIGINT\n["9007199254740993"]\n',
    )
  })

  test("requires a dialect", async () => {
    expect(await call(["sql", ...schema, "{}"])).toEqual({
      stdout: "",
      stderr:
        "usage: No SQL dialect given\n  hint: set --dialect to one of postgres, mysql, mariadb, sqlite, duckdb, clickhouse\n",
      exitCode: 2,
    })
  })

  test("requires a mapping for relations", async () => {
    expect(await call(["sql", ...schema, "--dialect=sqlite", '{"tags.name":"news","id":1}'])).toEqual({
      stdout: "",
      stderr:
        "usage: The mapping has no column for tags.name\n" +
        "  hint: set --mapping to a mapping of the same schema that includes the tables of its relations\n",
      exitCode: 2,
    })
  })

  test("requires a mapping of the same schema", async () => {
    const { stderr, exitCode } = await call([
      ...["sql", "--schema", "customers", "--dialect=sqlite"],
      ...["--mapping", "./schemas.js#articlesMapping", '{"id":1}'],
    ])
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(/^usage: The mapping has no column for id\n/)
  })

  test("rejects --table together with --mapping", async () => {
    const both = ["--table=a", "--mapping=./schemas.js#articlesMapping"]
    expect(await call(["sql", ...schema, "--dialect=sqlite", ...both, "{}"])).toEqual({
      stdout: "",
      stderr: "usage: --table and --mapping cannot be combined\n  hint: set the table in the mapping\n",
      exitCode: 2,
    })
  })
})

describe("query", () => {
  const filter = '{ "$and": [{ "id": { "$gte": "5" } }, { "status": { "$eq": "draft" } }] }'

  test("prints the shortest form by default", async () => {
    expect(await printed("query", ...schema, filter)).toBe('{"id":{"$gte":5},"status":"draft"}\n')
    expect(await printed("query", ...schema, "--style", "compact", filter)).toBe(
      '{"id":{"$gte":5},"status":"draft"}\n',
    )
  })

  test("writes every operator with --style explicit", async () => {
    expect(await printed("query", ...schema, "--style", "explicit", filter)).toBe(
      '{"id":{"$gte":5},"status":{"$eq":"draft"}}\n',
    )
  })

  test("prints a percent-encoded query string with --encode", async () => {
    expect(await printed("query", ...schema, "--encode", filter)).toBe(
      "filter=%7B%22id%22%3A%7B%22%24gte%22%3A5%7D%2C%22status%22%3A%22draft%22%7D\n",
    )
  })

  test("prints both forms as JSON", async () => {
    expect(await json("query", ...schema, "--style=explicit", '{"id":1}')).toEqual({
      ok: true,
      filter: '{"id":{"$eq":1}}',
      query: "filter=%7B%22id%22%3A%7B%22%24eq%22%3A1%7D%7D",
    })
  })

  test("applies --empty-or to an empty $or", async () => {
    expect(await printed("query", ...schema, '{"$or":[]}')).toBe('{"$or":[]}\n')
    expect(await printed("query", ...schema, "--empty-or=none", '{"$or":[]}')).toBe('{"$or":[]}\n')
    expect(await printed("query", ...schema, "--empty-or=all", '{"$or":[]}')).toBe("{}\n")
  })
})

describe("parse-url", () => {
  const address = "https://example.com/articles.json?page=2&filter="
  const filter = encodeURIComponent('{"$and":[{"status":"draft"}]}')

  test("prints the filter of an address, a path or a query", async () => {
    for (const text of [
      `${address}${filter}#top`,
      `/articles.json?filter=${filter}`,
      `filter=${filter}&page=1`,
    ])
      expect(await printed("parse-url", ...schema, text)).toBe('{"status":"draft"}\n')
    expect(await json("parse-url", ...schema, address + filter)).toEqual({
      ok: true,
      filter: '{"status":"draft"}',
    })
  })

  test.each([
    ["https://example.com/articles.json", "missing-filter"],
    ["articles.json?page=2", "missing-filter"],
    ["?filter[status]=draft", "unknown-parameter"],
    ['{"status":"draft"}', "unknown-parameter"],
    ["?filter=%E9", "invalid-encoding"],
    ["?filter={}&filter={}", "duplicate-key"],
  ])("refuses %s", async (text, code) => {
    const { stderr, exitCode } = await call(["parse-url", ...schema, text])
    expect(stderr).toMatch(new RegExp(`^${code}: `))
    expect(exitCode).toBe(1)
  })

  test("shows where a mistake is in the filter, not in the address", async () => {
    const { stderr, exitCode } = await call([
      ...["parse-url", ...schema],
      `${address}${encodeURIComponent('{"id":1.5}')}`,
    ])
    expect(stderr).toBe(
      'type-mismatch: Field id expects an integer, not a number with a fraction\n1 | {"id":1.5}\n  |       ^^^\n',
    )
    expect(exitCode).toBe(1)
  })

  test.each([
    ['/articles.json?filter={"id":x}#top', '{"id":x}'],
    ['filter={"a?b":1}', '{"a?b":1}'],
    ['page=?&filter={"a":1}', '{"a":1}'],
    ['filter={"#":1}', '{"#":1}'],
    ["?filter=%7B", "{"],
  ])("shows only the filter of %s", async (text, shown) => {
    expect((await call(["parse-url", ...schema, text])).stderr).toContain(`\n1 | ${shown}\n`)
  })

  test("ignores space around the address", async () => {
    const stdin = input(' /articles.json?filter={"id":\r\n')
    const { stderr } = await call(["parse-url", ...schema], { stdin })
    expect(stderr).toContain('\n1 | {"id":\n  |       ^\n')
  })
})

describe("describe", () => {
  test("prints the meaning of a filter in words", async () => {
    expect(await printed("describe", ...schema, '{"status":"draft","id":{"$in":[1,2]}}')).toBe(
      'status is "draft" and id is 1 or 2\n',
    )
    expect(await json("describe", ...schema, '{"author":null}')).toEqual({
      ok: true,
      description: "author is empty",
    })
  })
})

describe("explain", () => {
  const explain = (filter: string, record: string, ...options: string[]) =>
    call(["explain", ...schema, ...options, filter], { stdin: input(record) })

  test("prints the answer, and the conditions that decide", async () => {
    expect(await explain('{"status":"draft","id":{"$gt":5}}', '{"id":7,"status":"draft"}')).toEqual({
      stdout: [
        "matches",
        "",
        'status is "draft"',
        '1 | {"status":"draft","id":{"$gt":5}}',
        "  |  ^^^^^^^^^^^^^^^^",
        "",
        "id is 7, which is more than 5",
        '1 | {"status":"draft","id":{"$gt":5}}',
        "  |                   ^^^^^^^^^^^^^^",
        "",
      ].join("\n"),
      stderr: "",
      exitCode: 0,
    })
    expect(await explain('{"$or":[]}', "{}")).toEqual({
      stdout: "does not match\n\nno record matches\n",
      stderr: "",
      exitCode: 0,
    })
  })

  test("prints them as JSON", async () => {
    const { stdout, exitCode } = await explain('{"tags.name":"a"}', '{"tags":[{"name":"b"}]}', "--json")
    expect(exitCode).toBe(0)
    expect(JSON.parse(stdout)).toEqual({
      ok: true,
      filter: '{"tags.name":"a"}',
      matches: false,
      reasons: [
        {
          field: "tags.name",
          operator: "$eq",
          expected: "a",
          actual: [{ index: 0, value: "b" }],
          path: ["tags.name"],
          span: { start: 1, end: 16 },
          text: 'no tags.name is "a"; found "b"',
        },
      ],
    })
  })

  test("the spans refer to the filter in the output, whatever characters it has", async () => {
    const { stdout } = await explain('{"title":{"$ne":"\u202e"},"id":7}', '{"id":7}', "--json")
    expect(stdout).not.toContain("\u202e")
    const { filter, reasons } = JSON.parse(stdout)
    const parts = reasons.map(({ span }: { span: { start: number; end: number } }) =>
      filter.slice(span.start, span.end),
    )
    expect(parts).toEqual(['"title":{"$ne":"\u202e"}', '"id":7'])
  })

  test("colours the answer and the carets", async () => {
    const { stdout } = await explain('{"id":5}', '{"id":6}', "--color")
    expect(stdout).toBe(
      '\u001b[31mdoes not match\u001b[39m\n\nid is 6, not 5\n1 | {"id":5}\n  |  \u001b[36m^^^^^^\u001b[39m\n',
    )
    expect((await explain('{"id":5}', '{"id":5}', "--color")).stdout).toMatch(
      /^\u001b\[32mmatches\u001b\[39m\n/,
    )
  })

  test.each([
    ["author", "9007199254740993", "9007199254740993"],
    ["author", "9007199254740992", "9007199254740992"],
    ["author", "-9223372036854775808", "-9223372036854775808"],
    ["author", "7.0", 7],
    ["author", '{"id":9007199254740993,"type":"users"}', "9007199254740993"],
    ["title", '"9007199254740993 \\" 0.10000000000000000001"', '9007199254740993 " 0.10000000000000000001'],
  ])("reads the digits of %s %s", async (field, value, actual) => {
    const { stdout } = await explain(`{"${field}":{"$ne":null}}`, `{"${field}":${value}}`, "--json")
    expect(JSON.parse(stdout).reasons[0].actual).toBe(actual)
  })

  test.each([
    [
      "",
      2,
      "usage: No record given\n  hint: pass it as JSON through standard input, for example < record.json\n",
    ],
    ["{id:1}", 1, /^invalid-record: The record is not JSON: .*\n {2}hint: write one JSON object\n$/],
    [
      "[]",
      1,
      /^invalid-record: A record is an array, not an object with properties\n {2}hint: write one JSON object\n$/,
    ],
    [
      '{"id":1}\n{"id":2}',
      1,
      /^invalid-record: The record is not JSON: .*\n {2}hint: write one JSON object\n$/,
    ],
    ['{"id":"a"}', 1, /^invalid-record: The value of id .*\n {2}hint: give each field a value of its type: /],
    [
      '{"id":1e300}',
      1,
      /^invalid-record: The value of id in a record is a number beyond 2\^53, not a safe integer, /,
    ],
    [Uint8Array.of(0xff), 1, /^invalid-encoding: /],
  ])("refuses the record %j", async (record, code, message) => {
    const { stdout, stderr, exitCode } = await call(["explain", ...schema, '{"id":1}'], {
      stdin: input(record),
    })
    expect([stdout, exitCode]).toEqual(["", code])
    expect(stderr).toMatch(message)
  })

  test("takes the filter as an argument, and the record from standard input", async () => {
    const usage = (message: string, hint: string) => ({
      stdout: "",
      stderr: `usage: ${message}\n  hint: ${hint}\n`,
      exitCode: 2,
    })
    expect(await call(["explain", ...schema], { stdin: input("{}") })).toEqual(
      usage("No filter given", "pass it as an argument in quotes: standard input is the record"),
    )
    expect(await call(["explain", ...schema, "{}"])).toEqual(
      usage("No record given", "pass it as JSON through standard input, for example < record.json"),
    )
  })

  test("reports a filter that is not valid", async () => {
    const { stderr, exitCode } = await explain('{"stat":1}', "{}")
    expect(stderr).toMatch(/^unknown-field: /)
    expect(exitCode).toBe(1)
  })
})

describe("ast", () => {
  const filter =
    '{"id":9007199254740993,"$or":[{"title":{"$contains":"\\n"}},{"status":{"$nin":["draft",null]}},{"$or":[]}]}'

  test("draws the tree", async () => {
    expect(await printed("ast", ...schema, filter)).toBe(`and
  id integer $eq 9007199254740993
  or
    title string $contains "\\n"
    status enum $nin ["draft", null]
`)
    expect(await printed("ast", ...schema, "{}")).toBe("and (empty): matches every record\n")
    expect(await printed("ast", ...schema, '{"$or":[]}')).toBe("or (empty): matches no record\n")
  })

  test("prints the tree as JSON, with a large integer as a string of its digits", async () => {
    expect(await json("ast", ...schema, filter)).toEqual({
      ok: true,
      ast: {
        kind: "and",
        operands: [
          { kind: "compare", field: "id", type: "integer", operator: "$eq", value: "9007199254740993" },
          {
            kind: "or",
            operands: [
              { kind: "contains", field: "title", type: "string", operator: "$contains", value: "\n" },
              { kind: "in", field: "status", type: "enum", operator: "$nin", values: ["draft", null] },
            ],
          },
        ],
      },
    })
  })
})

describe("schema", () => {
  test("lists the fields", async () => {
    expect(await printed("schema", ...schema)).toBe(
      `field      type                null  operators                                     description
id         integer             no    $eq $ne $lt $lte $gt $gte $in $nin
title      string              yes   $eq $ne $lt $lte $gt $gte $in $nin $contains  Case-insensitive for A to Z. The headline
status     enum                yes   $eq $ne $in $nin                              One of draft, published
author     reference to users  yes   $eq $ne $in $nin
tags.name  many string         yes   $eq $contains
`,
    )
  })

  test("accepts the schema as an argument", async () => {
    expect(await printed("schema", "./schemas.js#articles")).toBe(await printed("schema", ...schema))
  })

  test("prints the fields as JSON", async () => {
    const { ok, fields } = await json("schema", ...schema)
    expect(ok).toBe(true)
    expect(fields[4]).toEqual({
      name: "tags.name",
      property: "name",
      relation: { name: "tags", cardinality: "many" },
      type: "string",
      nullable: true,
      caseSensitive: true,
      operators: ["$eq", "$contains"],
      inferred: false,
    })
  })

  test("accepts a resource name as Desk writes it and as the package writes it", async () => {
    const lowerCase = await printed("schema", "conversationmessages")
    expect(lowerCase).toMatch(/^field .*\nid +integer /)
    expect(await printed("schema", "--schema", "conversationMessages")).toBe(lowerCase)
  })

  test("marks inferred types", async () => {
    expect(await printed("schema", "customers")).toMatch(
      /^addMethod +enum +yes .* One of automatic, manual\. .*\. The type is inferred$/m,
    )
  })

  test("rejects a filter", async () => {
    expect(await call(["schema", ...schema, "{}"])).toEqual({
      stdout: "",
      stderr:
        "usage: schema takes one schema, but 2 were given\n" +
        "  hint: name the schema once: as an argument or with --schema\n",
      exitCode: 2,
    })
  })
})

describe("control and format characters are escaped", () => {
  const text = '{"title":"\\u009b31m\\u007f\\u202e\\u2028"}'
  test.each([
    ["ast", 'title string $eq "\\u009b31m\\u007f\\u202e\\u2028"\n'],
    ["describe", 'title is "\\u009b31m\\u007f\\u202e\\u2028"\n'],
    ["query", `${text}\n`],
  ])("by %s", async (command, expected) => {
    expect(await printed(command, ...schema, text)).toBe(expected)
  })

  test("by sql and in usage errors", async () => {
    expect(await printed("sql", ...schema, "--dialect=mariadb", '{"author":1}')).not.toMatch(/\p{Cc}(?<!\n)/u)
    const { stderr } = await call(["\u001b]0;pwn\u0007"])
    expect(stderr).toContain("\\u001b]0;pwn\\u0007")
    expect(stderr).not.toContain("\u001b")
  })
})
