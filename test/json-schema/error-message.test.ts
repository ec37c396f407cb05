import { expect, test } from "vitest"
import { withErrorMessage } from "../../src/json-schema/error-message.ts"

test.each([
  [{ examples: [1.5, "2"] }, 'Expected a number, such as 1.5 or "2"'],
  [{}, "Expected a number"],
])("the message of %j", (schema, errorMessage) => {
  expect(withErrorMessage(schema, "A number")).toEqual({ ...schema, errorMessage })
})
