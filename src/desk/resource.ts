import type { Declarations } from "../schema/declarations.ts"
import { defineSchema, type Schema } from "../schema/schema.ts"

/**
 * A schema that is defined when it is first used. Loading all resources takes longer than loading the library, and a
 * program uses few of them.
 *
 * @param declare returns the fields and relations
 */
export function resource<const D extends Declarations>(declare: () => D): Schema<D> {
  let defined: Schema<D> | undefined
  const schema = () => {
    defined ??= defineSchema(declare())
    return defined
  }
  return Object.freeze<Schema<D>>({
    get declarations() {
      return schema().declarations
    },
    get fields() {
      return schema().fields
    },
    get relations() {
      return schema().relations
    },
  })
}
