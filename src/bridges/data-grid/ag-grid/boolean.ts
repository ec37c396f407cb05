import { blank, notBlank } from "./blank.ts"
import { FILTER_VALUES, type FilterKind, type GridOperator } from "./filter-kind.ts"

function is(value: boolean): GridOperator {
  return { takes: 0, translate: ({ reader, on }) => reader.condition("$eq", on.field.name, value) }
}

/** The filter of a column of booleans: AG Grid writes a text filter without a text. */
export const booleans: FilterKind = {
  values: FILTER_VALUES,
  operators: {
    true: /* @__PURE__ */ is(true),
    false: /* @__PURE__ */ is(false),
    blank,
    notBlank,
  },
}
