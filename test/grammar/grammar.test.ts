import { Lexer } from "chevrotain"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { FilterParser, type NodeFactory, type NodeTypes } from "../../grammar/generated/parser.ts"
import { FilterRules } from "../../grammar/grammar.ts"
import { Kind, Scanner, UNBOUNDED } from "../../grammar/scanner.ts"
import { scanString } from "../../grammar/strings.ts"
import { vocabulary } from "../../grammar/tokens.ts"
import { publishedTokens } from "../../grammar/tools/published-rules.ts"
import { customers } from "../../src/desk.ts"
import { type Diagnostic, safeParseFilter } from "../../src/index.ts"
import { filterText } from "../arbitraries/filters.ts"
import { runs } from "../properties/runs.ts"

/** The syntax error of a text. Undefined if it is JSON. */
function syntaxErrorOf(text: string): Diagnostic | undefined {
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

const lexer = new Lexer(vocabulary, { positionTracking: "onlyOffset" })

test("the grammar is sound: no ambiguity, no left recursion, no empty alternative", () => {
  expect(() => new FilterRules()).not.toThrow()
})

/** Makes a tree of arrays: the name of the rule, then its parts. */
const arrays = new Proxy({} as NodeFactory<NodeTypes>, {
  get:
    (_, rule) =>
    (...parts: readonly unknown[]) => [rule, ...parts],
})

test.each([
  ["1", 1],
  ["-120", -120],
  ["999999999999999", 999999999999999],
  ["-999999999999999", -999999999999999],
  ["1000000000000000", "1000000000000000"],
  ["0", "0"],
  ["-0", "-0"],
  ["1.0", "1.0"],
  ["12e3", "12e3"],
  ["12E-3", "12E-3"],
])("the generated parser reads %s as an exact integer, or keeps its text", (text, digits) => {
  expect(new FilterParser(arrays, text, UNBOUNDED, false).parse()).toEqual([
    "misplacedScalar",
    ["number", digits, undefined],
    undefined,
  ])
})

describe("accepts exactly the texts of RFC 8259", () => {
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
    expect(syntaxErrorOf(text) === undefined).toBe(isJson(text))
  })
  test.each(values)("%j as the value of a field", (value) => {
    const text = `{"id":${value}}`
    expect(syntaxErrorOf(text) === undefined).toBe(isJson(text))
  })
  test.each(values)("%j in a list", (value) => {
    const text = `{"id":{"$in":[1,${value}]}}`
    expect(syntaxErrorOf(text) === undefined).toBe(isJson(text))
  })

  test("in any JSON", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (text) => {
        expect(syntaxErrorOf(text)).toBeUndefined()
      }),
      runs(500),
    )
  })

  test("in any text of characters that JSON uses", () => {
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
        expect(syntaxErrorOf(text) === undefined).toBe(isJson(text))
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
        expect(syntaxErrorOf(changed) === undefined).toBe(isJson(changed))
      }),
      runs(1500),
    )
  })
})

