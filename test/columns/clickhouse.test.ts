import { clickhouseWays } from "./engines/clickhouse.ts"
import { columns, nothingIsPending } from "./suite.ts"
import { clickhouse } from "./tables/clickhouse.ts"

columns(clickhouse, clickhouseWays)
nothingIsPending(clickhouse)
