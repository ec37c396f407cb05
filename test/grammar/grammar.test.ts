import { Lexer } from "chevrotain"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { FilterParser, type NodeFactory, type NodeTypes } from "../../grammar/generated/parser.ts"
import { FilterGrammar } from "../../grammar/grammar.ts"
import { UNBOUNDED } from "../../grammar/scanner.ts"
import { decodeString, scanString } from "../../grammar/strings.ts"
import { tokensOf } from "../../grammar/tokenize.ts"
import { vocabulary } from "../../grammar/tokens.ts"
import { publishedTokens } from "../../grammar/tools/published-rules.ts"
import { customers } from "../../src/desk.ts"
import { type Diagnostic, safeParseFilter } from "../../src/index.ts"
import { filterText } from "../arbitraries/filters.ts"
import { runs } from "../properties/runs.ts"

/** What is wrong with the text as JSON, if anything is. */
function syntaxOf(text: string): Diagnostic | undefined {
  const result = safeParseFilter(customers, text)
  return result.ok ? undefined : result.error.diagnostics.find(({ code }) => code === "syntax")
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

test("the grammar is sound: no ambiguity, no left recursion, no empty alternative", () => {
  expect(() => new FilterGrammar({ skipValidations: false })).not.toThrow()
})

describe("the parser takes what the grammar takes, which it is written from", () => {
  const grammar = new FilterGrammar({ skipValidations: false })
  /** A tree of names: what rule made the node, and of what. */
  const make = new Proxy({} as NodeFactory<NodeTypes>, {
    get:
      (_, rule) =>
      (...parts: readonly unknown[]) => [rule, ...parts],
  })

  function agrees(text: string): void {
    const { tokens, stray } = tokensOf(text)
    grammar.input = tokens
    grammar.filter()
    const taken = stray === undefined && grammar.errors.length === 0
    expect(new FilterParser(make, text, UNBOUNDED, false).parse() !== undefined).toBe(taken)
  }

  test("any tokens", () => {
    const token = fc.constantFrom(
      ..."{}[]:,",
      '"a"',
      '"$eq"',
      '"$or"',
      "1",
      "true",
      "false",
      "null",
      "x",
      '"',
    )
    fc.assert(
      fc.property(fc.array(token, { maxLength: 12 }), (tokens) => agrees(tokens.join(" "))),
      runs(5000),
    )
  })

  test("any JSON", () => {
    fc.assert(fc.property(fc.json({ maxDepth: 4 }), agrees), runs(500))
  })

  test("any filter with a piece left out", () => {
    fc.assert(
      fc.property(filterText, fc.nat(), fc.nat({ max: 3 }), (text, nat, length) => {
        const at = nat % (text.length + 1)
        agrees(text.slice(0, at) + text.slice(at + length))
      }),
      runs(2000),
    )
  })

  test("and says of every node where it stands", () => {
    const places = new FilterParser(make, ' {"a" : [ 1,{} ] } ', UNBOUNDED, true).parse()
    const at = (start: number, end: number) => ({ start, end })
    expect(places).toEqual([
      "object",
      [
        [
          "field",
          ["fieldName", "a", at(2, 5)],
          [
            "misplacedArray",
            [
              ["misplacedScalar", ["number", "1", at(10, 11)], at(10, 11)],
              ["misplacedObject", [], at(12, 14)],
            ],
            at(8, 16),
          ],
          at(2, 16),
        ],
      ],
      at(1, 18),
    ])
  })
})

describe("accepts exactly what RFC 8259 does", () => {
  const values = [
    ...[
      "0",
      "-0",
      "1",
      "-1",
      "10",
      "1.5",
      "-0.1",
      "1e5",
      "1E5",
      "1e+5",
      "1e-5",
      "0e0",
      "1.0E+2",
      "123456789012345678901234567890",
    ],
    ...[
      "01",
      "-01",
      "1.",
      ".5",
      "+1",
      "-",
      "1e",
      "1e+",
      "1.e5",
      "0x10",
      "1_000",
      "NaN",
      "Infinity",
      "-Infinity",
      "1a",
      "--1",
      "1 2",
    ],
    ...[
      '""',
      '"a"',
      '"\\""',
      '"\\\\"',
      '"\\/"',
      '"\\b\\f\\n\\r\\t"',
      '"\\u0041"',
      '"\\uD83D\\uDE00"',
      '"\\ud800"',
      '"\u{1F600}"',
      '"\u2028"',
      '"\u007f"',
      '"$"',
    ],
    ...[
      '"',
      '"a',
      "'a'",
      "`a`",
      '"\\x41"',
      '"\\u004"',
      '"\\u004g"',
      '"\\U0041"',
      '"\\"',
      '"\\a"',
      '"\n"',
      '"\t"',
      '"\u0000"',
      '"\u001f"',
      '"a" "b"',
      '"a"b',
    ],
    ...["true", "false", "null", "True", "TRUE", "nul", "nulll", "truefalse", "undefined", "None", "tru e"],
    ...["[]", "[1,2]", "[1,]", "[,1]", "[1 2]", "[1", "]", "[[]]", "[1,,2]", "[}", "{]"],
    ...[
      "{}",
      '{"a":1}',
      '{"a":1,}',
      "{,}",
      '{"a"}',
      '{"a":}',
      '{"a" 1}',
      "{a:1}",
      '{1:"a"}',
      '{"a":1 "b":2}',
      '{"a"::1}',
      "{:1}",
      '{"a":1',
      "}",
    ],
    ...[
      "",
      " ",
      "//",
      "/* */1",
      "1//",
      "#",
      "\ufeff1",
      "\u00a01",
      "1\u00a0",
      "\u000b1",
      "\f1",
      "\u20281",
      " \t\n\r1 \t\n\r",
      ",",
      ":",
      "1,",
    ],
    ...["%7B%7D", "\u201ca\u201d", "\\", "$and", '"$and":[]', "@"],
  ]
  test.each(values)("%j alone", (text) => {
    expect(syntaxOf(text) === undefined).toBe(isJson(text))
  })
  test.each(values)("%j as the value of a field", (value) => {
    const text = `{"id":${value}}`
    expect(syntaxOf(text) === undefined).toBe(isJson(text))
  })
  test.each(values)("%j in a list", (value) => {
    const text = `{"id":{"$in":[1,${value}]}}`
    expect(syntaxOf(text) === undefined).toBe(isJson(text))
  })

  test("in any JSON", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (text) => {
        expect(syntaxOf(text)).toBeUndefined()
      }),
      runs(500),
    )
  })

  test("in any text of JSON's characters", () => {
    const pieces = fc.constantFrom(
      ...'{}[],:"\\ntrue0123456789.eE+-u \t$',
      '"a"',
      '"$eq"',
      '"$and"',
      "null",
      "{}",
      "\u0001",
      "\u00e9",
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = parts.join("")
        expect(syntaxOf(text) === undefined).toBe(isJson(text))
      }),
      runs(3000),
    )
  })

  test("in a filter with one change", () => {
    const edit = fc.record({
      at: fc.nat(),
      drop: fc.integer({ min: 0, max: 2 }),
      insert: fc.string({ maxLength: 2 }),
    })
    fc.assert(
      fc.property(filterText, edit, (text, { at, drop, insert }) => {
        const start = at % (text.length + 1)
        const changed = text.slice(0, start) + insert + text.slice(start + drop)
        expect(syntaxOf(changed) === undefined).toBe(isJson(changed))
      }),
      runs(1500),
    )
  })
})

