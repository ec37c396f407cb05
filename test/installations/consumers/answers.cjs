/**
 * Uses the package as a program does, and returns what it gets.
 *
 * @param load returns the module of an entry, as the caller imports or requires it
 */
exports.answers = async (load) => {
  const { safeParseFilter } = await load("desk-filter")
  const { filterBuilder } = await load("desk-filter/builder")
  const { customers } = await load("desk-filter/desk")
  const { toPredicate } = await load("desk-filter/predicate")
  const { fromSearchParams, toSearchParams } = await load("desk-filter/query-string")
  const { sqlite, toSql } = await load("desk-filter/sql")

  const query = toSearchParams(filterBuilder(customers).eq("state", "active")).toString()
  const filter = fromSearchParams(customers, query)
  const mistaken = safeParseFilter(customers, '{"stat":"active"}')
  return {
    query,
    sql: toSql(filter, sqlite).text,
    matches: toPredicate(filter)({ state: "active" }),
    mistake: mistaken.ok ? "none" : mistaken.error.diagnostics[0].hint,
  }
}
