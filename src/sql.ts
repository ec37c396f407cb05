export { clickhouse } from "./backends/sql/clickhouse/clickhouse.ts"
export type {
  Collation,
  Column,
  ColumnFacts,
  ColumnType,
  Comparable,
  DatetimeStorage,
} from "./backends/sql/dialect/column.ts"
export type { CatalogName, Dialect, OrderOperator, RelatedRows } from "./backends/sql/dialect/dialect.ts"
export type { Finding, FindingCode, Refusal, Severity } from "./backends/sql/dialect/finding.ts"
export { type Fragment, Parameter, type SqlValue, sql } from "./backends/sql/dialect/fragment.ts"
export type { Stored } from "./backends/sql/dialect/stored.ts"
export { type DialectName, dialects } from "./backends/sql/dialects.ts"
export { duckdb } from "./backends/sql/duckdb/duckdb.ts"
export { formatFindings } from "./backends/sql/inspect/format-findings.ts"
export {
  type Inspection,
  type InspectOptions,
  inspectMapping,
} from "./backends/sql/inspect/inspect-mapping.ts"
export type { Run } from "./backends/sql/inspect/run.ts"
export type { AnySqlMapping, MappedColumn, SqlMapping, SqlMappingOf } from "./backends/sql/mapping.ts"
export { MappingError } from "./backends/sql/mapping-error.ts"
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
export {
  type ColumnMapping,
  type ColumnOptions,
  type MappingOptions,
  type RelationMapping,
  sqlMapping,
} from "./backends/sql/sql-mapping.ts"
export { sqlite } from "./backends/sql/sqlite/sqlite.ts"
export type { TableName } from "./backends/sql/table-name.ts"
