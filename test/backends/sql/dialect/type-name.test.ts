import { expect, test } from "vitest"
import { labelsOf, readTypeName } from "../../../../src/backends/sql/dialect/type-name.ts"

test.each([
  ["text", "text", []],
  ["NUMERIC(10, 2)", "numeric", ["10", "2"]],
  ["timestamp(3)  without time zone", "timestamp without time zone", ["3"]],
  ["decimal(10,2) unsigned", "decimal unsigned", ["10", "2"]],
  ["Nullable(DateTime64(6, 'UTC'))", "nullable", ["DateTime64(6, 'UTC')"]],
  ["LowCardinality(Nullable(Decimal(10, 2)))", "lowcardinality", ["Nullable(Decimal(10, 2))"]],
  ["enum('a,b','it''s','c)')", "enum", ["'a,b'", "'it''s'", "'c)'"]],
  ["Enum8('it\\'s' = 1, 'b' = 2)", "enum8", ["'it\\'s' = 1", "'b' = 2"]],
  ["broken)(", "broken)(", []],
])("%s", (text, name, args) => {
  expect(readTypeName(text)).toEqual({ name, args })
})

test.each([
  ["enum('a,b','it''s','c)')", ["a,b", "it's", "c)"]],
  ["Enum8('it\\'s' = 1, 'b' = 2)", ["it's", "b"]],
  ["enum('line\nbreak')", ["line\nbreak"]],
  ["numeric(10,2)", []],
])("the labels of %s", (text, labels) => {
  expect(labelsOf(readTypeName(text))).toEqual(labels)
})
