import type { Column } from "../dialect/column.ts"
import { type Dialect, ORDER, UNLIMITED } from "../dialect/dialect.ts"
import { exists } from "../dialect/exists.ts"
import { commas, type Fragment, type SqlValue, sql } from "../dialect/fragment.ts"
import { padded } from "../dialect/padded.ts"
import { inBackticks } from "../dialect/quoting.ts"
import type { EqualityTest, MysqlType } from "./column-type.ts"
import { columnTypes, type Variant } from "./column-types.ts"

/** A dialect of the family of MySQL. */
export function dialectOf(variant: Variant): Dialect<SqlValue[], MysqlType> {
  return {
    name: variant.name,
    catalog: variant.catalog,
    columnType: columnTypes(variant),
    scaled: {},
    binding: "position",
    maxParameters: 65_535,
    maxDepth: UNLIMITED,
    placeholder: () => "?",
    values: (values) => values,
    identifier: inBackticks,
    always: "TRUE",
    never: "FALSE",
    equal: (column, value) => equality(column, [value], isEqual),
    notEqual: ({ name, type: { exact } }, value) =>
      sql`NOT (${exact.operand(name)} <=> ${exact.parameter(value)})`,
    among: (column, values) => equality(column, padded(values), isIn),
    notAmong: ({ name, type: { exact } }, values) =>
      sql`${exact.operand(name)} NOT IN (${commas(padded(values).map(exact.parameter))})`,
    order: ({ name, type: { ordered, beside } }, operator, value) =>
      narrowed(
        beside?.(name, operator, value),
        sql`${ordered.operand(name)} ${ORDER[operator]} ${ordered.parameter(value)}`,
      ),
    position: ({ name, type: { ordered } }, part) =>
      sql`LOCATE(${ordered.parameter(part)}, ${ordered.operand(name)})`,
    exists,
  }
}

const isEqual: EqualityTest = (operand, values) => sql`${operand} = ${commas(values)}`
const isIn: EqualityTest = (operand, values) => sql`${operand} IN (${commas(values)})`

function equality(
  { name, type: { exact, among } }: Column<MysqlType>,
  values: readonly SqlValue[],
  test: EqualityTest,
): Fragment {
  return narrowed(among?.(name, values, test), test(exact.operand(name), values.map(exact.parameter)))
}

/** A test, after one that an index serves and that more rows satisfy. */
function narrowed(first: Fragment | undefined, test: Fragment): Fragment {
  return first === undefined ? test : sql`(${first} AND ${test})`
}
