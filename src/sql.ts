export { clickhouse } from "./backends/sql/clickhouse/clickhouse.ts"
export type {
  Collation,
  Column,
  Comparable,
  DatetimeStorage,
  Dialect,
  OrderOperator,
  RelatedRows,
  Stored,
  StoredType,
} from "./backends/sql/dialect/dialect.ts"
export { type Fragment, Parameter, type SqlValue, sql } from "./backends/sql/dialect/fragment.ts"
export { type DialectName, dialects } from "./backends/sql/dialects.ts"
export { duckdb } from "./backends/sql/duckdb/duckdb.ts"
export {
  type AnySqlMapping,
  type ColumnMapping,
  type MappedColumn,
  type MappingOptions,
  type RelationMapping,
  type SqlMapping,
  type SqlMappingOf,
  sqlMapping,
  type TableName,
} from "./backends/sql/mapping.ts"
export { mariadb } from "./backends/sql/mariadb/mariadb.ts"
export { mysql } from "./backends/sql/mysql/mysql.ts"
export { postgres } from "./backends/sql/postgres/postgres.ts"
export {
  type SqlCondition,
  type SqlOptions,
  type SqlTemplate,
  toSql,
  toSqlTemplate,
} from "./backends/sql/sql.ts"
export { sqlite } from "./backends/sql/sqlite/sqlite.ts"
