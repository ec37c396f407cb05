import type { Contender, Saved } from "./contenders.ts"
import { withInstants } from "./instants.ts"
import { escaped, isDatetime, type Language, type Operator, type Scalar, translate } from "./translate.ts"

/** What is used of Koncorde. The package is in this folder only, so the compiler does not see its types. */
interface Koncorde {
  register(filter: object): string
  test(record: object): string[]
}

type Write = (name: string, operand: Scalar | readonly Scalar[]) => object

const range =
  (bound: string): Write =>
  (name, operand) => ({
    range: { [name]: { [bound]: isDatetime(name) ? Date.parse(String(operand)) : operand } },
  })
const equals: Write = (name, operand) => ({ equals: { [name]: operand } })
/** The keyword `in` takes texts only. */
const within: Write = (name, operand) => {
  const values = operand as readonly Scalar[]
  return values.every((value) => typeof value === "string")
    ? { in: { [name]: values } }
    : { or: values.map((value) => equals(name, value)) }
}

const conditions: Readonly<Record<Operator, Write>> = {
  $eq: equals,
  $ne: (name, operand) => ({ not: equals(name, operand) }),
  $lt: range("lt"),
  $lte: range("lte"),
  $gt: range("gt"),
  $gte: range("gte"),
  $in: within,
  $nin: (name, operand) => ({ not: within(name, operand) }),
  $contains: (name, operand) => ({ regexp: { [name]: { value: escaped(String(operand)) } } }),
}

/** A keyword of Koncorde takes one field, and a range has both bounds in one. */
const language: Language<object> = {
  and: (parts) => ({ and: parts }),
  or: (parts) => ({ or: parts }),
  field: (name, all) => {
    const written = all.map(([operator, operand]) => conditions[operator](name, operand))
    const bounds = written.flatMap((part) =>
      "range" in part ? [(part.range as Record<string, object>)[name]] : [],
    )
    const rest = written.filter((part) => !("range" in part))
    const parts = bounds.length === 0 ? rest : [...rest, { range: { [name]: Object.assign({}, ...bounds) } }]
    const [only] = parts
    return parts.length === 1 && only !== undefined ? only : { and: parts }
  },
}

/** Koncorde, of the server Kuzzle. It has an index in native code. */
export async function koncorde(): Promise<Contender> {
  const name = "koncorde"
  const { Koncorde } = (await import(name)) as { readonly Koncorde: new () => Koncorde }
  return {
    name: "Koncorde",
    filters: 10_000,
    records: 30,
    without: { relations: "it has no conditions on the objects of a list" },
    prepare: withInstants,
    build: (saved: readonly Saved[]) => {
      const index = new Koncorde()
      // Filters that mean the same have one id, and it answers with that.
      const places = new Map<string, number[]>()
      for (const [place, { written }] of saved.entries()) {
        const id = index.register(translate(written, language))
        const same = places.get(id)
        if (same === undefined) places.set(id, [place])
        else same.push(place)
      }
      return {
        match: (record) => index.test(record),
        placesIn: (answer) => (answer as readonly string[]).flatMap((id) => places.get(id) ?? []),
      }
    },
  }
}
