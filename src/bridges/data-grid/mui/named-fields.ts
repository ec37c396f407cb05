import type { Field } from "../../../schema/field.ts"
import type { Schema } from "../../../schema/schema.ts"
import { quote } from "../../../text/quote.ts"
import { inWords, kindOf } from "../../../text/value-kind.ts"

/**
 * The names of fields that an option lists.
 *
 * @param suits whether a field may be listed
 * @param expected what a field must be, to follow "is not": `a text`
 * @throws RangeError if the option is no list of names of such fields: a mistake of the program
 */
export function namedFields(
  { fields }: Schema,
  option: string,
  names: unknown,
  expected: string,
  suits: (field: Field) => boolean,
): readonly string[] {
  if (!Array.isArray(names))
    throw new RangeError(`${option} must be a list of field names, not ${inWords(kindOf(names))}`)
  return names.map((name: unknown) => {
    const field = typeof name === "string" ? fields.get(name) : undefined
    const found = typeof name === "string" ? quote(name) : inWords(kindOf(name))
    if (field === undefined) throw new RangeError(`${option} lists ${found}, but there is no such field`)
    if (!suits(field)) throw new RangeError(`${option} lists ${field.name}, which is not ${expected}`)
    return field.name
  })
}
