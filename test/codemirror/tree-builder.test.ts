import { describe, expect, test } from "vitest"
import { deskFilterLanguage } from "../../src/codemirror.ts"

const { parser } = deskFilterLanguage

const treeOf = (text: string) => parser.parse(text).toString()

describe("the tree of a filter", () => {
  test("names fields, operators and logical operators", () => {
    expect(treeOf('{"$or":[{"id":{"$in":[1,-2.5]}},{"state":"$or"}]}')).toBe(
      `Filter(Object("{",Property(LogicalOperator,":",Array("[",${[
        'Object("{",Property(FieldName,":",Object("{",Property(Operator,":",Array("[",Number,",",Number,"]")),"}")),"}")',
        'Object("{",Property(FieldName,":",String),"}")',
      ].join(',",",')},"]")),"}"))`,
    )
  })

  test("has a type for each word", () => {
    expect(treeOf("[true,false,null]")).toBe('Filter(Array("[",True,",",False,",",Null,"]"))')
  })

  test("knows a name with escapes", () => {
    expect(treeOf('{"\\u0024or":1}')).toBe('Filter(Object("{",Property(LogicalOperator,":",Number),"}"))')
  })

  test("has the offsets of the tokens", () => {
    const nodes: unknown[] = []
    parser.parse(' {"id" : 1} ').iterate({ enter: ({ name, from, to }) => void nodes.push([name, from, to]) })
    expect(nodes).toEqual([
      ["Filter", 0, 12],
      ["Object", 1, 11],
      ["{", 1, 2],
      ["Property", 2, 10],
      ["FieldName", 2, 6],
      [":", 7, 8],
      ["Number", 9, 10],
      ["}", 10, 11],
    ])
  })

  test("of an empty text is empty", () => {
    expect(treeOf("")).toBe("Filter")
    expect(parser.parse("  ").length).toBe(2)
  })
})

describe("the tree of a text with mistakes", () => {
  test.each([
    // Parts that are missing.
    ['{"sta', 'Filter(Object("{",Property(FieldName(⚠),⚠),⚠))'],
    ['{"state"', 'Filter(Object("{",Property(FieldName,⚠),⚠))'],
    ['{"state":', 'Filter(Object("{",Property(FieldName,":",⚠),⚠))'],
    ['{"state":}', 'Filter(Object("{",Property(FieldName,":",⚠),"}"))'],
    [
      '{"state":,"id":1}',
      'Filter(Object("{",Property(FieldName,":",⚠),",",Property(FieldName,":",Number),"}"))',
    ],
    ['{"state" "x"}', 'Filter(Object("{",Property(FieldName,String),"}"))'],
    [
      '{"a":1 "b":2}',
      'Filter(Object("{",Property(FieldName,":",Number),Property(FieldName,":",Number),"}"))',
    ],
    ['{"a":"b":2}', 'Filter(Object("{",Property(FieldName,":",⚠),Property(FieldName,":",Number),"}"))'],
    [
      '{"a":{"$in":[1',
      'Filter(Object("{",Property(FieldName,":",Object("{",Property(Operator,":",Array("[",Number,⚠)),⚠)),⚠))',
    ],
    ['{"a":[1}', 'Filter(Object("{",Property(FieldName,":",Array("[",Number,⚠)),"}"))'],
    ['"state":"x"', 'Filter(Property(FieldName,":",String))'],
    // Parts that are not JSON.
    ["{$or:[]}", 'Filter(Object("{",Property(LogicalOperator(⚠),":",Array("[","]")),"}"))'],
    ["{'$eq':'x'}", 'Filter(Object("{",Property(Operator(⚠),":",⚠),"}"))'],
    ["{1:2}", 'Filter(Object("{",Property(FieldName,":",Number),"}"))'],
    ['["x]', 'Filter(Array("[",String(⚠),"]"))'],
    // Parts that are too many.
    ["]}", "Filter(⚠,⚠)"],
    ['{"a":1 2}', 'Filter(Object("{",Property(FieldName,":",Number),⚠,"}"))'],
    ['{"a":1}{', 'Filter(Object("{",Property(FieldName,":",Number),"}"),Object("{",⚠))'],
    ['{"a"::1}', 'Filter(Object("{",Property(FieldName,":",":",Number),"}"))'],
    ["[1 // one", 'Filter(Array("[",Number,⚠,⚠))'],
  ])("%s", (text, tree) => {
    expect(treeOf(text)).toBe(tree)
  })
})

describe("100,000 open brackets", () => {
  const many = 100_000
  test.each([
    ["lists", "[".repeat(many)],
    ["closed lists", "[".repeat(many) + "]".repeat(many)],
    ["objects", '{"a":'.repeat(many)],
    ["lists that a brace closes", `{${"[".repeat(many)}}`],
    ["lists that a brace does not close", "[".repeat(many) + "}".repeat(many)],
  ])("%s", (_, text) => {
    const tree = parser.parse(text)
    expect(tree.length).toBe(text.length)
    let last = 0
    tree.iterate({
      enter: ({ to }) => {
        last = Math.max(last, to)
      },
    })
    expect(last).toBe(text.length)
    expect(tree.resolveInner(text.length, -1).name).not.toBe("Filter")
  })
})
