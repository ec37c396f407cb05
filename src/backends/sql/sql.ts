import { FilterError } from "../../diagnostics/filter-error.ts"
import type { Filter } from "../../filter/filter.ts"
import { fold } from "../../filter/fold.ts"
import { onField } from "./condition.ts"
import type { Dialect } from "./dialect.ts"
import { type Fragment, flatten, type Parameter, type SqlValue, sql } from "./fragment.ts"
import type { SqlMapping } from "./mapping.ts"

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

/** How {@link toSql} numbers parameters. */
export interface SqlOptions {
  /** The number of the first parameter, where the statement has others before it. Default: 1. */
  readonly firstParameter?: number
}

/**
 * Compiles a filter to a condition for after WHERE. It is never empty, stands beside AND without
 * parentheses of its own, binds every value and quotes every name.
 *
 * @param filter a checked filter
 * @param dialect the database
 * @param mapping where the fields are; by default in columns of their names
 * @param options the number of the first parameter
 * @returns the text, and the values to bind in order; for ClickHouse, by name
 * @throws TypeError when the filter is not one that parsing or the builder made, or a field is not mapped
 * @throws FilterError `limit-exceeded`, when the database does not take so many parameters
 *
 * @example
 * ```ts
 * const filter = parseFilter(customers, '{"firstName":{"$ne":"Ann"}}')
 * const { text, values } = toSql(filter, postgres, undefined, { firstParameter: 2 })
 * text // '"firstName" IS DISTINCT FROM $2::text'
 * values // ["Ann"]
 * ```
 */
export function toSql<Values>(
  filter: Filter,
  dialect: Dialect<Values>,
  mapping?: SqlMapping,
  { firstParameter = 1 }: SqlOptions = {},
): SqlCondition<Values> {
  const { strings, parameters } = compileSql(filter, dialect, mapping, firstParameter)
  const text = parameters
    .map(({ type }, i) => strings[i] + dialect.placeholder(firstParameter + i, type))
    .concat(strings.at(-1) ?? "")
    .join("")
  return { text, values: dialect.values(valuesOf(parameters), firstParameter) }
}

/**
 * Compiles a filter to the arguments of a template tag, such as the `sql` of Kysely, Drizzle,
 * postgres.js or sql-template-tag, which then writes the placeholders.
 *
 * @param filter a checked filter
 * @param dialect the database
 * @param mapping where the fields are; by default in columns of their names
 * @returns the texts around the values, and the values
 * @throws TypeError when the filter is not one that parsing or the builder made, or a field is not mapped
 *
 * @example
 * ```ts
 * const { strings, values } = toSqlTemplate(parseFilter(customers, '{"id":7}'), postgres)
 * Array.from(strings) // ['"id" = ', '::bigint']
 * values // [7]
 * ```
 */
export function toSqlTemplate(filter: Filter, dialect: Dialect, mapping?: SqlMapping): SqlTemplate {
  const { strings, parameters } = compileSql(filter, dialect, mapping, 1)
  const raw = Object.freeze([...strings])
  const values = dialect.values(valuesOf(parameters), 1)
  if (!Array.isArray(values))
    throw new TypeError(`${dialect.name} binds by name, and a template tag by position`)
  return { strings: Object.freeze(Object.assign(strings, { raw })), values }
}

function compileSql<Values>(
  filter: Filter,
  dialect: Dialect<Values>,
  mapping: SqlMapping | undefined,
  firstParameter: number,
): { strings: string[]; parameters: Parameter[] } {
  const { fragment, depth } = fold<Built>(filter, {
    and: (operands) => joined(operands, " AND ", dialect.always),
    or: (operands) => joined(operands, " OR ", dialect.never),
    condition: (node) => ({ fragment: onField(node, dialect, mapping), depth: CONDITION_DEPTH }),
  })
  const flat = flatten(fragment)
  const count = firstParameter - 1 + flat.parameters.length
  if (count > dialect.maxParameters)
    throw exceeded(`have ${count} parameters`, dialect.name, dialect.maxParameters)
  if (depth > dialect.maxDepth) throw exceeded(`nest ${depth} deep`, dialect.name, dialect.maxDepth)
  return flat
}

function exceeded(what: string, database: string, limit: number): FilterError {
  return new FilterError([
    {
      code: "limit-exceeded",
      message: `The statement would ${what}, and ${database} takes ${limit}`,
      path: [],
      hint: "ask for less at once, in several requests",
    },
  ])
}

/** A condition, and how deep its expressions nest. */
interface Built {
  readonly fragment: Fragment
  readonly depth: number
}

/** No condition nests deeper: NOT, EXISTS, its WHERE with two ANDs, an OR, a comparison, its operand and functions around that. */
const CONDITION_DEPTH = 10

function valuesOf(parameters: readonly Parameter[]): SqlValue[] {
  return parameters.map(({ value }) => value)
}

/** More operands than this are joined in groups: a chain of n is n deep, and SQLite bears 1000. */
const GROUP = 8

function joined(operands: readonly Built[], word: string, empty: string): Built {
  if (operands.length === 0) return { fragment: empty, depth: 1 }
  if (operands.length > GROUP) {
    const size = GROUP ** Math.floor(Math.log(operands.length - 1) / Math.log(GROUP))
    const groups: Built[] = []
    for (let i = 0; i < operands.length; i += size)
      groups.push(joined(operands.slice(i, i + size), word, empty))
    return joined(groups, word, empty)
  }
  const [only] = operands
  if (operands.length === 1 && only !== undefined) return only
  return {
    fragment: sql`(${operands.flatMap(({ fragment }, i) => (i === 0 ? [fragment] : [word, fragment]))})`,
    depth: operands.length + Math.max(...operands.map(({ depth }) => depth)),
  }
}
