import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { format } from "../../src/editor/format.ts"
import { minify } from "../../src/editor/minify.ts"
import { tokensOf } from "../arbitraries/mistaken.ts"
import { runs } from "../properties/runs.ts"
import { changedFilter, jsonFilter } from "./changed-texts.ts"

const lines = (...written: string[]) => written.join("\n")

function imagesOf(text: string): string[] {
  return tokensOf(text).map(({ start, end }) => text.slice(start, end))
}

describe("format", () => {
  test.each([
    ["{}", "{}"],
    [" { } ", "{}"],
    ["[]", "[]"],
    [" 1E3\n", "1E3"],
    ['{"id":1}', lines("{", '  "id": 1', "}")],
    [
      '{"id":{"$gte":1,"$lt":5},"name":{"$in":["a",null,1e3,-0.10]},"x":{},"y":[]}',
      lines(
        "{",
        '  "id": {"$gte": 1, "$lt": 5},',
        '  "name": {"$in": ["a", null, 1e3, -0.10]},',
        '  "x": {},',
        '  "y": []',
        "}",
      ),
    ],
    [
      '{"$or":[{"a":1},{},{"b":{"$in":[1,2]},"$and":[]}]}',
      lines(
        ...[
          "{",
          '  "$or": [',
          '    {"a": 1},',
          "    {},",
          '    {"b": {"$in": [1, 2]}, "$and": []}',
          "  ]",
          "}",
        ],
      ),
    ],
    ['{"a":[[{}]]}', lines(...["{", '  "a": [', "    [", "      {}", "    ]", "  ]", "}"])],
    ["[1,[2,[]]]", "[1, [2, []]]"],
    ['{"\\u0061":"\\/ \\u00e9","b":1E+05}', lines("{", '  "\\u0061": "\\/ \\u00e9",', '  "b": 1E+05', "}")],
  ])("%s", (text, formatted) => {
    expect(format(text)).toBe(formatted)
  })

  const member = (length: number) => `"name": {"$eq": "${"x".repeat(length - 19)}"}`

  test("a line may have 80 characters, with its comma", () => {
    expect(format(`{${member(78)}}`)).toBe(lines("{", `  ${member(78)}`, "}"))
    expect(format(`{${member(77)},"id":1}`)).toBe(lines("{", `  ${member(77)},`, '  "id": 1', "}"))
    const broken = (length: number) => ['  "name": {', `    "$eq": "${"x".repeat(length - 19)}"`]
    expect(format(`{${member(79)}}`)).toBe(lines("{", ...broken(79), "  }", "}"))
    expect(format(`{${member(78)},"id":1}`)).toBe(lines("{", ...broken(78), "  },", '  "id": 1', "}"))
  })

  test("a long list of scalars fills lines of at most 80 characters", () => {
    const numbers = Array.from({ length: 100 }, (_, index) => index * 997)
    const written = format(`{"id":{"$in":[${numbers}]}}`).split("\n")
    expect(written.slice(0, 4)).toEqual([
      "{",
      '  "id": {',
      '    "$in": [',
      "      0, 997, 1994, 2991, 3988, 4985, 5982, 6979, 7976, 8973, 9970, 10967,",
    ])
    const filled = written.slice(3, -3)
    for (const [index, line] of filled.entries()) {
      expect(line.length).toBeLessThanOrEqual(80)
      const next = filled[index + 1]?.trim().split(" ")[0]
      if (next !== undefined) expect(`${line} ${next}`.length).toBeGreaterThan(80)
    }
  })

  test("an item that is longer than a line has a line of its own", () => {
    const long = `"${"x".repeat(90)}"`
    expect(format(`[1,2,${long},3]`)).toBe(lines("[", "  1, 2,", `  ${long},`, "  3", "]"))
  })

  test("a long list that has a list in it has one item on each line", () => {
    const long = `"${"x".repeat(90)}"`
    expect(format(`[1,[2],${long}]`)).toBe(lines("[", "  1,", "  [2],", `  ${long}`, "]"))
  })

  test("a text with a syntax error is returned unchanged", () => {
    for (const text of [
      "",
      " ",
      '{ "a": }',
      '{ "a":1',
      '{ "a":1 } }',
      "{ a:1 }",
      '{ "a":"\n" }',
      "[1,]",
      "# 1",
      "1 2",
    ])
      expect([format(text), minify(text)]).toEqual([text, text])
  })

  test.each([
    [0, ""],
    [1, " "],
    [10, " ".repeat(10)],
    ["", ""],
    ["\t", "\t"],
    [" \t".repeat(5), " \t".repeat(5)],
    [undefined, "  "],
  ])("indent %j", (indent, indentation) => {
    expect(format('{"id":1}', { indent })).toBe(lines("{", `${indentation}"id": 1`, "}"))
  })

  test.each([-1, 11, 1.5, Number.NaN, Infinity, " ".repeat(11), "-", "\n", "\u00a0"])(
    "refuses indent %j",
    (indent) => {
      expect(() => format("{}", { indent })).toThrow(
        new RangeError("indent must be an integer from 0 to 10, or at most 10 spaces and tabs"),
      )
    },
  )

  test.each(["[", '{"a":'])(
    "100,000 nested %s overflow no stack, and the text grows by less than tenfold",
    (bracket) => {
      const depth = 100_000
      const text =
        bracket.repeat(depth) + (bracket === "[" ? "" : "1") + (bracket === "[" ? "]" : "}").repeat(depth)
      const formatted = format(text, { indent: 10 })
      expect(formatted.length).toBeLessThan(10 * text.length)
      expect(format(formatted, { indent: 10 }) === formatted).toBe(true)
      expect(minify(formatted) === text).toBe(true)
      const unclosed = bracket.repeat(depth)
      expect(format(unclosed) === unclosed).toBe(true)
    },
  )
})

test("minify removes the white space between tokens only", () => {
  expect(minify('\t{ "a b" : [ 1E3 , "\\u0020 " ] ,\r\n"c":{ } }\n')).toBe('{"a b":[1E3,"\\u0020 "],"c":{}}')
})

const indent = fc.oneof(fc.integer({ min: 0, max: 10 }), fc.constantFrom("", "\t", "  \t"))

test("formatting keeps the tokens, and is the same again and after minify", () => {
  fc.assert(
    fc.property(jsonFilter, indent, (text, indent) => {
      const formatted = format(text, { indent })
      expect(imagesOf(formatted)).toEqual(imagesOf(text))
      expect(format(formatted, { indent })).toBe(formatted)
      expect(format(minify(text), { indent })).toBe(formatted)
      expect(minify(formatted)).toBe(imagesOf(text).join(""))
      // A longer line has one name, one value, which may be an empty list, and a comma.
      for (const line of formatted.split("\n"))
        expect(line.length <= 80 || imagesOf(line).length <= 5, line).toBe(true)
    }),
    runs(300),
  )
})

test("any JSON text is formatted like any other, and no other text is changed", () => {
  fc.assert(
    fc.property(fc.oneof(changedFilter, fc.json()), (text) => {
      let value: unknown
      try {
        value = JSON.parse(text)
      } catch {
        expect([format(text), minify(text)]).toEqual([text, text])
        return
      }
      expect(JSON.parse(format(text))).toEqual(value)
      expect(format(format(text))).toBe(format(text))
      expect(format(minify(text))).toBe(format(text))
    }),
    runs(600),
  )
})
