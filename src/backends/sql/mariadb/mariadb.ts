import type { Dialect } from "../dialect/dialect.ts"
import { dialectOf } from "../mysql/dialect-of.ts"
import { compareTexts } from "./texts.ts"
import { uuids } from "./uuids.ts"

const dialect = /* @__PURE__ */ dialectOf({
  name: "MariaDB",
  catalog: "mariadb",
  compareTexts,
  greatestScale: 38,
  ownTypes: { uuid: uuids },
})

/**
 * MariaDB 10.6 or newer. Date-times are in UTC in columns of type `DATETIME`, with any precision.
 * Text columns may have any character set and collation, including the usual ones, which ignore case,
 * accents or trailing spaces. Their indexes serve equality; an index in `utf8mb4_nopad_bin` serves order too.
 *
 * @example
 * ```ts
 * toSql(parseFilter(customers, '{"state":"active"}'), mariadb)
 * // { text: "`state` = CONVERT(? USING utf8mb4) COLLATE utf8mb4_nopad_bin", values: ["active"] }
 * ```
 */
export const mariadb: Dialect = dialect
