import { mariadb, mysql } from "../../src/sql.ts"
import { answers } from "../conformance/answers.ts"
import { openClickhouse } from "./clickhouse.ts"
import { openMariadb } from "./mariadb.ts"
import { mariadbTexts } from "./mariadb-texts.ts"
import { openPostgres } from "./postgres.ts"
import { postgresTexts } from "./postgres-texts.ts"

for (const [way, texts] of Object.entries(postgresTexts)) answers("postgres", way, () => openPostgres(texts))
for (const [way, texts] of Object.entries(mariadbTexts)) {
  answers("mariadb", way, () => openMariadb(mariadb, texts))
  // MySQL's SQL on MariaDB: as far as the two agree, which is all that the dialect writes.
  answers("mysql", `${way}, on MariaDB`, () => openMariadb(mysql, texts))
}
answers("clickhouse", "chdb", () => openClickhouse())
