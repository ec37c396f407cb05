import type { Filter } from "../../filter/filter.ts"
import { assemble } from "./assemble.ts"
import { propertyTestOf } from "./property-test.ts"
import { type Get, getProperty, getterOf } from "./read-property.ts"
import { recordCheck } from "./record-check.ts"
import type { ValueTest } from "./rule.ts"
import { valueTest } from "./value-test.ts"

/**
 * Builds a predicate as the source of one function, so that each filter has property reads and calls of its own.
 * The source checks the record and passes properties to tests. It does nothing else. Names of properties come from the schema and are
 * string literals in the source. The tests hold the values of the filter and are passed in as constants.
 *
 * @throws EvalError where the environment forbids code generation
 */
export function generated(filter: Filter, get: Get | undefined): ValueTest {
  const constants: unknown[] = []
  const constant = (value: unknown) => `constant${constants.push(value) - 1}`
  const predicate = assemble<string>(filter, get, {
    all: (parts) => (parts.length === 0 ? "true" : `(${parts.join("&&")})`),
    any: (parts) => (parts.length === 0 ? "false" : `(${parts.join("||")})`),
    test: (condition) => {
      const { property, test } = propertyTestOf(condition, valueTest(condition), get)
      const name = JSON.stringify(property)
      const getter = getterOf(property, get)
      const value = getter === getProperty ? `record[${name}]` : `${constant(getter)}(record,${name})`
      return `${constant(test)}(${value})`
    },
  })
  const names = constants.map((_, i) => `constant${i}`)
  const body = `"use strict";const [${names}]=constants;return (record)=>(check(record),${predicate})`
  return functionOf(["check", "constants"], body)(recordCheck("A record", get), constants)
}

function functionOf(
  parameters: readonly string[],
  body: string,
): (...parameters: readonly unknown[]) => ValueTest {
  try {
    return new Function(...parameters, body) as () => ValueTest
  } catch (cause) {
    throw new EvalError('Code generation is forbidden here: omit jit, or use "auto"', { cause })
  }
}
