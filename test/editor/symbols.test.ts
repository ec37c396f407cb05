import fc from "fast-check"
import { expect, test } from "vitest"
import { type FilterSymbol, symbols } from "../../src/editor.ts"
import { defineSchema, field } from "../../src/index.ts"
import { people } from "../conformance/people.ts"
import { runs } from "../properties/runs.ts"
import { changedFilter } from "./changed-texts.ts"

/** Each symbol as a line, with its part of the text. */
function outline(text: string, schema: typeof people = people): readonly string[] {
  const lines = (list: readonly FilterSymbol[], indentation: string): string[] =>
    list.flatMap(({ kind, name, detail, span, children }) => [
      `${indentation}${kind} ${name} (${detail ?? ""}): ${text.slice(span.start, span.end)}`,
      ...lines(children, `${indentation}  `),
    ])
  return lines(symbols(schema, text), "")
}

test("fields, operators, logical operators and their filters", () => {
  const text = '{"id":5,"name":{"$gt":"a","$in":["x", null]},"$or":[{"active":true},{"id":1,"$and":[ ]} ] }'
  expect(outline(text)).toEqual([
    'field id (5): "id":5',
    'field name (string): "name":{"$gt":"a","$in":["x", null]}',
    '  operator $gt ("a"): "$gt":"a"',
    '  operator $in (["x", null]): "$in":["x", null]',
    'logical $or (): "$or":[{"active":true},{"id":1,"$and":[ ]} ]',
    '  filter 1 (active): {"active":true}',
    '    field active (true): "active":true',
    '  filter 2 (id, $and): {"id":1,"$and":[ ]}',
    '    field id (1): "id":1',
    '    logical $and (): "$and":[ ]',
  ])
})

test("the span of a name", () => {
  expect(symbols(people, '{ "$or" : [ {} ] }')).toEqual([
    {
      name: "$or",
      kind: "logical",
      span: { start: 2, end: 16 },
      nameSpan: { start: 2, end: 7 },
      children: [
        {
          name: "1",
          kind: "filter",
          span: { start: 12, end: 14 },
          nameSpan: { start: 12, end: 14 },
          children: [],
        },
      ],
    },
  ])
})

test.each([
  ['{"x":{"$gt":1}}', ['field x (): "x":{"$gt":1}', '  operator $gt (1): "$gt":1']],
  [
    '{"id":{"$in":[1,,2]',
    ['field id (integer): "id":{"$in":[1,,2]', '  operator $in ([1, …, 2]): "$in":[1,,2]'],
  ],
  ['{"id":[1,[2],{}]}', ['field id ([1, …, …]): "id":[1,[2],{}]']],
  [
    '{"id":{"$eq":{"x":1}}}',
    ['field id (integer): "id":{"$eq":{"x":1}}', '  operator $eq (): "$eq":{"x":1}'],
  ],
  ['{"id":,"name":"a"}', ['field id (integer): "id":', 'field name ("a"): "name":"a"']],
  [
    '{:5,"name":{:1,"$gt":"a"}}',
    ['field name (string): "name":{:1,"$gt":"a"}', '  operator $gt ("a"): "$gt":"a"'],
  ],
  [
    '{"$or":[{"id":1},5,{"id":2}',
    [
      'logical $or (): "$or":[{"id":1},5,{"id":2}',
      '  filter 1 (id): {"id":1}',
      '    field id (1): "id":1',
      '  filter 3 (id): {"id":2}',
      '    field id (2): "id":2',
    ],
  ],
  ['{"$or":{"id":1}}', ['logical $or (): "$or":{"id":1}']],
  [
    '{"$or":[{"id":1},]}',
    ['logical $or (): "$or":[{"id":1},]', '  filter 1 (id): {"id":1}', '    field id (1): "id":1'],
  ],
  ['{"$or":[', ['logical $or (): "$or":[']],
  ["", []],
  ["[{}]", []],
  ["5", []],
])("%s", (text, lines) => {
  expect(outline(text)).toEqual(lines)
})

function detailOf(operand: string): string | undefined {
  return symbols(people, `{"name":{"$eq":${operand}}}`)[0]?.children[0]?.detail
}

test("details are short and safe to show", () => {
  expect(detailOf(`"${"x".repeat(38)}"`)).toBe(`"${"x".repeat(38)}"`)
  expect(detailOf(`"${"x".repeat(39)}"`)).toBe(`"${"x".repeat(38)}…`)
  expect(detailOf('"a\u202eb"')).toBe('"a\\u202eb"')
  // Neither half of an escape nor half of a surrogate pair is left.
  expect(detailOf(`"${"x".repeat(35)}\u202e"`)).toBe(`"${"x".repeat(35)}…`)
  expect(detailOf(`"${"x".repeat(37)}😀"`)).toBe(`"${"x".repeat(37)}…`)
  expect(detailOf(`"${"x".repeat(36)}😀"`)).toBe(`"${"x".repeat(36)}😀"`)
  expect(detailOf(`[${Array(900).fill(12)}]`)).toBe(`[${"12, ".repeat(9)}12…`)
})

test.each([
  ["idd", "idd"],
  ["", '""'],
  ["  ", '"  "'],
  ["a\u202e", '"a\\u202e"'],
  ["x".repeat(61), `"${"x".repeat(60)}"…`],
])("the unknown name %j", (name, shown) => {
  expect(symbols(people, `{"${name}":1}`)[0]?.name).toBe(shown)
})

test("a known name is shown as it is", () => {
  const name = "x".repeat(100)
  expect(symbols(defineSchema({ [name]: field.integer() }), `{"${name}":1}`)[0]?.name).toBe(name)
})

test("a text that a server would find too long has symbols, and what is not a schema is refused", () => {
  expect(symbols(people, `{"id":5${" ".repeat(16_384)}}`)).toHaveLength(1)
  expect(() => symbols({} as typeof people, "{}")).toThrow(TypeError)
})

test("never throws, and the spans of children and names are in those of their parents, in order", () => {
  const expectNested = (list: readonly FilterSymbol[], start: number, end: number): void => {
    let from = start
    for (const { name, detail, kind, span, nameSpan, children } of list) {
      expect(span.start).toBeGreaterThanOrEqual(from)
      expect(span.end).toBeLessThanOrEqual(end)
      expect(nameSpan.start).toBe(span.start)
      expect(nameSpan.end).toBeGreaterThan(nameSpan.start)
      expect(nameSpan.end).toBeLessThanOrEqual(span.end)
      expect(name.trim()).not.toBe("")
      expect(detail?.length ?? 1).toBeGreaterThan(0)
      expect(detail?.length ?? 1).toBeLessThanOrEqual(40)
      expectNested(children, kind === "filter" ? span.start : nameSpan.end, span.end)
      from = span.end
    }
  }
  fc.assert(
    fc.property(changedFilter, (text) => expectNested(symbols(people, text), 0, text.length)),
    runs(2000),
  )
})
