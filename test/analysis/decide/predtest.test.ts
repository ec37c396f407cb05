import { describe, expect, test } from "vitest"
import { disjoint, implies } from "../../../src/analysis.ts"
import { defineSchema, field, parseFilter } from "../../../src/index.ts"

/**
 * The pairs of PostgreSQL's test of its own prover (src/test/modules/test_predtest) that filters can express. It says of
 * a pair P, Q whether P holds wherever Q does (strong implication), and whether P is not true wherever Q is
 * (weak refutation). Of SQL's three values, both ask only for "true", so they mean the same for filters.
 */
const schema = defineSchema({
  x: field.boolean(),
  y: field.boolean(),
  z: field.boolean(),
  w: field.boolean(),
  n: field.integer(),
  s: field.string(),
})

const x = '{"x":true}'
const notX = '{"x":false}'
const isNull = '{"x":null}'

type Row = readonly [p: string, q: string, implied: boolean, refuted: boolean]

const pairs: Readonly<Record<string, readonly Row[]>> = {
  "one boolean": [
    [x, x, true, false],
    [x, notX, false, true],
    [notX, x, false, true],
    [notX, notX, true, false],
    ['{"x":{"$ne":null}}', x, true, false],
    ['{"n":{"$ne":null}}', '{"n":null}', false, true],
    ['{"n":null}', '{"n":{"$ne":null}}', false, true],
    ['{"x":{"$ne":true}}', x, false, true],
    // PostgreSQL does not find this refutation.
    [x, '{"x":{"$ne":true}}', false, true],
    [isNull, x, false, true],
    [x, isNull, false, true],
  ],
  "and, or": [
    [x, '{"x":true,"y":true}', true, false],
    [notX, '{"x":true,"y":true}', false, true],
    [x, '{"x":false,"y":true}', false, true],
    ['{"$or":[{"x":true},{"y":true}]}', x, true, false],
    ['{"x":true,"y":true}', x, false, false],
    ['{"x":true,"y":true}', notX, false, true],
    ['{"x":true,"y":true}', '{"y":true,"x":true}', true, false],
    ['{"y":false}', '{"y":true,"x":true}', false, true],
    ['{"$or":[{"x":true},{"y":true}]}', '{"$or":[{"y":true},{"x":true}]}', true, false],
    ['{"$or":[{"x":true},{"y":true},{"z":true}]}', '{"$or":[{"x":true},{"z":true}]}', true, false],
    ['{"x":true,"z":true}', '{"x":true,"y":true,"z":true}', true, false],
    ['{"$or":[{"z":true},{"w":true}]}', '{"$or":[{"x":true},{"y":true}]}', false, false],
    ['{"z":true,"w":true}', '{"$or":[{"x":true},{"y":true}]}', false, false],
    [x, '{"$or":[{"x":true,"y":true},{"x":true,"z":true}]}', true, false],
    ['{"$or":[{"x":true,"y":true},{"z":true}]}', '{"y":true,"x":true}', true, false],
    ['{"$or":[{"x":false},{"y":false}],"z":true}', '{"y":true,"x":true}', false, true],
    ['{"$or":[{"y":true},{"x":true}]}', '{"$or":[{"x":true},{"y":true}],"z":true}', true, false],
    ['{"x":false,"y":false}', '{"$or":[{"x":true},{"y":true}],"z":true}', false, true],
  ],
  order: [
    ['{"n":{"$lte":5}}', '{"n":{"$lte":7}}', false, false],
    ['{"n":{"$lte":5}}', '{"n":{"$gt":7}}', false, true],
    ['{"n":{"$lte":5}}', '{"n":{"$lt":7}}', false, false],
    ['{"n":5}', '{"n":7}', false, true],
    ['{"n":{"$ne":null}}', '{"n":{"$gt":7}}', true, false],
    ['{"n":{"$ne":null}}', '{"n":{"$lt":8}}', true, false],
    ['{"n":null}', '{"n":{"$gt":7}}', false, true],
    ['{"n":null}', '{"n":{"$lt":8}}', false, true],
    ['{"s":{"$ne":null}}', '{"s":{"$lt":"foo"}}', true, false],
  ],
  lists: [
    ['{"n":{"$lte":5}}', '{"n":{"$in":[1,3,5]}}', true, false],
    ['{"n":{"$lte":5}}', '{"n":{"$in":[1,3,5,7]}}', false, false],
    // A null in the list of SQL's IN is equal to nothing, so the filter leaves it out.
    ['{"n":{"$in":[1,3,5,7]}}', '{"n":{"$in":[1,3,5]}}', true, false],
    ['{"n":{"$lte":5}}', '{"$and":[{"n":{"$lt":1}},{"n":{"$lt":3}},{"n":{"$lt":5}}]}', true, false],
  ],
}

describe.each(Object.entries(pairs))("PostgreSQL's pairs with %s", (_, rows) => {
  test.each(rows)("%s, if %s", (p, q, implied, refuted) => {
    const [wanted, known] = [parseFilter(schema, p), parseFilter(schema, q)]
    expect(implies(known, wanted).answer).toBe(implied ? "yes" : "no")
    expect(disjoint(known, wanted).answer).toBe(refuted ? "yes" : "no")
  })
})
