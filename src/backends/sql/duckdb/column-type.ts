import type { ColumnType } from "../dialect/column.ts"
import { type Fragment, sql } from "../dialect/fragment.ts"

/** How DuckDB compares the values of a column with a parameter. */
export interface DuckdbType extends ColumnType {
  /** The column as it compares. */
  operand(name: string): string
  /** A parameter in the column's own type: an index does not serve a comparison that converts the column. */
  converted(parameter: Fragment): Fragment
}

export const bare = (name: string) => name

/** A type whose parameters are cast to it, because a driver cannot know it. */
export function plain(type: string, store: DuckdbType["store"], operand = bare): DuckdbType {
  return { operand, converted: (parameter) => sql`${parameter}::${type}`, store }
}
