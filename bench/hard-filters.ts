import { defineSchema, field } from "desk-filter"

/** JSON of a filter. */
export type Json = { readonly [name: string]: unknown }

/** A filter near the default limits that is hard to reason about, and another one to compare it with. */
export type Hard = readonly [filter: Json, other: Json]

const each = <Item>(count: number, make: (i: number) => Item) =>
  Array.from({ length: count }, (_, i) => make(i))

/** One or two letters, because the length of a text is limited. */
function nameOf(i: number): string {
  const letter = String.fromCharCode(97 + (i % 26))
  return i < 26 ? letter : `${letter}${Math.floor(i / 26)}`
}

const integers = (count: number) =>
  Object.fromEntries(each(count, (i) => [nameOf(i), field.integer()])) as Record<
    string,
    ReturnType<typeof field.integer>
  >

export const schema = defineSchema({
  ...integers(900),
  text: field.string(),
  decimal: field.decimal(),
  date: field.date(),
  one: field.one(integers(60)),
  many: field.many({
    number: field.integer(),
    text: field.string(),
    flag: field.boolean({ nullable: false }),
  }),
})

/** Numbers below a limit that look random and are always the same. */
function numbers(): (limit: number) => number {
  let state = 7
  return (limit) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return Math.floor((state / 2 ** 31) * limit)
  }
}

/** The same filter with the operands of each list in the opposite order. */
function reversed(json: Json): Json {
  return Object.fromEntries(
    Object.entries(json).map(([name, value]) => [
      name,
      name === "$and" || name === "$or" ? (value as readonly Json[]).map(reversed).reverse() : value,
    ]),
  )
}

const withItself = (json: Json): Hard => [json, reversed(json)]

/** Clauses of three fields with two values each. About 4.2 times as many clauses as fields are hardest to satisfy. */
function clauses(fields: number, count: number, seed = numbers()): readonly Json[][] {
  return each(count, () => each(3, () => ({ [nameOf(seed(fields))]: seed(2) })))
}

/** Products of conditions on some of the fields: a query by example, many times. */
function products(
  prefix: string,
  fields: number,
  values: number,
  factors: number,
  count: number,
  seed = numbers(),
): Json {
  return {
    $or: each(count, () =>
      Object.fromEntries(each(factors, () => [prefix + nameOf(seed(fields)), seed(values)])),
    ),
  }
}

/** That each pigeon has its own hole, for more pigeons than holes. Then one of these conditions fails. */
function pigeons(count: number, holes: number, isIn: (pigeon: number, hole: number) => Json) {
  return {
    housed: each(count, (pigeon) => each(holes, (hole) => isIn(pigeon, hole))),
    together: each(count, (a) =>
      each(a, (b) => each(holes, (hole) => [isIn(a, hole), isIn(b, hole)] as const)),
    ).flat(2),
  }
}

/** The pigeons as fields, whose values are the holes. It matches every record. */
function pigeonFields(prefix: string, count: number): Json {
  const holes = count - 1
  const field = (pigeon: number) => prefix + nameOf(pigeon)
  const { together } = pigeons(count, holes, (pigeon, hole) => ({ [field(pigeon)]: hole }))
  const homeless = each(count, (pigeon) => ({ [field(pigeon)]: { $nin: each(holes, (hole) => hole) } }))
  return { $or: [...homeless, ...together.map(([a, b]) => ({ ...a, ...b }))] }
}

/** The pigeons in their holes as texts inside one text. The first filter implies the second one. */
function pigeonTexts(count: number): Hard {
  const { housed, together } = pigeons(count, count - 1, (pigeon, hole) => ({
    text: { $contains: `<${pigeon},${hole}>` },
  }))
  return [{ $and: housed.map(($or) => ({ $or })) }, { $or: together.map(($and) => ({ $and })) }]
}

function nested(levels: number): Json {
  return levels === 0
    ? { text: "a" }
    : { [nameOf(levels)]: 1, $or: [{ [nameOf(levels + 30)]: { $gt: levels } }, nested(levels - 1)] }
}

const random = numbers()
const letters = each(100, (i) => String.fromCharCode(0x4e00 + i))

