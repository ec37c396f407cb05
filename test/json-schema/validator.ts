import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js"
import { fullFormats } from "ajv-formats/dist/formats.js"
import type { JsonSchema } from "../../src/json-schema.ts"

/** Whether a validator takes `format` for a note, as the draft has it, or holds values to it. */
export type Formats = "noted" | "asserted"

/** Ajv, which refuses every schema that the meta-schema refuses, and whatever its strict mode finds odd. */
export function ajv(formats: Formats): Ajv2020 {
  const { date, "date-time": dateTime } = fullFormats
  return new Ajv2020({
    strict: true,
    allErrors: true,
    // A field may have a name that every object inherits, such as constructor.
    ownProperties: true,
    validateSchema: true,
    formats: formats === "asserted" ? { date, "date-time": dateTime } : { date: true, "date-time": true },
  })
}

/** What a validator has against a value: nothing, or some mistakes. */
export function validator(
  schema: JsonSchema,
  formats: Formats = "noted",
): (value: unknown) => readonly ErrorObject[] {
  const validate = ajv(formats).compile(schema)
  return (value) => (validate(value) ? [] : (validate.errors ?? []))
}
