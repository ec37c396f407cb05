import { Parameter, sql } from "../dialect/fragment.ts"
import { bare, type Form } from "../mysql/column-type.ts"
import type { TextComparison } from "../mysql/texts.ts"

/** The collation compares by the character set's own codes and without padding. An index in any collation serves its equality. */
function nopad(charset: string): Form {
  return {
    operand: bare,
    parameter: (value) => sql`CONVERT(${new Parameter(value)} USING ${charset}) COLLATE ${charset}_nopad_bin`,
  }
}

/** Codes are in the order of Unicode in utf8mb4. A column in another character set is converted then. */
const inUnicode = /* @__PURE__ */ nopad("utf8mb4")

/** Texts in the character set of the column: an index serves no conversion of the column. */
export const compareTexts: TextComparison = ({ charset }) => ({
  exact: charset === undefined ? inUnicode : nopad(charset.name),
  ordered: inUnicode,
})
