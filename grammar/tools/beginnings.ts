import type { Expectation } from "../../src/syntax/expectation.ts"

/** What a rule begins with, for messages. Every other rule begins with a value. */
export const beginnings: Readonly<Record<string, Expectation>> = {
  entry: "field-name",
  operation: "operator",
  misplacedMemberName: "name",
}
