import { Ajv, type ErrorObject, type Options } from "ajv"
import { Ajv2020 } from "ajv/dist/2020.js"
import { fullFormats } from "ajv-formats/dist/formats.js"
import type { JsonSchema } from "../../src/json-schema.ts"

/** Whether a validator treats `format` as an annotation, the default of the draft, or as an assertion. */
export type Formats = "annotated" | "asserted"

/** Strict mode. Ajv then rejects schemas that the meta-schema or its strict mode rejects. */
function strictly(formats: Formats): Options {
  const { date, uuid, "date-time": dateTime } = fullFormats
  return {
    strict: true,
    allErrors: true,
    // A field may have the name of an inherited property, such as constructor.
    ownProperties: true,
    validateSchema: true,
    formats:
      formats === "asserted"
        ? { date, uuid, "date-time": dateTime }
        : { date: true, uuid: true, "date-time": true },
  }
}

/** Ajv for draft 2020-12, in strict mode. */
export function ajv(formats: Formats): Ajv2020 {
  return new Ajv2020(strictly(formats))
}

/** Ajv for draft 07, in strict mode. */
export function ajvOfDraft07(formats: Formats): Ajv {
  return new Ajv(strictly(formats))
}

/** Returns a function that lists the errors of a value. */
export function validator(
  schema: JsonSchema,
  formats: Formats = "annotated",
  by: Pick<Ajv, "compile"> = ajv(formats),
): (value: unknown) => readonly ErrorObject[] {
  const validate = by.compile(schema)
  return (value) => (validate(value) ? [] : (validate.errors ?? []))
}
