import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { ALIASES, FOREIGN_OPERATORS, TEXT_OPERATORS } from "../../src/check/translation/foreign-operators.ts"
import { JOINS } from "../../src/check/translation/translator.ts"
import { MONGODB } from "../../src/check/unknown-operator.ts"
import { type Diagnostic, defineSchema, field, parseFilter, safeParseFilter } from "../../src/index.ts"
import { toPredicate } from "../../src/predicate.ts"
import type { Field } from "../../src/schema/field.ts"
import { operatorOf } from "../../src/schema/operators.ts"
import { runs } from "../properties/runs.ts"
import {
  aliases,
  filterMeaning,
  foreign,
  type Holds,
  joins,
  meaningOf,
  native,
  texts,
} from "./reference-meaning.ts"

const text = field.string()
const folded = field.string({ caseSensitive: false })
const schema = defineSchema({
  id: field.integer({ nullable: false }),
  score: field.number(),
  name: text,
  title: folded,
  code: field.string({ operators: ["$in", "$lt"] }),
  label: field.string({ nullable: false }),
  active: field.boolean(),
  role: field.enum(["agent", "admin"]),
  seenAt: field.datetime(),
  agent: field.reference("users"),
  secret: field.opaque(),
  tags: field.many({
    name: text,
    title: folded,
    label: field.string({ nullable: false }),
    size: field.integer(),
    seenAt: field.datetime(),
    ok: field.boolean(),
    role: field.enum(["agent", "admin"]),
    owner: field.reference("users"),
  }),
  org: field.one({ name: field.string({ nullable: false }), since: field.datetime() }),
})

/** Values of records, and operands, by type. */
const values: Readonly<Record<string, readonly unknown[]>> = {
  integer: [4, 5, 6],
  number: [-1, 0, 2.5],
  string: [
    "",
    "a",
    "ab",
    "AB",
    "aB",
    "abc",
    "ac",
    "b",
    "xaby",
    "a%",
    "a_b",
    "ab\n",
    "@",
    "@b",
    "[",
    "é",
    "ab\u{10ffff}",
  ],
  boolean: [true, false],
  enum: ["agent", "admin", "unlisted"],
  datetime: ["2024-01-01T00:00:00Z", "2024-06-01T00:00:00Z"],
  reference: [{ id: 5 }, { id: 6 }],
  opaque: ["x"],
}
const operands: Readonly<Record<string, readonly unknown[]>> = {
  ...values,
  string: [
    "",
    "a",
    "ab",
    "AB",
    "%",
    "ab%",
    "%ab",
    "%ab%",
    "a_b",
    "a\\%",
    "a\\_b",
    "@%",
    "@",
    "é",
    "\u{10ffff}",
    "5%",
  ],
  enum: ["agent"],
  reference: [5],
}
const patterns = ["", "^", "^ab", "ab$", "^ab$", "ab", "^ab.*", ".*ab", "^.*ab", "a.b", "^a\\.", "a|b", "^@"]

/** The values that the field may have, each alone, or those of related records. */
function recordsOf({ nullable, relation, type }: Field): readonly (readonly unknown[])[] {
  const own = [...(values[type] ?? []), ...(nullable ? [null, undefined] : [])]
  return relation?.cardinality === "many"
    ? [[], ...own.map((value) => [value]), ...own.flatMap((a) => own.slice(0, 3).map((b) => [a, b]))]
    : own.map((value) => [value])
}

/** A record whose field has these values. */
function recordOf({ property, relation }: Field, present: readonly unknown[]): object {
  const rows = present.map((value) => ({ [property]: value }))
  if (relation === undefined) return rows[0] ?? {}
  return { [relation.name]: relation.cardinality === "many" ? rows : (rows[0] ?? null) }
}

/** The text of the filter in a hint. Undefined if the hint shows none, or only its form. */
function shownFilter({ hint = "", path }: Diagnostic, operand: unknown): string | undefined {
  const [, operator] = RENAMED.exec(hint) ?? []
  if (operator !== undefined) return JSON.stringify({ [String(path[0])]: { [operator]: operand } })
  const [, shown] = /write (\{.*\})(?:;|$)/.exec(hint) ?? []
  return shown?.includes("…") ? undefined : shown
}

