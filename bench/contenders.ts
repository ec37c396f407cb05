import { guard } from "@ucast/mongo2js"
import { parseFilter } from "desk-filter"
import { customers } from "desk-filter/desk"
import { toPredicate } from "desk-filter/predicate"
import { Query } from "mingo"
import siftModule from "sift"
import type { Customer } from "../examples/demo/customers.ts"

// sift is CommonJS. Node's default import is the function itself, although the types say otherwise.
const sift = siftModule as unknown as typeof siftModule.default

/** Returns whether a customer matches. */
export type Matches = (customer: Customer) => boolean

/** A library, or a mode of this one, that compiles the text of a filter to a predicate. */
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
