import { createRequire } from "node:module"
import { expect, test } from "vitest"
import { customers } from "../../src/desk.ts"
import { toJsonSchema } from "../../src/json-schema.ts"

const load = createRequire(import.meta.url)

/** The messages for a value in Ajv's strict mode, with the plugin ajv-errors or without. */
function messages(schema: object, value: unknown, plugins: readonly ((ajv: object) => void)[]): string[] {
  const { Ajv2020 } = load("ajv/dist/2020.js")
  const ajv = new Ajv2020({ strict: true, allErrors: true, validateFormats: false })
  for (const plugin of plugins) plugin(ajv)
  const validate = ajv.compile(schema)
  validate(value)
  return (validate.errors ?? []).map(({ message }: { message: string }) => message)
}

test("ajv-errors reports the error messages", () => {
  const schema = toJsonSchema(customers, { errorMessages: true })
  const plugins = [load("ajv-errors")]
  expect(messages(schema, { createdAt: "2024-02-29" }, plugins)).toEqual([])
  expect(messages(schema, { createdAt: "now" }, plugins)).toContainEqual(
    expect.stringMatching(/^Expected an RFC 3339 date-time /),
  )
  expect(messages(schema, { id: { $foo: 1 } }, plugins)).toContainEqual(
    expect.stringMatching(/^Expected one of the operators /),
  )
})

test("without the plugin, strict mode accepts only a schema without error messages", () => {
  expect(() => messages(toJsonSchema(customers, { errorMessages: true }), {}, [])).toThrow(
    'strict mode: unknown keyword: "errorMessage"',
  )
  expect(messages(toJsonSchema(customers), {}, [])).toEqual([])
})
