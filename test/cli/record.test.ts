import { expect, test } from "vitest"
import { readRecord } from "../../cli/record.ts"
import { people } from "../conformance/people.ts"

test.each([
  // A number of these types means its digits.
  ['{"price":1.00000000000000000001}', { price: "1.00000000000000000001" }],
  ['{"price":9007199254740991.25}', { price: "9007199254740991.25" }],
  ['{"price":1e-400}', { price: "1e-400" }],
  ['{"price":0.1,"id":-0}', { price: 0.1, id: -0 }],
  ['{"id":9007199254740992}', { id: "9007199254740992" }],
  ['{"id":1.00000000000000000001}', { id: "1.00000000000000000001" }],
  ['{"owner":{"id":9007199254740993}}', { owner: { id: "9007199254740993" } }],
  [
    '{"tags":[null,{"rank":9007199254740993,"name":9007199254740993},[7],7]}',
    { tags: [null, { rank: "9007199254740993", name: 9007199254740992 }, [7], 7] },
  ],
  ['{"company":{"size":9007199254740993}}', { company: { size: "9007199254740993" } }],
  ['{"company":null,"tags":7}', { company: null, tags: 7 }],
  // Other fields have a number as JavaScript reads it. It must not become a text that a field of texts accepts.
  ['{"score":0.1000000000000000055511151231257827}', { score: 0.1 }],
  ['{"score":1e400}', { score: Number.POSITIVE_INFINITY }],
  ['{"name":9007199254740993}', { name: 9007199254740992 }],
  ['{"role":9007199254740993}', { role: 9007199254740992 }],
  ['{"other":9007199254740993}', { other: 9007199254740992 }],
  [String.raw`{"name":"\\\"9007199254740993","price":1e99}`, { name: '\\"9007199254740993', price: 1e99 }],
  ["[9007199254740993]", [9007199254740992]],
  ["null", null],
])("reads the record %s", (text, record) => {
  expect(readRecord(text, people)).toEqual(record)
})

test("a text may have millions of escapes", () => {
  const lines = "\n".repeat(8_000_000)
  expect(readRecord(JSON.stringify({ name: lines }), people)).toEqual({ name: lines })
})
