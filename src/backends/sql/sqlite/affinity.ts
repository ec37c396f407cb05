/** What SQLite makes of the values of a column, and of a parameter that is compared with them. */
export type Affinity = "INTEGER" | "TEXT" | "BLOB" | "REAL" | "NUMERIC"

/** The rules of SQLite, in its order. The first one that fits the declared type counts. */
const rules: readonly (readonly [RegExp, Affinity])[] = [
  [/INT/i, "INTEGER"],
  [/CHAR|CLOB|TEXT/i, "TEXT"],
  [/BLOB|^\s*$/i, "BLOB"],
  [/REAL|FLOA|DOUB/i, "REAL"],
  // In a STRICT table, ANY keeps values as they are. In another table, it makes numbers of digits.
  [/^\s*ANY\s+STRICT\s*$/i, "BLOB"],
]

/**
 * The affinity of a column by its declared type. Every name is a type in SQLite: `STRING` makes numbers of digits, and
 * so does `POINT`, because of the letters INT in it.
 */
export function affinityOf(declared: string): Affinity {
  return rules.find(([pattern]) => pattern.test(declared))?.[1] ?? "NUMERIC"
}