/** A hint that only names the operator. */
const RENAMED = /^(?:use|operators begin with \$: write) "?(\$\w+)"?$/

function mistakeIn(input: object): Diagnostic | undefined {
  const result = safeParseFilter(schema, input)
  return result.ok ? undefined : result.error.diagnostics[0]
}

/** Whether the hint on the condition shows a filter. If it does, the filter must match exactly the records that the condition means. */
function showsTheSame(field: Field, condition: Readonly<Record<string, unknown>>): boolean {
  const input = { [field.name]: condition }
  const mistake = mistakeIn(input)
  const shown = mistake && shownFilter(mistake, Object.values(condition)[0])
  if (mistake === undefined || shown === undefined) return false
  const result = safeParseFilter(schema, shown)
  // With the right operator, the operand may still be wrong.
  if (!result.ok && RENAMED.test(mistake.hint ?? "")) return false
  const context = `${JSON.stringify(input)}: ${mistake.hint}`
  if (!result.ok) expect.fail(`${context}: ${result.error.message}`)
  expectSame(toPredicate(result.filter), meaningOf(condition), field, context)
  return true
}

function expectSame(matches: (record: object) => boolean, holds: Holds, field: Field, context: string): void {
  for (const present of recordsOf(field)) {
    const record = recordOf(field, present)
    if (
      matches(record) !==
      holds(present.length === 0 && field.relation?.cardinality !== "many" ? [null] : present, field)
    )
      expect.fail(`${context} is wrong for ${JSON.stringify(record)}`)
  }
}

/** The values of a field in a record: of each related record, or one. */
function valuesIn(
  record: Readonly<Record<string, unknown>>,
  { property, relation }: Field,
): readonly unknown[] {
  if (relation === undefined) return [record[property]]
  const related = record[relation.name]
  return (Array.isArray(related) ? related : [related]).map((row) => row?.[property])
}

const fields = [...schema.fields.values()]

/** Operands for each name, in the forms that languages have. */
function operandsFor(name: string, { type }: Field): readonly unknown[] {
  const own = operands[type] ?? []
  const [first, second = first] = own
  const plain = name.replace(/^(?:not|is(?=not)|n(?=between|null))+/, "")
  if (["exists", "null", "isnull"].includes(plain)) return [true, false]
  if (plain === "all") return [[], [first], [first, second]]
  if (plain === "between") return [[first, second], [second, first], [first]]
  if (plain === "regex") return patterns
  if (name === "$in" || name === "$nin" || aliases[name] === "$nin")
    return [[], own, [...own.slice(0, 1), null]]
  if (["some", "none", "every", "elemmatch"].includes(plain))
    return Object.keys(native).flatMap((operator) =>
      operandsFor(operator, { type } as Field)
        .slice(0, 3)
        .map((operand) => ({ [operator]: operand })),
    )
  return [...own, null]
}

/** Names that no filter can say, negated or not. */
const unsayable = Object.keys(foreign)
  .filter((name) => foreign[name] === undefined)
  .flatMap((name) => [name, `not${name}`])
const sayable = [
  ...Object.keys(foreign)
    .filter((name) => foreign[name] !== undefined)
    .flatMap((name) => [name, `not${name}`]),
  ...Object.keys(aliases),
  ...Object.keys(texts).flatMap((name) => [
    `i${name}`,
    `${name}i`,
    `not${name}`,
    `noti${name}`,
    `not${name}i`,
  ]),
  ...["startswith", "endswith", "like", "nei", "nnull", "isnotnull", "nbetween"],
]

