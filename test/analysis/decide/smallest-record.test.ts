import { expect, test } from "vitest"
import { implies } from "../../../src/analysis/implies.ts"
import { defineSchema, field, parseFilter } from "../../../src/index.ts"

const schema = defineSchema({
  price: field.decimal(),
  company: field.one({ isOpen: field.boolean({ nullable: false }) }),
  tags: field.many({
    name: field.string(),
    rank: field.integer({ nullable: false }),
    isNew: field.boolean(),
  }),
})

/** The search finds more than each question needs, and one part is needless only after another one is left out. */
const questions: readonly (readonly [known: string, wanted: string])[] = [
  [
    '{"$or":[{"price":{"$lte":0.1}},{"company.isOpen":{"$ne":true}},{"tags.rank":0}]}',
    '{"company.isOpen":{"$in":[false,null]},"tags.rank":5}',
  ],
  ['{"$or":[{"tags.rank":9},{"tags.rank":{"$nin":[-9,9]}}]}', '{"tags.rank":{"$gte":0,"$ne":1,"$lte":9}}'],
  [
    '{"$or":[{"tags.isNew":{"$nin":[null,true]}},{"tags.isNew":false}]}',
    '{"tags.isNew":{"$nin":[true,null]},"tags.name":{"$contains":"x"}}',
  ],
  [
    '{"$or":[{"company.isOpen":{"$nin":[null,true]}},{"tags.name":{"$gt":"k"}},{"tags.name":null},{"tags.name":{"$ne":"a"}}]}',
    '{"tags.name":{"$contains":"a","$ne":"a"},"company.isOpen":{"$nin":[null,false]}}',
  ],
]

test.each(questions)("%s does not imply %s for the empty record", (known, wanted) => {
  expect(implies(parseFilter(schema, known), parseFilter(schema, wanted))).toEqual({
    answer: "no",
    record: {},
  })
})
