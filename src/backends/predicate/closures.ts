import type { Filter } from "../../filter/filter.ts"
import { type Assembly, assemble } from "./assemble.ts"
import { type Get, recordTestOf } from "./read-property.ts"
import type { ValueTest } from "./rule.ts"

const assembly: Assembly<ValueTest> = {
  all,
  any,
  test: ({ property, test }, get) => recordTestOf(property, test, get),
}

/** Builds a predicate from closures. */
export function closures(filter: Filter, get: Get | undefined): ValueTest {
  return assemble(filter, get, assembly)
}

/** Most junctions have two or three parts. Those need no loop. */
function all(parts: readonly ValueTest[]): ValueTest {
  const { 0: first, 1: second, 2: third } = parts
  if (first && second && parts.length < 4)
    return third
      ? (record) => first(record) && second(record) && third(record)
      : (record) => first(record) && second(record)
  return (record) => {
    for (const part of parts) if (!part(record)) return false
    return true
  }
}

function any(parts: readonly ValueTest[]): ValueTest {
  const { 0: first, 1: second, 2: third } = parts
  if (first && second && parts.length < 4)
    return third
      ? (record) => first(record) || second(record) || third(record)
      : (record) => first(record) || second(record)
  return (record) => {
    for (const part of parts) if (part(record)) return true
    return false
  }
}
