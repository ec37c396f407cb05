export type { DatetimeStorage, Dialect, OrderOperator, Stored } from "./backends/sql/dialect.ts"
export { type Fragment, Parameter, type SqlValue, sql } from "./backends/sql/fragment.ts"
export {
  type MappingOptions,
  type RelationMapping,
  type SqlMapping,
  sqlMapping,
  type TableName,
} from "./backends/sql/mapping.ts"
export { postgres } from "./backends/sql/postgres.ts"
export {
  type SqlCondition,
  type SqlOptions,
  type SqlTemplate,
  toSql,
  toSqlTemplate,
} from "./backends/sql/sql.ts"
export { sqlite } from "./backends/sql/sqlite.ts"
