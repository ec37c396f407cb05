import { openDuckdb } from "../engines/duckdb.ts"
import { openPglite } from "../engines/pglite.ts"
import { openSqlite } from "../engines/sqlite.ts"
import { agrees, type Trial } from "../properties/agrees.ts"
import { openClickhouse } from "./clickhouse.ts"
import { openMariadb } from "./mariadb.ts"
import { mariadbTexts } from "./mariadb-texts.ts"
import { openPostgres } from "./postgres.ts"
import { postgresTexts } from "./postgres-texts.ts"

/** For each engine and each of its collations: 2,000 filters on 200 records. */
const trial: Trial = { loads: 20, records: 200, filters: 100 }

for (const [way, texts] of Object.entries(postgresTexts))
  agrees(`PostgreSQL, ${way}`, 6, trial, () => openPostgres(texts))
for (const [way, texts] of Object.entries(mariadbTexts)) {
  agrees(`MariaDB, ${way}`, 6, trial, () => openMariadb("mariadb", texts))
  agrees(`MySQL's SQL on MariaDB, ${way}`, 6, trial, () => openMariadb("mysql", texts))
}
// The embedded engines again, with more filters than in `npm test`.
agrees("SQLite", 3, trial, () => openSqlite())
agrees("SQLite, NOCASE columns", 3, trial, () => openSqlite("iso-millis", "NOCASE"))
agrees("PostgreSQL (PGlite)", 6, trial, () => openPglite())
agrees("DuckDB", 6, trial, () => openDuckdb())
agrees("ClickHouse", 6, trial, () => openClickhouse())
