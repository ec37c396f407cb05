import type { OperatorTest } from "../../../schema/operators.ts"
import { inBackticks } from "../dialect/quoting.ts"
import type { IndexNeed, InspectedColumn } from "../inspect/catalog.ts"
import { freeName } from "../inspect/free-name.ts"
import type { ClickhouseType, Form } from "./column-type.ts"

type Column = InspectedColumn<ClickhouseType>

/** The kinds of indexes that skip rows, the first of which the hint creates. */
interface Skipping {
  readonly form: (type: ClickhouseType) => Form
  readonly kinds: readonly [string, ...string[]]
}

/** Types of parameters that a Bloom filter takes and whose values have no range in a part of a table. */
const scattered: ReadonlySet<string> = /* @__PURE__ */ new Set(["String", "UUID"])

const ofEquality = (type: ClickhouseType): Form => type.equality

const equality: Skipping = { form: ofEquality, kinds: ["minmax", "set", "bloom_filter"] }
const byHash: Skipping = { form: ofEquality, kinds: ["bloom_filter", "set", "minmax"] }
const order: Skipping = { form: (type) => type.ordered, kinds: ["minmax"] }

/** Which index serves operators that make a test. The position of a text is found by none. */
const skippingFor: Readonly<Record<OperatorTest, (type: ClickhouseType) => Skipping | undefined>> = {
  equality: (type) => (scattered.has(type.equality.parameter) ? byHash : equality),
  order: () => order,
  text: () => undefined,
}

/** The sorting key serves if it begins with the form that the condition compares. */
export function indexFor(
  column: Column,
  test: OperatorTest,
  taken: readonly string[],
): IndexNeed | undefined {
  const { table, name, type } = column
  const skipping = skippingFor[test](type)
  if (skipping === undefined) return undefined
  const { operand } = skipping.form(type)
  const key = operand(/^[A-Za-z_]\w*$/.test(name) ? name : quoted(name))
  // The name of a column stands in keys without quotes.
  const known = key === quoted(name) ? name : key
  const [kind] = skipping.kinds
  const index = quoted(freeName(`${name}_${kind}`, taken))
  return {
    keys: [known, ...skipping.kinds.map((kind) => `${kind} ${known}`)],
    create: `ALTER TABLE ${table.map(quoted).join(".")} ADD INDEX ${index} ${operand(quoted(name))} TYPE ${kind}, MATERIALIZE INDEX ${index}`,
  }
}

function quoted(name: string): string {
  return inBackticks(name.replaceAll("\\", "\\\\"))
}
