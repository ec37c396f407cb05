import { openDuckdb } from "../engines/duckdb.ts"
import { openPglite } from "../engines/pglite.ts"
import { openPredicate } from "../engines/predicate.ts"
import { openSqlite } from "../engines/sqlite.ts"
import { agrees } from "./agrees.ts"

// The embedded engines. A separate suite tests the servers.
const often = { loads: 100, records: 30, filters: 10 }
const seldom = { loads: 50, records: 30, filters: 10 }

agrees("predicate, generated code", 9, often, () => openPredicate(true))
agrees("SQLite, iso-millis", 3, often, () => openSqlite())
agrees("SQLite, epoch-seconds, NOCASE columns", 0, seldom, () => openSqlite("epoch-seconds", "NOCASE"))
agrees("SQLite, epoch-millis, RTRIM columns", 3, seldom, () => openSqlite("epoch-millis", "RTRIM"))
agrees("SQLite, epoch-micros", 6, seldom, () => openSqlite("epoch-micros"))
agrees("PostgreSQL (PGlite)", 6, seldom, () => openPglite())
agrees("DuckDB", 6, seldom, () => openDuckdb())
agrees("DuckDB, NOCASE columns", 6, seldom, () => openDuckdb("NOCASE"))