test("the scanner and the published pattern agree on strings", () => {
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

class TokenLister extends Scanner {
  /** The tokens up to the first invalid character, and where that is. */
  tokens() {
    const tokens: [name: string, start: number, image: string][] = []
    for (this.advance(); this.kind !== Kind.End; this.advance()) {
      if (this.kind === Kind.Invalid) return { tokens, invalidAt: this.start }
      tokens.push([Kind[this.kind] as string, this.start, this.source.slice(this.start, this.end)])
    }
    return { tokens, invalidAt: undefined }
  }
}

describe("the scanner and Chevrotain's lexer find the same tokens", () => {
  function agrees(text: string): void {
    const { tokens, errors } = lexer.tokenize(text)
    const invalidAt = errors[0]?.offset
    const expected = tokens
      .filter(({ startOffset }) => invalidAt === undefined || startOffset < invalidAt)
      .map(({ tokenType, startOffset, image }) => [tokenType.name, startOffset, image])
    const scanned = new TokenLister(text, UNBOUNDED).tokens()
    expect(scanned.invalidAt).toBe(invalidAt)
    expect(scanned.tokens).toEqual(expected)
  }

  test("any text", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), agrees), runs(1000))
  })

  test("any text of parts of tokens", () => {
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

describe("a syntax error has a message, a hint and a span", () => {
  test.each([
    ["", "", /empty/, /\{\}/],
    ["  ", "", /empty/, /\{\}/],
    ["{", "", /a field name in double quotes or "}"/, undefined],
    ['{"id":5', "", /"," or "}"/, /^add }$/],
    ['{"id":', "", /a value/, undefined],
    ["{ qty: 5 }", "qty", /a field name in double quotes or "}", not qty/, /write "qty"/],
    ["{'id': 5}", "'id'", /not 'id'/, /write "id"/],
    ["{\"state\":'active'}", "'active'", /a value, not 'active'/, /write "active"/],
    ['{"id":5,}', "}", /a field name in double quotes/, /remove the trailing comma/],
    ['{"id":{"$in":[1,]}}', "]", /a value/, /remove the trailing comma/],
    ['{"id":,"state":1}', ",", /a value/, /write a value before the comma/],
    ['{"id" 5}', "5", /":"/, /^add : before 5$/],
    ['{"id":05}', "05", /a value, not 05/, /leading zero/],
    ['{"id":+5}', "+", /U\+002B/, /write numbers/],
    ['{"id":.5}', ".", /U\+002E/, /write numbers/],
    ['{"trusted":True}', "True", /not True/, /write true/],
    ['{"trusted":None}', "None", /not None/, /write null/],
    ['{"trusted":undefined}', "undefined", /not undefined/, /write null/],
    ['{"id":{"$in":[', "", /a value or "]"/, undefined],
    ['{"id":{"$in":[5', "", /"," or "]"/, /^add ]}}$/],
    ['{"id":-05}', "-05", /a value, not -05/, /leading zero/],
    ['{"id":5 7}', "7", /"," or "}", not 7/, /^remove 7$/],
    ['{"id":0 7}', "7", /"," or "}", not 7/, /^remove 7$/],
    ['{"id" 5}', "5", /Expected ":", not 5/, /^add : before 5$/],
    ["}", "}", /Expected a value, not }/, undefined],
    ["#", "#", /Unexpected character # \(U\+0023\)/, undefined],
    ["\u{1F600}", "\u{1F600}", /Unexpected character \u{1F600} \(U\+1F600\)/u, undefined],
    [`{${"x".repeat(70)}:1}`, "x".repeat(70), /not x{60}…$/, /write "x{60}"…/],
    ['{"state":constructor}', "constructor", /not constructor/, /write "constructor"/],
    ['{"state":"active}', '"', /no closing quote/, /add the closing "/],
    ['{"state":"a\nb"}', "\n", /U\+000A/, /\\n/],
    ['{"state":"\\x41"}', "\\x", /escape/, /backslash/],
    ['{"state":"a\u0001b"}', "\u0001", /character U\+0001 unescaped/, /write \\u0001 instead/],
    ['{"state":"\\\u{1F600}"}', "\\\u{1F600}", /followed by \u{1F600} \(U\+1F600\)/u, /backslash/],
    ['{"state":"\\u12"}', "\\u", /followed by u \(U\+0075\)/, /four hexadecimal digits/],
    ['{"state":"active\\', '"', /no closing quote/, /add the closing "/],
    ["{\u201cid\u201d:5}", "\u201c", /U\+201C/, /straight double quotes/],
    ["\ufeff{}", "\ufeff", /U\+FEFF/, /byte order mark/],
    ["\u00a0{}", "\u00a0", /U\+00A0/, /plain spaces/],
    ["%7B%7D", "%", /U\+0025/, /percent-encoded/],
    ["{} {}", "{", /the end of the text/, /\$and/],
    ["{} }", "}", /the end of the text/, /^remove }$/],
    ['{"id":1} x', "x", /the end of the text, not x/, /^remove x$/],
    ['{"id":{"$gt":1}},"state":"active"}', ",", /the end of the text/, /^remove }$/],
    ["{} a b c d e f", "a", /the end of the text/, /^remove a b c d e f$|^remove what follows/],
    ['{"id":1 "state":2}', '"state"', /"," or "}"/, /^add , before "state"$/],
    ['{"id":{"$in":[1,2,"state":"active"}', ":", /"," or "]"/, /^add ]} before ,"state"$/],
    ['{"id":NaN}', "NaN", /a value, not NaN/, /JSON has no NaN and no Infinity/],
    ['{"id":-Infinity}', "-", /U\+002D/, /JSON has no NaN and no Infinity/],
    ['{"NaN" NaN}', "NaN", /":"/, /JSON has no NaN and no Infinity/],
    ["{NaN:1}", "NaN", /a field name/, /write "NaN"/],
    ['{"id":0x10}', "0x10", /a value, not 0x10/, /decimal: write 16$/],
    ['{"id":0b101}', "0b101", /not 0b101/, /decimal: write 5$/],
    ['{"id":0xg}', "0xg", /not 0xg/, /a string: "0xg"$/],
    ['{"id":1_000}', "1_000", /not 1_000/, /write 1000$/],
    ['{"id":10n}', "10n", /not 10n/, /write 10$/],
    ['{"createdAt":{"$gt":2024-01-31}}', "2024-01-31", /not 2024-01-31/, /a string: "2024-01-31"$/],
    [
      '{"createdAt":{"$gt":2024-01-31T10:00:00Z}}',
      "2024-01-31T10:00:00Z",
      /not 2024-01-31T10:00:00Z/,
      /a string: "2024-01-31T10:00:00Z"$/,
    ],
    ["'{\"id\":5}'", "'", /a value, not '/, /for a shell/],
    ["[object Object]", "object", /not object/, /JSON.stringify/],
    ['{"id":[object Object]}', "object", /not object/, /JSON.stringify/],
    ['{"state":"A', '"', /no closing quote/, /%26/],
    ['{"state:"active"}', '"', /no closing quote/, /^add the closing "$/],
    ['{"state":active"}', 'active"', /not active"/, /write "active"/],
    ['{"id":ObjectId("5")}', "ObjectId(", /not ObjectId\(/, /no functions/],
    ['{"id":{"$gt":new Date()}}', "new", /not new/, /no functions/],
    ["filter={}", "filter=", /not filter=/, /what follows "filter="/],
    ['{"id"=5}', "=", /U\+003D/, /write ":"/],
    ['{"id":5;"state":1}', ";", /U\+003B/, /write ","/],
    ['{"id":5} // all', "/", /U\+002F/, /comments/],
  ])("%j", (text, marked, message, hint) => {
    const diagnostic = syntaxErrorOf(text)
    expect(diagnostic?.message).toMatch(message)
    if (hint === undefined) expect(diagnostic?.hint).toBeUndefined()
    else expect(diagnostic?.hint).toMatch(hint)
    expect(text.slice(diagnostic?.span?.start, diagnostic?.span?.end)).toBe(marked)
  })

  test("line and column begin at 1", () => {
    expect(syntaxErrorOf('{\r\n  "id": 5,\n\t"state" 1\n}')?.span).toMatchObject({ line: 3, column: 10 })
    expect(syntaxErrorOf("{\r\r  x")?.span).toMatchObject({ line: 3, column: 3 })
  })
})

test("an error of the node factory reaches the caller", () => {
  const failing = new Proxy({} as NodeFactory<NodeTypes>, {
    get: () => () => {
      throw new Error("failing")
    },
  })
  expect(() => new FilterParser(failing, "{}", UNBOUNDED, false).parse()).toThrow("failing")
})

test("a name can contain escapes", () => {
  const spelled = safeParseFilter(customers, '{"\\u0024\\u006f\\u0072":[{"\\u0069d":{"\\u0024eq":5}}]}')
  expect(spelled).toEqual(safeParseFilter(customers, '{"$or":[{"id":5}]}'))
  expect(safeParseFilter(customers, '{"$\\u0061\\u006E\\u0064":[]}').ok).toBe(true)
})
