import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  complement,
  everyValue,
  has,
  type IntervalSet,
  includes,
  intersection,
  type Point,
  pointSet,
  pointsBetween,
  ray,
  reachesHighest,
  union,
  withinListed,
} from "../../src/analysis/interval-set.ts"
import { runs } from "../properties/runs.ts"

/** A set with the values that it should have. */
interface Modelled {
  readonly set: IntervalSet<string>
  readonly members: ReadonlySet<number | null>
}

/** The points that sets are made of. */
const points = [0, 2, 4, 6]
/** The points, the values between them and beyond them, and null. */
const values = [...Array.from({ length: 9 }, (_, i) => i - 1), null]

const label = (at: number): Point<string> => ({ at, label: `the value ${at}` })
const valuesWhere = (test: (value: number | null) => boolean) => new Set(values.filter(test))
const isAbove = (at: number) => (value: number | null) => value !== null && value > at
const isBelow = (at: number) => (value: number | null) => value !== null && value < at

/** What the set says about each of the values. */
function membersOf(set: IntervalSet<unknown>): ReadonlySet<number | null> {
  return valuesWhere((value) => (value === null ? set.null : has(set, value)))
}

const point = fc.constantFrom(...points)
const ofPoints = fc.tuple(fc.array(point, { maxLength: 6 }), fc.boolean()).map(
  ([listed, hasNull]): Modelled => ({
    set: pointSet(listed.map(label), hasNull),
    members: valuesWhere((value) => (value === null ? hasNull : listed.includes(value))),
  }),
)
const ofRay = fc.tuple(point, fc.constantFrom("below", "above"), fc.boolean()).map(
  ([at, side, inclusive]): Modelled => ({
    set: ray(label(at), side, inclusive),
    members: valuesWhere(
      (value) => (side === "below" ? isBelow(at) : isAbove(at))(value) || (inclusive && value === at),
    ),
  }),
)
const every: Modelled = { set: everyValue, members: valuesWhere((value) => value !== null) }

/** Sets made by all operations, with the members that each operation should give. */
const { modelled } = fc.letrec<{ modelled: Modelled; list: Modelled[] }>((tie) => ({
  modelled: fc.oneof(
    { maxDepth: 3, depthIdentifier: "sets" },
    ofPoints,
    ofRay,
    fc.constant(every),
    tie("modelled").map(({ set, members }) => ({
      set: complement(set),
      members: valuesWhere((value) => !members.has(value)),
    })),
    tie("list").map((list) => ({
      set: intersection(list.map(({ set }) => set)),
      members: valuesWhere((value) => list.every(({ members }) => members.has(value))),
    })),
    tie("list").map((list) => ({
      set: union(list.map(({ set }) => set)),
      members: valuesWhere((value) => list.some(({ members }) => members.has(value))),
    })),
  ),
  list: fc.array(tie("modelled"), { minLength: 1, maxLength: 4, depthIdentifier: "sets" }),
}))

describe("a set agrees with its members, one by one,", () => {
  const check = (agrees: (modelled: Modelled) => void) => fc.assert(fc.property(modelled, agrees), runs(2000))

  test("about each value", () => {
    check(({ set, members }) => {
      expect(membersOf(set)).toEqual(members)
    })
  })

  test("about the values above every point", () => {
    check(({ set, members }) => {
      expect(reachesHighest(set)).toBe(members.has(7))
    })
  })

  test("and has boundaries only where membership changes, from the smallest value up", () => {
    check(({ set, members }) => {
      const neighbours = points.flatMap((at) => [
        { at, after: false, changes: members.has(at - 1) !== members.has(at) },
        { at, after: true, changes: members.has(at) !== members.has(at + 1) },
      ])
      expect(set.boundaries.map(({ at, after }) => ({ at, after, changes: true }))).toEqual(
        neighbours.filter(({ changes }) => changes),
      )
      for (const boundary of set.boundaries) expect(boundary.label).toBe(`the value ${boundary.at}`)
    })
  })

  test("about the points of another that it includes", () => {
    fc.assert(
      fc.property(modelled, ofPoints, (one, other) => {
        const isContained = [...other.members].every((value) => one.members.has(value))
        expect(includes(one.set, other.set)).toBe(isContained)
      }),
      runs(2000),
    )
  })

  test("about its single values", () => {
    check(({ set, members }) => {
      const between = values.filter((value) => value !== null && !points.includes(value))
      const hasOnlyPoints = between.every((value) => !members.has(value))
      const found = set.lowest ? undefined : pointsBetween(set.boundaries)
      const held = points.filter((at) => members.has(at)).map((at) => label(at).label)
      expect(found).toEqual(hasOnlyPoints ? held : undefined)
    })
  })

  test("within listed values: all of them are every value, and none of them no value", () => {
    fc.assert(
      fc.property(ofPoints, fc.boolean(), ({ set }, isNegative) => {
        const chosen = isNegative ? complement(set) : set
        const listed = withinListed(chosen, points.length)
        const [first, ...others] = points.map((at) => has(chosen, at))
        const isUniform = others.every((other) => other === first)
        expect(listed).toEqual(isUniform ? { ...chosen, lowest: first, boundaries: [] } : chosen)
      }),
      runs(2000),
    )
  })
})

describe("listed values", () => {
  test("null stays what it is", () => {
    expect(withinListed(pointSet([label(2)], true), 1)).toEqual({ ...everyValue, null: true })
  })
})

describe("without any set,", () => {
  test("the intersection has every value, and the union has none", () => {
    expect(intersection([])).toEqual({ ...everyValue, null: true })
    expect(union([])).toEqual(pointSet([], false))
  })
})

describe("included points", () => {
  test.each([
    ["null is no value of everyValue", pointSet<string>([], true), everyValue, false],
    [
      "null is in the complement of the empty set",
      pointSet<string>([], true),
      complement(pointSet([], false)),
      true,
    ],
    [
      "a list with null is in no list without it",
      pointSet([label(2)], true),
      pointSet([label(2)], false),
      false,
    ],
    [
      "a list without null is in the list with it",
      pointSet([label(2)], false),
      pointSet([label(2)], true),
      true,
    ],
    ["no null is in a ray", pointSet([label(4)], true), ray(label(2), "above"), false],
  ] as const)("%s", (_, points, set, expected) => expect(includes(set, points)).toBe(expected))
})

test("points may come in any order, and more than once: the first label counts", () => {
  const set = pointSet(
    [
      { at: "b", label: 1 },
      { at: "a", label: 2 },
      { at: "b", label: 3 },
    ],
    false,
  )
  expect(set.boundaries).toEqual([
    { at: "a", label: 2, after: false },
    { at: "a", label: 2, after: true },
    { at: "b", label: 1, after: false },
    { at: "b", label: 1, after: true },
  ])
})
