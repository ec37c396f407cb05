import type { Filter } from "../../filter.ts"
import { assemble } from "./assemble.ts"
import { type Get, testOf } from "./reading.ts"
import type { ValueTest } from "./rule.ts"

/** Puts a predicate together of closures. */
export function closures(filter: Filter, get: Get | undefined): ValueTest {
  return assemble<ValueTest>(filter, get, {
    all: ([first, second, third, ...more]) => {
      if (first === undefined) return () => true
      if (second === undefined) return first
      if (third === undefined) return (record) => first(record) && second(record)
      if (more.length === 0) return (record) => first(record) && second(record) && third(record)
      const rest = [first, second, third, ...more]
      return (record) => {
        for (const part of rest) if (!part(record)) return false
        return true
      }
    },
    any: ([first, second, third, ...more]) => {
      if (first === undefined) return () => false
      if (second === undefined) return first
      if (third === undefined) return (record) => first(record) || second(record)
      if (more.length === 0) return (record) => first(record) || second(record) || third(record)
      const rest = [first, second, third, ...more]
      return (record) => {
        for (const part of rest) if (part(record)) return true
        return false
      }
    },
    ask: ({ property, test }) => testOf(property, test, get),
  })
}