export const hardFilters: Readonly<Record<string, Hard>> = {
  "240 clauses of 3 of 57 fields": [
    { $and: clauses(57, 240).map(($or) => ({ $or })) },
    { $and: clauses(57, 240, random).map(($or) => ({ $or })) },
  ],
  "275 products of 3 of 65 fields": withItself({
    $or: [
      ...clauses(65, 275).map((parts) => Object.assign({}, ...parts)),
      ...each(65, (i) => ({ [nameOf(i)]: { $nin: [0, 1] } })),
    ],
  }),
  "210 products of 5 of 8 fields": [products("", 8, 142, 5, 210), products("", 8, 142, 5, 210, random)],
  "330 products of 3 of 13 related fields": [
    products("one.", 13, 165, 3, 330),
    products("one.", 13, 165, 3, 330, random),
  ],
  "10 pigeons, 9 holes": withItself(pigeonFields("", 10)),
  "9 pigeons in a relation to one": withItself(pigeonFields("one.", 9)),
  "7 pigeons as texts inside": pigeonTexts(7),
  "160 rectangles": withItself({
    $or: each(160, (i) => {
      const j = (i * 7) % 160
      return { a: { $gt: i * 3, $lte: i * 3 + 3 }, b: { $gt: j, $lte: j + 3 } }
    }),
  }),
  "110 boxes of 3 fields": withItself({
    $or: each(110, () =>
      Object.fromEntries(
        each(3, (i) => {
          const low = random(10)
          return [nameOf(i), { $gte: low, $lte: low + 5 }]
        }),
      ),
    ),
  }),
  "490 texts inside": withItself({ $or: each(490, (i) => ({ text: { $contains: `a${i}` } })) }),
  "100 texts inside, 100 gaps": [
    { text: { $gt: "\u4e00\u4e00", $lt: letters.at(-1), $nin: letters.map((letter) => letter.repeat(80)) } },
    {
      $or: [
        ...letters.map((letter) => ({ text: { $contains: letter } })),
        ...each(100, (i) => ({ text: { $contains: "q".repeat(40) + i } })),
      ],
    },
  ],
  "30 long texts": [
    {
      $and: [
        ...each(7, (i) => ({ text: { $contains: "a".repeat(1000) + i } })),
        { text: { $nin: each(8, (i) => `${"a".repeat(1000)}b${i}`) } },
      ],
    },
    {
      $or: [
        ...each(7, (i) => ({ text: { $contains: `${i}a` } })),
        ...each(10, (i) => ({ text: { $contains: "a".repeat(800) + "b".repeat(i + 3) } })),
      ],
    },
  ],
  "3 lists of 1000 integers": withItself({
    $and: each(3, (i) => ({ $or: [{ a: { $in: each(1000, (j) => j + 500 * i) } }, { b: i }] })),
  }),
  "1000 dates": withItself({
    date: {
      $nin: each(1000, (i) => new Date(i * 3 * 86_400_000).toISOString().slice(0, 10)),
    },
  }),
  "1000 decimals": withItself({ decimal: { $in: each(1000, (i) => `${i}.25`) } }),
  "900 fields, all": withItself(Object.fromEntries(each(900, (i) => [nameOf(i), 1]))),
  "900 fields, any": withItself({ $or: each(900, (i) => ({ [nameOf(i)]: 1 })) }),
  "330 alternatives": withItself({
    $and: each(330, (i) => ({ $or: [{ [nameOf(2 * i)]: 1 }, { [nameOf(2 * i + 1)]: 1 }] })),
  }),
  "330 alternatives in a chain": withItself({
    $and: each(330, (i) => ({ $or: [{ [nameOf(i)]: 1 }, { [nameOf(i + 1)]: 0 }] })),
  }),
  "15 levels of $or": withItself(nested(15)),
  "48 conditions of a relation to many": withItself({
    $and: each(24, (i) => ({
      $or: [
        { "many.number": { $in: each(30, (j) => j * (i + 1)) } },
        { "many.number": { $nin: each(30, (j) => j * (i + 2)) } },
      ],
    })),
  }),
  "48 texts inside of a relation to many": withItself({
    $and: each(24, (i) => ({
      $or: [{ "many.text": { $contains: `a${i}` } }, { "many.text": { $ne: `a${i + 9}` } }],
    })),
  }),
}
