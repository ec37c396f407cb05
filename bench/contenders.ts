import { guard } from "@ucast/mongo2js"
import { parseFilter } from "desk-filter"
import { customers } from "desk-filter/desk"
import { toPredicate } from "desk-filter/predicate"
import { Query } from "mingo"
import siftModule from "sift"
import type { Customer } from "../examples/demo/customers.ts"

// It is CommonJS: what Node imports by default is the function, whatever its types say.
const sift = siftModule as unknown as typeof siftModule.default

/** Says of a customer whether it matches. */
export type Matches = (customer: Customer) => boolean

/** Something that makes a predicate of the text of a filter. */
export interface Contender {
  readonly name: string
  readonly ours: boolean
  readonly compile: (text: string) => Matches
}

export const contenders: readonly Contender[] = [
  {
    name: "closures",
    ours: true,
    compile: (text) => toPredicate<Customer>(parseFilter(customers, text)),
  },
  {
    name: "generated code",
    ours: true,
    compile: (text) => toPredicate<Customer>(parseFilter(customers, text), { jit: true }),
  },
  { name: "@ucast/mongo2js", ours: false, compile: (text) => guard(JSON.parse(text)) as unknown as Matches },
  { name: "sift", ours: false, compile: (text) => sift<Customer>(JSON.parse(text)) },
  {
    name: "mingo",
    ours: false,
    compile: (text) => {
      const query = new Query(JSON.parse(text))
      return (customer) => query.test(customer as object as Record<string, unknown>)
    },
  },
]
