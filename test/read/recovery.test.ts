import { describe, expect, test } from "vitest"
import { recover } from "../../grammar/recovery/recover.ts"
import { UNBOUNDED } from "../../grammar/scanner.ts"
import { safeParseFilter } from "../../src/index.ts"
import { fromSearchParams } from "../../src/query-string.ts"
import { nodes } from "../../src/read/nodes.ts"
import { schema } from "../arbitraries/mistaken.ts"

/** Each mistake as its code and the part of the text that it marks. */
function mistakesIn(text: string): string[] {
  const result = safeParseFilter(schema, text)
  if (result.ok) return []
  return result.error.diagnostics.map(
    ({ code, span }) => `${code} ${text.slice(span?.start, span?.end) || "at the end"}`,
  )
}

describe("after a syntax error, everything else is checked", () => {
  test.each<readonly [text: string, ...mistakes: string[]]>([
    // A member that is incomplete.
    ['{"nam', 'syntax "'],
    ['{"nam"', 'unknown-field "nam"', "syntax at the end"],
    ['{"nam":', 'unknown-field "nam"', "syntax at the end"],
    ['{"nam"}', 'unknown-field "nam"', "syntax }"],
    ['{"nam","x":1}', 'unknown-field "nam"', "syntax ,", 'unknown-field "x"'],
    // A value that is missing, or that is no JSON.
    ['{"id":,"x":1}', "syntax ,", 'unknown-field "x"'],
    ['{"nam":}', 'unknown-field "nam"', "syntax }"],
    ['{"id":{"$in":},"x":1}', "syntax }", 'unknown-field "x"'],
    ['{"id":{"$in":[1,,"x"]}}', "syntax ,", 'type-mismatch "x"'],
    ['{"id":{"$in":[one,"x"]}}', "syntax one", 'type-mismatch "x"'],
    ['{"$or":[,{"x":1}]}', "syntax ,", 'unknown-field "x"'],
    ['{"$or":,"x":1}', "syntax ,", 'unknown-field "x"'],
    ['{"$or":oops,"x":1}', "syntax oops", 'unknown-field "x"'],
    ['{"id":NaN,"active":True,"x":1}', "syntax NaN", "syntax True", 'unknown-field "x"'],
    // A colon, a comma or a name that is missing.
    ['{"nam" 1,"x":1}', 'unknown-field "nam"', "syntax 1", 'unknown-field "x"'],
    ['{"nam":1 "x":1}', 'unknown-field "nam"', 'syntax "x"', 'unknown-field "x"'],
    ['{:1,"x":1}', "syntax :", 'unknown-field "x"'],
    ['{"id":{:1,"gt":1}}', "syntax :", 'unknown-operator "gt"'],
    ['{"id":{:1,:2}}', "syntax :", "syntax :"],
    ['{:1,"id":1,"id":2}', "syntax :", 'duplicate-key "id"'],
    ['{"id":{"$gt":1,:2,"$gt":3}}', "syntax :", 'duplicate-key "$gt"'],
    ['{1:1,"x":1}', "syntax 1", 'unknown-field "x"'],
    // A bracket that is missing or too much.
    ['{"id":{"$in":[1,2},"x":1}', "syntax }", 'unknown-field "x"'],
    ['{"id":{"$gt":1,"x":1}', 'unknown-field "x"', "syntax at the end"],
    [
      '{"nam":1,"$or":[{"x":1},{"y":1]}',
      'unknown-field "nam"',
      'unknown-field "x"',
      'unknown-field "y"',
      "syntax ]",
    ],
    ['{"$or":[{"x":1},"y":1}]}', 'unknown-field "x"', 'unknown-field "y"', "syntax :"],
    ['{"$or":[{"x":1', 'unknown-field "x"', "syntax at the end"],
    ['{"nam":1}}', 'unknown-field "nam"', "syntax }"],
    ['{"nam":1]}', 'unknown-field "nam"', "syntax ]"],
    ["{", "syntax at the end"],
    ['{"id":{', "syntax at the end"],
    ['{"id":{"$in":[', "syntax at the end"],
    ["[", "syntax at the end"],
    ["", "syntax at the end"],
    // A bracket that is missing long before anything shows it.
    ['{"y":{"x":1},2,"agent"],"x":1}', 'unknown-field "y"', "syntax 2", 'unknown-field "x"'],
    [
      '{"active":{"gt":{"x":1},1,"agent"]},"x":1}',
      'unknown-operator "gt"',
      "syntax 1",
      'unknown-operator "agent"',
      "syntax ]",
      'unknown-field "x"',
    ],
    // A token that is too much.
    ['{"id":1,,"x":1}', "syntax ,", 'unknown-field "x"'],
    ['{"nam":1,}', 'unknown-field "nam"', "syntax }"],
    ['{"nam":1 2 3 4}', 'unknown-field "nam"', "syntax 2"],
    ['{"nam"::1}', 'unknown-field "nam"', "syntax :"],
    // A string that is not closed, or that is invalid.
    ['{"nam":1,"x":"a', 'unknown-field "nam"', 'unknown-field "x"', 'syntax "'],
    ['{"nam":"a\n,"x":1}', 'unknown-field "nam"', "syntax \n", 'unknown-field "x"'],
    ['{"nam":"a\nb","x":1}', 'unknown-field "nam"', "syntax \n", 'unknown-field "x"'],
    ['{"nam":"C:\\dir","x":1}', 'unknown-field "nam"', "syntax \\d", 'unknown-field "x"'],
    ['{"nam":"\\x\\"","x":1}', 'unknown-field "nam"', "syntax \\x", 'unknown-field "x"'],
    // Names and strings in other quotes, or in none.
    ["{nam:1,x:1}", "syntax nam", "unknown-field nam", "syntax x", "unknown-field x"],
    ["{'nam':'two words'}", "syntax 'nam'", "unknown-field 'nam'", "syntax 'two words'"],
    ["{$or:[{x:1}]}", "syntax $or", "syntax x", "unknown-field x"],
    ["{id:{$gt:'x'}}", "syntax id", "syntax $gt", "syntax 'x'"],
    // What begins like a number.
    ['{"id":2024-01-31T10:00:00Z,"x":1}', "syntax 2024-01-31T10:00:00Z", 'unknown-field "x"'],
    ['{"id":1T10:5:T10:00}', "syntax 1T10:5"],
    ["1T10:00T10:00", "syntax 1T10:00T10:00"],
    // Quotes that are missing.
    ['{nam":1,"x":1}', 'syntax nam"', 'unknown-field nam"', 'unknown-field "x"'],
    ['{"nam:1,"x":1}', 'syntax "', 'unknown-field "x"'],
    ['{"nam":"a,"x":1}', 'unknown-field "nam"', 'syntax "', 'unknown-field "x"'],
    ['{"nam":a","x":1}', 'unknown-field "nam"', 'syntax a"', 'unknown-field "x"'],
    // Comments, functions and stray characters.
    [
      '{/* a: b, c */"nam":1, // it\'s\n"x":1}',
      "syntax /",
      'unknown-field "nam"',
      "syntax /",
      'unknown-field "x"',
    ],
    ['{"nam":ObjectId("5"),"x":1}', 'unknown-field "nam"', "syntax ObjectId(", 'unknown-field "x"'],
    ['{"id":1,@"x":1}', "syntax @", 'unknown-field "x"'],
    ['{"id":{>5}}', "syntax >"],
    ['{"id":1}},"x":1}', "syntax }", 'unknown-field "x"'],
    // Text before or after the filter.
    ['{"nam":1},{"x":1}', 'unknown-field "nam"', "syntax ,"],
    ['{"nam":1} and {"x":1}', 'unknown-field "nam"', "syntax and", 'unknown-field "x"'],
    ["'{\"nam\":1}'", "syntax '", 'unknown-field "nam"'],
    ["[object Object]", "syntax object"],
    ['{"nam":[object Object],"x":1}', 'unknown-field "nam"', "syntax object", 'unknown-field "x"'],
  ])("%s", (text, ...expected) => {
    expect(mistakesIn(text)).toEqual(expected)
  })
})

