import type { Dialect } from "../dialect/dialect.ts"
import { Parameter } from "../dialect/fragment.ts"
import { bare, type Form } from "./column-type.ts"
import { dialectOf } from "./dialect-of.ts"
import { comparedByBytes, equalInCollation } from "./texts.ts"

const asItIs: Form = { operand: bare, parameter: (value) => new Parameter(value) }

const dialect = /* @__PURE__ */ dialectOf({
  name: "MySQL",
  catalog: "mysql",
  // An index serves no collation but the column's own. Equality is then tested twice.
  compareTexts: (collation) =>
    collation.isExact
      ? { exact: asItIs, ordered: asItIs }
      : { ...comparedByBytes, among: equalInCollation(collation) },
  greatestScale: 30,
  ownTypes: {},
})

/**
 * MySQL 8.0.17 or newer. Date-times are in UTC in columns of type `DATETIME`, with any precision.
 * Text columns may have any character set and collation, including the usual ones, which ignore case,
 * accents or trailing spaces. The SQL then tests equality twice: as the index serves it, and by bytes.
 *
 * @example
 * ```ts
 * const filter = parseFilter(customers, '{"trusted":true,"id":{"$in":[1,2,3]}}')
 * toSql(filter, mysql).text
 * // "(`trusted` = CAST(? AS SIGNED) AND `id` IN (CAST(? AS SIGNED), CAST(? AS SIGNED), CAST(? AS SIGNED), CAST(? AS SIGNED)))"
 * ```
 */
export const mysql: Dialect = dialect
