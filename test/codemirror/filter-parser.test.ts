import { describe, expect, test } from "vitest"
import { deskFilterLanguage } from "../../src/codemirror.ts"

const { parser } = deskFilterLanguage

describe("the parser", () => {
  test("can be interrupted", () => {
    const text = `[${"1,".repeat(2000)}1]`
    const parse = parser.startParse(text)
    expect(parse.parsedPos).toBe(0)
    let steps = 1
    let last = 0
    let tree = parse.advance()
    for (; tree === null; tree = parse.advance(), steps++) {
      expect(parse.parsedPos).toBeGreaterThan(last)
      last = parse.parsedPos
    }
    expect(steps).toBeGreaterThan(4)
    expect(parse.parsedPos).toBe(text.length)
    expect(tree.toString()).toBe(parser.parse(text).toString())
  })

  test("stops where it is told to", () => {
    const parse = parser.startParse('{"a":1,"b":2}')
    expect(parse.stoppedAt).toBeNull()
    parse.stopAt(7)
    expect(parse.stoppedAt).toBe(7)
    const tree = parse.advance()
    expect(tree?.toString()).toBe('Filter(Object("{",Property(FieldName,":",Number),",",⚠))')
    expect(tree?.length).toBe(7)
  })

  test("finishes the token in which it is told to stop", () => {
    const parse = parser.startParse('{"a":1}')
    parse.stopAt(2)
    const tree = parse.advance()
    expect(tree?.toString()).toBe('Filter(Object("{",Property(FieldName,⚠),⚠))')
    expect([tree?.length, parse.parsedPos]).toEqual([4, 4])
  })

  test("reads a filter inside of another language", () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a template of another language
    const text = 'f`{"id":${id},"a":1}`'
    const ranges = [
      { from: 2, to: 8 },
      { from: 13, to: 20 },
    ]
    const tree = parser.parse(text, [], ranges)
    expect(tree.toString()).toBe(
      'Filter(Object("{",Property(FieldName,":",⚠),",",Property(FieldName,":",Number),"}"))',
    )
    expect(tree.length).toBe(18)
    // The tree begins where the first range does.
    expect(tree.resolveInner(15 - 2, 1).name).toBe("FieldName")
  })

  test("reads no range at all", () => {
    expect(parser.createParse(inputOf(""), [], []).advance()?.toString()).toBe("Filter")
  })
})

function inputOf(text: string) {
  return {
    length: text.length,
    lineChunks: false,
    chunk: (from: number) => text.slice(from),
    read: (from: number, to: number) => text.slice(from, to),
  }
}