describe("the tree has a gap", () => {
  const treeOf = (text: string) => recover(nodes, text, UNBOUNDED, 100).tree
  const gap = expect.objectContaining({ kind: "gap" })

  test.each<readonly [text: string, entry: unknown]>([
    ['{"id":}', { kind: "field", name: expect.objectContaining({ text: "id" }), value: gap }],
    ['{"id"}', { kind: "field", name: expect.objectContaining({ text: "id" }), value: gap }],
    ['{"$or":}', { kind: "logical", name: expect.objectContaining({ text: "$or" }), operands: gap }],
    ["{:1}", gap],
  ])("%s", (text, entry) => {
    expect(treeOf(text)).toMatchObject({ kind: "object", entries: [entry] })
  })

  test("where a value could not be read, with its place", () => {
    expect(treeOf('{"id":{"$in":[1,oops]}}')).toMatchObject({
      entries: [
        {
          value: { operators: [{ operand: { items: [{}, { kind: "gap", span: { start: 16, end: 20 } }] } }] },
        },
      ],
    })
    expect(treeOf("")).toMatchObject({ kind: "gap" })
  })

  test("but for names without quotes", () => {
    expect(treeOf("{$or:[{id:{$gt:5}}]}")).toMatchObject({
      entries: [
        {
          kind: "logical",
          operands: [{ entries: [{ value: { operators: [{ name: { text: "$gt" } }] } }] }],
        },
      ],
    })
  })
})

test("a text with a syntax error is rejected even if everything else is right", () => {
  for (const text of [
    '{"id":1',
    '{"id":1}}',
    '{"id":1 "active":true}',
    "{id:1}",
    '{"id":01}',
    "{} {}",
    '{"id":1,}',
  ])
    expect(mistakesIn(text)).toEqual([expect.stringMatching(/^syntax /)])
  expect(() => fromSearchParams(schema, 'filter={"id":1')).toThrow("The text ends too early")
})

describe("reading ends", () => {
  const codesOf = (text: string, limits = {}) => {
    const result = safeParseFilter(schema, text, { limits })
    return result.ok ? [] : result.error.diagnostics.map(({ code }) => code)
  }

  test("after maxDiagnostics mistakes, which a last one says", () => {
    const text = `{${Array.from({ length: 9 }, (_, i) => `"id" ${i}`)}}`
    expect(codesOf(text, { maxDiagnostics: 3 })).toEqual([
      "syntax",
      "duplicate-key",
      "syntax",
      "limit-exceeded",
    ])
  })

  test("where the text exceeds a limit after a syntax error", () => {
    expect(codesOf('{"id" 1,"x":1,"$or":[[[[', { maxDepth: 3 })).toEqual([
      "syntax",
      "unknown-field",
      "limit-exceeded",
    ])
  })

  test("after a thousand tokens that fit nowhere", () => {
    expect(codesOf(`{"id":1${" 2".repeat(5000)},"x":1}`)).toEqual(["syntax"])
    expect(codesOf(`{"id":1${" 2".repeat(500)},"x":1}`)).toEqual(["syntax", "unknown-field"])
  })
})
