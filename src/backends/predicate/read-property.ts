import type { ValueTest } from "./rule.ts"

/** Reads a property of a record, or of a related one. */
export type Get = (record: unknown, property: string) => unknown

/** The function that reads a property: {@link getProperty} if plain property access is enough. */
export function getterOf(property: string, given: Get | undefined): Get {
  return given ?? (property in Object.prototype ? getOwn : getProperty)
}

/** Ignores what every object inherits, such as `constructor`. */
const getOwn: Get = (record, property) =>
  Object.hasOwn(record as object, property) ? getProperty(record, property) : undefined

export const getProperty: Get = (record, property) => (record as Readonly<Record<string, unknown>>)[property]

/** Whether a record has the property that {@link getterOf} reads, even if its value is undefined. */
export function hasProperty(record: object, property: string): boolean {
  return Object.hasOwn(record, property) || (!(property in Object.prototype) && property in record)
}

/** A test of a record that tests one of its properties. */
export function recordTestOf(property: string, test: ValueTest, given: Get | undefined): ValueTest {
  const get = getterOf(property, given)
  return (record) => test(get(record, property))
}
