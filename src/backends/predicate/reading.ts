import type { ValueTest } from "./rule.ts"

/** Reads a property of a record, or of a related one. */
export type Get = (record: unknown, property: string) => unknown

/** How a property has to be read, unless plain access will do. */
export function getterOf(property: string, given: Get | undefined): Get | undefined {
  return given ?? (property in Object.prototype ? getOwn : undefined)
}

/** What every object inherits, such as `constructor`, is none of a record's. */
const getOwn: Get = (record, property) =>
  Object.hasOwn(record as object, property) ? index(record, property) : undefined

function index(record: unknown, property: string): unknown {
  return (record as Readonly<Record<string, unknown>>)[property]
}

/** Says of a record whether one of its properties passes a test. */
export function testOf(property: string, test: ValueTest, given: Get | undefined): ValueTest {
  const get = getterOf(property, given)
  return get === undefined
    ? (record) => test(index(record, property))
    : (record) => test(get(record, property))
}
