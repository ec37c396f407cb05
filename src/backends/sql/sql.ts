import { FilterError } from "../../diagnostics/filter-error.ts"
import type { DiagnosticParams } from "../../diagnostics/params.ts"
import type { Filter } from "../../filter/filter.ts"
import { fold } from "../../filter/fold.ts"
import type { Schema } from "../../schema/schema.ts"
import { onField } from "./condition.ts"
import type { Dialect } from "./dialect/dialect.ts"
import { flatten, type Parameter, type SqlValue } from "./dialect/fragment.ts"
import type { AnySqlMapping, SqlMapping } from "./mapping.ts"
import { allOf, type Built, someOf, written } from "./related.ts"

/** A condition and the values of its parameters, as the drivers of the database take them. */
export interface SqlCondition<Values = SqlValue[]> {
  readonly text: string
  readonly values: Values
}

/** A condition as the arguments of a template tag: ``sql(strings, ...values)``. */
export interface SqlTemplate {
  readonly strings: TemplateStringsArray
  readonly values: SqlValue[]
}

/** The options of {@link toSql}. */
export interface SqlOptions {
  /** The number of the first parameter, if the statement has parameters before the condition. Default: 1. */
  readonly firstParameter?: number
}

/**
 * Compiles a filter to a condition for a WHERE clause. The condition is never empty, binds every value and
 * quotes every name. You can join it to other conditions with AND without parentheses.
 *
 * @param filter a checked filter
 * @param dialect the database
 * @param mapping the columns of the fields of the filter's schema; by default, columns with the names of the fields
 * @param options the number of the first parameter
 * @returns the text, and the values to bind: in order, or by name for ClickHouse
 * @throws TypeError if the filter is not a checked filter, if a field is not mapped, or if the mapping is of another
 *   schema
 * @throws FilterError `limit-exceeded`, when the condition exceeds a limit of the database
 *
 * @example
 * ```ts
 * const filter = parseFilter(customers, '{"firstName":{"$ne":"Ann"}}')
 * const { text, values } = toSql(filter, postgres, undefined, { firstParameter: 2 })
 * text // '"firstName" IS DISTINCT FROM $2::text'
 * values // ["Ann"]
 * ```
 */
export function toSql<Values, S extends Schema = never>(
  filter: Filter<S>,
  dialect: Dialect<Values>,
  mapping?: SqlMapping<S>,
  options: SqlOptions = {},
): SqlCondition<Values> {
  const { firstParameter = 1 } = options
  const { strings, parameters } = compileSql(filter, dialect, mapping, firstParameter)
  const text = strings
    .map((text, i) => {
      const parameter = parameters[i]
      return parameter ? text + dialect.placeholder(firstParameter + i, parameter.type) : text
    })
    .join("")
  return { text, values: dialect.values(valuesOf(parameters), firstParameter) }
}

/**
 * Compiles a filter to the arguments of a template tag, such as the `sql` of Kysely, Drizzle,
 * postgres.js or sql-template-tag. The tag then writes the placeholders.
 *
 * @param filter a checked filter
 * @param dialect the database
 * @param mapping the columns of the fields of the filter's schema; by default, columns with the names of the fields
 * @returns the texts between the values, and the values
 * @throws TypeError if the filter is not a checked filter, if a field is not mapped, if the mapping is of another schema,
 *   or when the database binds by name
 *
 * @example
 * ```ts
 * const { strings, values } = toSqlTemplate(parseFilter(customers, '{"id":7}'), postgres)
 * Array.from(strings) // ['"id" = ', '::bigint']
 * values // [7]
 * ```
 */
export function toSqlTemplate<S extends Schema = never>(
  filter: Filter<S>,
  dialect: Dialect,
  mapping?: SqlMapping<S>,
): SqlTemplate {
  if (dialect.binding !== "position")
    throw new TypeError(
      `${dialect.name} binds values by name, but a template tag binds by position: use toSql`,
    )
  const { strings, parameters } = compileSql(filter, dialect, mapping, 1)
  const raw = Object.freeze([...strings])
  const values = dialect.values(valuesOf(parameters), 1)
  return { strings: Object.freeze(Object.assign(strings, { raw })), values }
}

function compileSql<Values>(
  filter: Filter,
  dialect: Dialect<Values>,
  mapping: AnySqlMapping | undefined,
  firstParameter: number,
): { strings: string[]; parameters: Parameter[] } {
  const built = fold<Built>(filter, {
    and: (operands) => allOf(operands, dialect),
    or: (operands) => someOf(operands, dialect),
    condition: (node) => onField(node, dialect, mapping),
  })
  const { fragment, depth } = written(built, dialect)
  const flat = flatten(fragment)
  const count = firstParameter - 1 + flat.parameters.length
  if (count > dialect.maxParameters)
    throw limitExceeded(`have ${count} parameters`, {
      limit: "maxParameters",
      database: dialect.name,
      maximum: dialect.maxParameters,
      actual: count,
    })
  if (depth > dialect.maxDepth)
    throw limitExceeded(`nest ${depth} levels deep`, {
      limit: "maxStatementDepth",
      database: dialect.name,
      maximum: dialect.maxDepth,
      actual: depth,
    })
  return flat
}

function limitExceeded(
  what: string,
  params: Extract<DiagnosticParams["limit-exceeded"], { database: string }>,
): FilterError {
  return new FilterError([
    {
      code: "limit-exceeded",
      message: `The statement would ${what}, but ${params.database} allows at most ${params.maximum}`,
      params,
      path: [],
      hint: "split the filter across several requests",
    },
  ])
}

function valuesOf(parameters: readonly Parameter[]): SqlValue[] {
  return parameters.map(({ value }) => value)
}
