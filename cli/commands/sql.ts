import { fieldsOf } from "desk-filter"
import { dialects, type SqlMapping, sqlMapping, toSql } from "desk-filter/sql"
import { toJson } from "../json.ts"
import { loadExport } from "../load-export.ts"
import { dialectNames, filterOptions } from "../options.ts"
import { UsageError } from "../usage-error.ts"
import type { FilterCommand, Request } from "./command.ts"

export const sql: FilterCommand = {
  name: "sql",
  takes: "filter",
  summary: "the SQL condition for a WHERE clause, and the values to bind",
  options: [...filterOptions, "dialect", "table", "mapping"],
  examples: [
    `desk-filter sql --schema customers --dialect postgres '{"state":"active"}'`,
    `desk-filter sql --schema customers --dialect mysql --table customers '{"id":{"$in":[1,2]}}'`,
  ],
  async run(request) {
    const { dialect } = request.values
    if (dialect === undefined)
      throw new UsageError("No SQL dialect given", `set --dialect to one of ${dialectNames.join(", ")}`)
    const mapping = await mappingFor(request)
    const { text, values } = toSql<unknown>(request.filter, dialects[dialect], mapping)
    return { text: () => `${text}\n${toJson(values)}`, json: { text, values } }
  },
}

/**
 * The mapping of `--mapping`, or one whose columns have the names of the fields.
 *
 * @throws UsageError when the mapping has no column for a field of the filter
 */
async function mappingFor({
  filter,
  schema,
  values: { table, mapping: specifier },
  cwd,
}: Request): Promise<SqlMapping> {
  if (table !== undefined && specifier !== undefined)
    throw new UsageError("--table and --mapping cannot be combined", "set the table in the mapping")
  const mapping =
    specifier === undefined
      ? sqlMapping(schema, table === undefined ? {} : { table })
      : await loadExport(specifier, cwd, { kind: "mapping", madeBy: "sqlMapping", is: isMapping })
  const unmapped = fieldsOf(filter).filter((name) => {
    const field = schema.fields.get(name)
    return field === undefined || !mapping.columns.has(field)
  })
  if (unmapped.length > 0)
    throw new UsageError(
      `The mapping has no column for ${unmapped.join(", ")}`,
      "set --mapping to a mapping of the same schema that includes the tables of its relations",
    )
  return mapping
}

function isMapping(value: unknown): value is SqlMapping {
  return typeof value === "object" && value !== null && "columns" in value && value.columns instanceof Map
}
