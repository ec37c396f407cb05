import { describe, expect, test } from "vitest"
import { FilterGrammar } from "../../src/grammar.ts"

const grammar = new FilterGrammar()

/** The expected tokens at the mark `|`, each with its rule. */
function assist(marked: string): readonly (readonly [label: string, rule: string | undefined])[] {
  const offset = marked.indexOf("|")
  const text = marked.replace("|", "")
  return grammar.contentAssist(text, offset).expected.map(({ label, ruleStack }) => [label, ruleStack.at(-1)])
}

const strings = [
  ["a string in double quotes", "string"],
  ['an operator such as "$eq"', "string"],
  ['"$and" or "$or"', "string"],
]
const scalars = [
  ...strings,
  ["a number", "number"],
  ["true", "boolean"],
  ["false", "boolean"],
  ["null", "null"],
]
const names = [
  ["a field name in double quotes", "fieldName"],
  ['"$and" or "$or"', "logicalName"],
]

describe("the tokens that may stand at an offset", () => {
  test.each([
    ["|", [["{", "object"]]],
    ["{|", [...names, ["}", "object"]]],
    ['{"id"|:5}', [[":", "field"]]],
    ['{"id":|', [["{", "operators"], ...scalars]],
    [
      '{"id":5|',
      [
        [",", "object"],
        ["}", "object"],
      ],
    ],
    ['{"id":5,| "state":"active"}', names],
    [
      '{"id":{|',
      [
        ['an operator such as "$eq"', "operatorName"],
        ["}", "operators"],
      ],
    ],
    ['{"id":{"$in":|[1]}}', [...scalars, ["[", "list"]]],
    ['{"id":{"$in":[|', [...scalars, ["]", "list"]]],
    ['{"id":{"$in":[1,|', scalars],
    ['{"$or":|', [["[", "filters"]]],
    [
      '{"$or":[|',
      [
        ["{", "object"],
        ["]", "filters"],
      ],
    ],
    [
      '{"$or":[{}|',
      [
        [",", "filters"],
        ["]", "filters"],
      ],
    ],
  ])("%s", (marked, expected) => {
    expect(assist(marked)).toEqual(expected)
  })

  test("are none where the text must end", () => {
    expect(assist("{}|")).toEqual([])
  })

  test.each(['{"id" 5|', "{,|", '{"id":x |', "#|", '{"id":5 #|}'])(
    "are none after the mistake in %s",
    (marked) => {
      expect(assist(marked)).toEqual([])
    },
  )

  test("are by default those at the end of the text", () => {
    expect(grammar.contentAssist('{"id"')).toEqual(grammar.contentAssist('{"id":5}', 5))
  })
})

describe("an unfinished token in front of the offset counts as missing", () => {
  test.each([
    ['{"|', "{|", 1],
    ['{"sta|te":5}', "{|", 1],
    ["{ sta|", "{ |", 2],
    ['{"id":tr|', '{"id":|', 6],
    ['{"id":"a|', '{"id":|', 6],
  ])("%s", (marked, completed, from) => {
    expect(assist(marked)).toEqual(assist(completed))
    expect(grammar.contentAssist(marked.replace("|", ""), marked.indexOf("|")).from).toBe(from)
  })

  test("a finished token does not", () => {
    expect(grammar.contentAssist('{"id":5').from).toBe(7)
    expect(grammar.contentAssist('{"id"').from).toBe(5)
  })
})

describe("inside of valid JSON that makes no valid filter, the tokens continue the JSON", () => {
  test.each([
    [
      '{"id":[1|',
      [
        [",", "misplacedArray"],
        ["]", "misplacedArray"],
      ],
    ],
    ['{"$eq":|', [["{", "misplacedObject"], ["[", "misplacedArray"], ...scalars]],
    [
      '{"id":{"a":{|',
      [
        ["a name in double quotes", "misplacedMemberName"],
        ['an operator such as "$eq"', "misplacedMemberName"],
        ['"$and" or "$or"', "misplacedMemberName"],
        ["}", "misplacedObject"],
      ],
    ],
  ])("%s", (marked, expected) => {
    expect(assist(marked)).toEqual(expected)
  })
})

test("the open rules begin with the rule of the whole text", () => {
  const [field] = grammar.contentAssist('{"$or":[{').expected
  const outer = ["filter", "object", "entry", "logical", "operands", "filters"]
  expect(field?.ruleStack).toEqual([...outer, "filter", "object", "entry", "field", "fieldName"])
})
