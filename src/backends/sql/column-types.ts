import type { Field } from "../../schema/field.ts"
import type { ColumnType } from "./dialect/column.ts"
import type { Dialect } from "./dialect/dialect.ts"
import type { Finding, Refusal } from "./dialect/finding.ts"
import type { AnySqlMapping } from "./mapping.ts"
import { MappingError } from "./mapping-error.ts"

type Types = ReadonlyMap<Field, ColumnType>

/** The types of the columns of each mapping in each dialect. A mapping that a dialect refuses is never here. */
const known = /* @__PURE__ */ new WeakMap<AnySqlMapping, WeakMap<object, Types>>()

/**
 * How the columns of a mapping hold the values of their fields. All columns are checked together, so that a column that
 * cannot answer is found before a filter uses it.
 *
 * @throws MappingError when a column cannot answer conditions on its field exactly
 */
export function columnTypes(mapping: AnySqlMapping, dialect: Dialect<unknown>): Types {
  const byDialect = known.get(mapping) ?? new WeakMap<object, Types>()
  known.set(mapping, byDialect)
  const types = byDialect.get(dialect) ?? resolved(mapping, dialect)
  byDialect.set(dialect, types)
  return types
}

function resolved(mapping: AnySqlMapping, dialect: Dialect<unknown>): Types {
  const findings: Finding[] = []
  const types = new Map<Field, ColumnType>()
  for (const [field, column] of mapping.columns) {
    const type = dialect.columnType({ ...column, field })
    if (isRefusal(type)) findings.push(findingOf(type, field, column.name))
    else types.set(field, type)
  }
  if (findings.length > 0) throw new MappingError(dialect.name, findings)
  return types
}

/**
 * How a column that no mapping describes holds the values of its field.
 *
 * @throws MappingError when the database has no type that answers conditions on the field exactly
 */
export function defaultType(field: Field, dialect: Dialect<unknown>): ColumnType {
  const type = dialect.columnType({ field })
  if (isRefusal(type)) throw new MappingError(dialect.name, [findingOf(type, field, field.name)])
  return type
}

export function isRefusal(type: ColumnType | Refusal): type is Refusal {
  return "refused" in type
}

export function findingOf({ refused, message, hint }: Refusal, field: Field, column: string): Finding {
  return { severity: "error", code: refused, field: field.name, column, message, hint }
}
