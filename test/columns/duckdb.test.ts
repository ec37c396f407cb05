import { duckdbWays } from "./engines/duckdb.ts"
import { columns, nothingIsPending } from "./suite.ts"
import { duckdb } from "./tables/duckdb.ts"

columns(duckdb, duckdbWays)
nothingIsPending(duckdb)
