import { sqliteWays } from "./engines/sqlite.ts"
import { columns, nothingIsPending } from "./suite.ts"
import { sqlite } from "./tables/sqlite.ts"

columns(sqlite, sqliteWays)
nothingIsPending(sqlite)
