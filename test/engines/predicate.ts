import { type PredicateOptions, toPredicate } from "../../src/predicate.ts"
import type { Person } from "../conformance/people.ts"
import type { Engine } from "./engine.ts"

/** The records in memory. */
export async function openPredicate(jit: PredicateOptions["jit"] = false): Promise<Engine> {
  let loaded: readonly Person[] = []
  return {
    backend: "predicate",
    name: "JavaScript",
    async load(records) {
      loaded = records
    },
    async find(filter) {
      return loaded.filter(toPredicate<Person>(filter, { jit })).map(({ id }) => id)
    },
    async close() {},
  }
}
