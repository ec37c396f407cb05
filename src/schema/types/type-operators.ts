import type { FieldTypeName } from "../field.ts"
import { fieldOperatorsThatTest, type Operator } from "../operators.ts"

/**
 * The operators that each type of field supports; a field may allow fewer. This is a table of its own because JSON Schema
 * needs it without the functions that read values.
 */
export const typeOperators: Readonly<Record<FieldTypeName, readonly Operator[]>> = {
  integer: /* @__PURE__ */ fieldOperatorsThatTest("equality", "order"),
  number: /* @__PURE__ */ fieldOperatorsThatTest("equality", "order"),
  string: /* @__PURE__ */ fieldOperatorsThatTest("equality", "order", "text"),
  boolean: /* @__PURE__ */ fieldOperatorsThatTest("equality"),
  enum: /* @__PURE__ */ fieldOperatorsThatTest("equality"),
  datetime: /* @__PURE__ */ fieldOperatorsThatTest("equality", "order"),
  reference: /* @__PURE__ */ fieldOperatorsThatTest("equality"),
  opaque: ["$eq", "$ne"],
  uuid: /* @__PURE__ */ fieldOperatorsThatTest("equality"),
  decimal: /* @__PURE__ */ fieldOperatorsThatTest("equality", "order"),
  date: /* @__PURE__ */ fieldOperatorsThatTest("equality", "order"),
}
