import { postgresWays } from "./engines/postgres.ts"
import { columns, nothingIsPending } from "./suite.ts"
import { postgres } from "./tables/postgres.ts"

columns(postgres, postgresWays)
nothingIsPending(postgres)
