import { mariadbWays } from "./engines/mariadb.ts"
import { columns, nothingIsPending } from "./suite.ts"
import { mariadb } from "./tables/mariadb.ts"

columns(mariadb, mariadbWays("mariadb"), "mariadb")
columns(mariadb, mariadbWays("mysql"), "mysql")
nothingIsPending(mariadb)