test("strings decode as JSON.parse decodes them", () => {
  const escaped = fc
    .array(
      fc.oneof(
        fc.string({ unit: "binary", maxLength: 2 }).map((text) => JSON.stringify(text).slice(1, -1)),
        fc.constantFrom("\\u0041", "\\uD83D", "\\ude00", "\\/", "\\u00e9", "\\\\", '\\"', "\\n"),
      ),
    )
    .map((parts) => `"${parts.join("")}"`)
  fc.assert(
    fc.property(escaped, (image) => {
      expect(decodeString(image)).toBe(JSON.parse(image))
    }),
    runs(1000),
  )
})

test("strings are read as their published pattern says", () => {
  const pattern = publishedTokens().find(({ name }) => name === "String")?.pattern ?? ""
  const pieces = fc.constantFrom('"', "\\", "u", "0041", "n", "a", "\u0001", "\u{1F600}", "$")
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
      const text = `"${parts.join("")}`
      const { end, closed } = scanString(text, 0)
      expect(closed ? text.slice(0, end) : undefined).toBe(new RegExp(`^${pattern}`).exec(text)?.[0])
    }),
    runs(1000),
  )
})

describe("a text is cut into tokens as the lexer of Chevrotain cuts it by the same vocabulary", () => {
  const lexer = new Lexer(vocabulary, { positionTracking: "onlyOffset" })

  function agrees(text: string): void {
    const { tokens, errors } = lexer.tokenize(text)
    const stray = errors[0]?.offset
    const expected = tokens
      .filter(({ startOffset }) => stray === undefined || startOffset < stray)
      .map(({ tokenType, startOffset, image }) => [tokenType.name, startOffset, image])
    const scanned = tokensOf(text)
    expect(scanned.stray).toBe(stray)
    expect(scanned.tokens.map(({ tokenType, start, image }) => [tokenType.name, start, image])).toEqual(
      expected,
    )
  }

  test("any text", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), agrees), runs(1000))
  })

  test("any text of what tokens are made of", () => {
    const piece = fc.constantFrom(
      ..."{}[]:,\"\\ \t\n\r0123456789.eE+-$_aZ'`",
      ...[
        '"a"',
        '"$eq"',
        '"$and"',
        '"$or"',
        '"\\u0024\\u006fr"',
        '"\\n"',
        '"\n',
        "true",
        "false",
        "null",
        "nulls",
      ],
      ...["-0", "1e5", "1.5E+3", "01", "-", "\u00e9", "\u{1F600}", "\u0001"],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => agrees(pieces.join(""))),
      runs(5000),
    )
  })

  test("any filter", () => {
    fc.assert(fc.property(filterText, agrees), runs(500))
  })
})

