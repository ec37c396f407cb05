import { clickhouseCatalog } from "../clickhouse/catalog.ts"
import type { CatalogName } from "../dialect/dialect.ts"
import { duckdbCatalog } from "../duckdb/catalog.ts"
import { mysqlCatalog } from "../mysql/catalog.ts"
import { postgresCatalog } from "../postgres/catalog.ts"
import { sqliteCatalog } from "../sqlite/catalog.ts"
import type { Catalog } from "./catalog.ts"

/** How the catalog of each database is read. */
export const catalogs: Readonly<Record<CatalogName, Catalog>> = {
  postgres: postgresCatalog,
  mysql: mysqlCatalog,
  mariadb: mysqlCatalog,
  sqlite: sqliteCatalog,
  duckdb: duckdbCatalog,
  clickhouse: clickhouseCatalog,
}
