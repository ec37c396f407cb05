/** Why a text cannot be excluded, and what to do instead. */
export const NO_EXCLUSION = "no filter finds the texts without another text: list the values with notIn"

/** The operators that no filter means exactly, each with what to do instead. */
export const refusedOperators: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  ["endsWith", "no filter finds the end of a text: use contains, which finds the text anywhere"],
  ["doesNotEndWith", "no filter finds the end of a text: list the values with notIn"],
  ["doesNotContain", NO_EXCLUSION],
  ["xor", "no filter joins rules with xor: write it with and, or and not"],
])