describe("says where a text stops being JSON, and what to write", () => {
  test.each([
    ["", "", /empty/, /\{\}/],
    ["  ", "", /empty/, /\{\}/],
    ["{", "", /a name in double quotes or "}"/, undefined],
    ['{"id":5', "", /"," or "}"/, undefined],
    ['{"id":', "", /a value/, undefined],
    ["{ qty: 5 }", "qty", /a name in double quotes or "}", not qty/, /write "qty"/],
    ["{'id': 5}", "'id'", /not 'id'/, /write "id"/],
    ["{\"state\":'active'}", "'active'", /a value, not 'active'/, /write "active"/],
    ['{"id":5,}', "}", /name of a field/, /leave out the comma/],
    ['{"id":{"$in":[1,]}}', "]", /a value/, /leave out the comma/],
    ['{"id":,"state":1}', ",", /a value/, /missing/],
    ['{"id" 5}', "5", /":"/, undefined],
    ['{"id":05}', "5", /"," or "}"/, /leading zero/],
    ['{"id":+5}', "+", /U\+002B/, /write numbers/],
    ['{"id":.5}', ".", /U\+002E/, /write numbers/],
    ['{"trusted":True}', "True", /not True/, /JSON writes true/],
    ['{"trusted":None}', "None", /not None/, /JSON writes null/],
    ['{"trusted":undefined}', "undefined", /not undefined/, /JSON writes null/],
    ['{"state":"active}', '"', /not closed/, /close it/],
    ['{"state":"a\nb"}', "\n", /U\+000A/, /\\n/],
    ['{"state":"\\x41"}', "\\x", /escape/, /backslash/],
    ["{\u201cid\u201d:5}", "\u201c", /U\+201C/, /straight double quotes/],
    ["\ufeff{}", "\ufeff", /U\+FEFF/, /byte order mark/],
    ["\u00a0{}", "\u00a0", /U\+00A0/, /plain spaces/],
    ["%7B%7D", "%", /U\+0025/, /percent-encoded/],
    ["{} {}", "{", /the end of the text/, undefined],
  ])("%j", (text, marked, message, hint) => {
    const mistake = syntaxOf(text)
    expect(mistake?.message).toMatch(message)
    if (hint === undefined) expect(mistake?.hint).toBeUndefined()
    else expect(mistake?.hint).toMatch(hint)
    expect(text.slice(mistake?.span?.start, mistake?.span?.end)).toBe(marked)
  })

  test("names line and column, from 1", () => {
    expect(syntaxOf('{\r\n  "id": 5,\n\t"state" 1\n}')?.span).toMatchObject({ line: 3, column: 10 })
    expect(syntaxOf("{\r\r  x")?.span).toMatchObject({ line: 3, column: 3 })
  })
})

test("a name may be spelled with escapes", () => {
  const spelled = safeParseFilter(customers, '{"\\u0024\\u006f\\u0072":[{"\\u0069d":{"\\u0024eq":5}}]}')
  expect(spelled).toEqual(safeParseFilter(customers, '{"$or":[{"id":5}]}'))
  expect(safeParseFilter(customers, '{"$\\u0061\\u006E\\u0064":[]}').ok).toBe(true)
})
