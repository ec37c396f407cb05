import type { Filter } from "../../filter/filter.ts"
import { type Assembly, assemble } from "./assemble.ts"
import { type Get, testOf } from "./reading.ts"
import type { ValueTest } from "./rule.ts"

const assembly: Assembly<ValueTest> = {
  all,
  any,
  ask: ({ property, test }, get) => testOf(property, test, get),
}

/** Puts a predicate together of closures. */
export function closures(filter: Filter, get: Get | undefined): ValueTest {
  return assemble(filter, get, assembly)
}

/** Two or three parts, which is what most have, are asked without a loop. */
function all(parts: readonly ValueTest[]): ValueTest {
  const { 0: first, 1: second, 2: third } = parts
  if (first === undefined) return () => true
  if (second === undefined) return first
  if (third === undefined) return (record) => first(record) && second(record)
  if (parts.length === 3) return (record) => first(record) && second(record) && third(record)
  return (record) => {
    for (const part of parts) if (!part(record)) return false
    return true
  }
}

function any(parts: readonly ValueTest[]): ValueTest {
  const { 0: first, 1: second, 2: third } = parts
  if (first === undefined) return () => false
  if (second === undefined) return first
  if (third === undefined) return (record) => first(record) || second(record)
  if (parts.length === 3) return (record) => first(record) || second(record) || third(record)
  return (record) => {
    for (const part of parts) if (part(record)) return true
    return false
  }
}
