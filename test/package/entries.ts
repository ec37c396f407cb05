/** What each entry of the package exports at run time. A name that is added or lost is a change that users see. */
export const publicNames: Readonly<Record<string, readonly string[]>> = {
  "desk-filter": [
    "FilterError",
    "compile",
    "defaultLimits",
    "defineBackend",
    "defineSchema",
    "field",
    "formatDiagnostics",
    "isFilter",
    "matchesEverything",
    "operators",
    "parseFilter",
    "safeParseFilter",
    "simplify",
  ],
  "desk-filter/builder": ["filterBuilder"],
  "desk-filter/desk": ["customers"],
  "desk-filter/predicate": ["toPredicate"],
  "desk-filter/query-string": ["fromSearchParams", "stringify", "toSearchParams"],
  "desk-filter/sql": ["Parameter", "postgres", "sql", "sqlMapping", "sqlite", "toSql", "toSqlTemplate"],
  "desk-filter/standard-schema": ["standardSchema"],
}
