import type { CatalogName } from "../dialect/dialect.ts"
import { postgresCatalog } from "../postgres/catalog.ts"
import { sqliteCatalog } from "../sqlite/catalog.ts"
import type { Catalog } from "./catalog.ts"

/** Stands for a reader that is not written yet. */
const unread = {
  nameKey: (name) => name,
  table: () => Promise.reject(new TypeError("The catalog of this database cannot be read yet")),
  sameType: () => true,
  sameCollation: () => true,
  session: async () => [],
  indexFor: () => undefined,
  createIndex: () => undefined,
  keyKind: () => "",
} satisfies Catalog

/** How the catalog of each database is read. */
export const catalogs: Readonly<Record<CatalogName, Catalog>> = {
  postgres: postgresCatalog,
  mysql: unread,
  mariadb: unread,
  sqlite: sqliteCatalog,
  duckdb: unread,
  clickhouse: unread,
}
