import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js"
import { fullFormats } from "ajv-formats/dist/formats.js"
import type { JsonSchema } from "../../src/json-schema.ts"

/** Whether a validator treats `format` as an annotation, the default of the draft, or as an assertion. */
export type Formats = "annotated" | "asserted"

/** Ajv in strict mode. It rejects schemas that the meta-schema or its strict mode rejects. */
export function ajv(formats: Formats): Ajv2020 {
  const { date, "date-time": dateTime } = fullFormats
  return new Ajv2020({
    strict: true,
    allErrors: true,
    // A field may have the name of an inherited property, such as constructor.
    ownProperties: true,
    validateSchema: true,
    formats: formats === "asserted" ? { date, "date-time": dateTime } : { date: true, "date-time": true },
  })
}

/** Returns a function that lists the errors of a value. */
export function validator(
  schema: JsonSchema,
  formats: Formats = "annotated",
): (value: unknown) => readonly ErrorObject[] {
  const validate = ajv(formats).compile(schema)
  return (value) => (validate(value) ? [] : (validate.errors ?? []))
}