describe("a filter in a hint means the same as the condition", () => {
  test("the test knows all names of other languages", () => {
    expect(new Set(Object.keys(foreign))).toEqual(new Set(Object.keys(FOREIGN_OPERATORS)))
    expect(new Set(Object.keys(texts))).toEqual(new Set(Object.keys(TEXT_OPERATORS)))
    expect(aliases).toEqual(ALIASES)
    expect(new Set(Object.keys(joins))).toEqual(new Set(Object.keys(JOINS)))
  })

  test("no operator of the language is taken for one of another language", () => {
    const names = [
      ...MONGODB,
      ...[...Object.keys(FOREIGN_OPERATORS), ...Object.keys(ALIASES), ...Object.keys(JOINS).slice(2)].map(
        (name) => `$${name}`,
      ),
    ]
    expect(names.filter((name) => operatorOf(name) !== undefined)).toEqual([])
  })

  const shownFor = (name: string) =>
    fields.flatMap((field) =>
      operandsFor(name, field).filter((operand) => showsTheSame(field, { [`$${name}`]: operand })),
    )
  test.each(sayable)("$%s", (name) => expect(shownFor(name)).not.toEqual([]))
  test.each(unsayable)("no filter for $%s", (name) => expect(shownFor(name)).toEqual([]))

  test.each([...Object.keys(native), ...[...sayable, ...unsayable].map((name) => `$${name}`)])(
    "$not of %s",
    (name) => {
      for (const field of fields)
        for (const operand of operandsFor(native[name] ? name : name.slice(1), field)) {
          showsTheSame(field, { $not: { [name]: operand } })
          showsTheSame(field, { $not: { $not: { [name]: operand } } })
        }
    },
  )

  const condition = (field: Field) => {
    const all = [...Object.keys(native), ...sayable.map((name) => `$${name}`)].flatMap((name) =>
      operandsFor(native[name] ? name : name.slice(1), field).map((operand) => ({ [name]: operand })),
    )
    return fc.oneof(
      fc.constantFrom(...(operands[field.type] ?? [])),
      fc.constantFrom(...all),
      fc.record({ $not: fc.constantFrom(...all) }),
      fc.record({ $or: fc.array(fc.constantFrom(...all), { minLength: 1, maxLength: 3 }) }),
    )
  }
  const entry = fc
    .constantFrom(...fields)
    .chain((field) => condition(field).map((condition) => ({ [field.name]: condition })))
  const { filter } = fc.letrec<{ filter: Readonly<Record<string, unknown>> }>((tie) => ({
    filter: fc.oneof(
      { maxDepth: 3 },
      fc.array(entry, { minLength: 1, maxLength: 2 }).map((entries) => Object.assign({}, ...entries)),
      fc
        .constantFrom("$nor", "$not", "NOT", "$and", "$or")
        .chain((name) => fc.record({ [name]: fc.array(tie("filter"), { minLength: 1, maxLength: 3 }) })),
    ),
  }))
  const part = (relation: string | undefined) =>
    fc.record(
      Object.fromEntries(
        fields
          .filter((field) => field.relation?.name === relation)
          .map((field) => [
            field.property,
            fc.constantFrom(...(values[field.type] ?? []), ...(field.nullable ? [null] : [])),
          ]),
      ),
    )
  const record = fc
    .tuple(part(undefined), fc.array(part("tags"), { maxLength: 3 }), fc.option(part("org")))
    .map(([own, tags, org]): Readonly<Record<string, unknown>> => ({ ...own, tags, org }))

  test("joined by $nor, $not, $and and $or", () => {
    let shownFilters = 0
    fc.assert(
      fc.property(
        fc.constantFrom("$nor", "$not", "NOT", "where"),
        filter,
        fc.array(record, { minLength: 5, maxLength: 5 }),
        (name, filter, records) => {
          const input = { [name]: filter }
          const mistake = mistakeIn(input)
          const shown = mistake && shownFilter(mistake, filter)
          if (shown === undefined) return
          shownFilters++
          const matches = toPredicate(parseFilter(schema, shown))
          for (const record of records) {
            const meant = filterMeaning(name === "where" ? filter : input, (name) => {
              const field = schema.fields.get(name)
              return field && [valuesIn(record, field), field]
            })
            expect(matches(record), `${JSON.stringify(input)}: ${mistake?.hint}`).toBe(meant)
          }
        },
      ),
      runs(500),
    )
    expect(shownFilters).toBeGreaterThan(0)
  })
})
