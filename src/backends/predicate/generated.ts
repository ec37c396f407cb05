import type { Filter } from "../../filter/filter.ts"
import { assemble } from "./assemble.ts"
import { type Get, getterOf } from "./reading.ts"
import type { ValueTest } from "./rule.ts"

/**
 * Puts a predicate together of generated code, which an engine compiles for this one filter: properties
 * are read where they are always found, and the tests are inlined. The code says which properties go to
 * which tests, and nothing else. Names of properties come from the schema and stand in it as literals;
 * the tests, which hold all values of the filter, are constants that are passed in.
 *
 * @throws EvalError where code must not be generated
 */
export function generated(filter: Filter, get: Get | undefined): ValueTest {
  const constants: unknown[] = []
  const constant = (value: unknown) => `constant${constants.push(value) - 1}`
  const predicate = assemble<string>(filter, get, {
    all: (parts) => (parts.length === 0 ? "true" : `(${parts.join("&&")})`),
    any: (parts) => (parts.length === 0 ? "false" : `(${parts.join("||")})`),
    ask: ({ property, test }) => {
      const name = JSON.stringify(property)
      const getter = getterOf(property, get)
      const value = getter === undefined ? `record[${name}]` : `${constant(getter)}(record,${name})`
      return `${constant(test)}(${value})`
    },
  })
  const names = constants.map((_, i) => `constant${i}`)
  const body = `"use strict";const [${names}]=constants;return (record)=>${predicate}`
  return functionOf("constants", body)(constants)
}

function functionOf(parameter: string, body: string): (argument: unknown) => ValueTest {
  try {
    return new Function(parameter, body) as (argument: unknown) => ValueTest
  } catch (cause) {
    throw new EvalError(
      'Code must not be generated here: leave out jit, or use "auto", which then works without',
      { cause },
    )
  }
}
