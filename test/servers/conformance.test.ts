import { suiteAnswers, type Way } from "../conformance/answers.ts"
import { openClickhouse } from "./clickhouse.ts"
import { openMariadb } from "./mariadb.ts"
import { mariadbTexts } from "./mariadb-texts.ts"
import { openPostgres } from "./postgres.ts"
import { postgresTexts } from "./postgres-texts.ts"

/** One way for each kind of text column. */
function forTexts<Texts>(
  texts: Readonly<Record<string, Texts>>,
  toWay: (way: string, texts: Texts) => Way,
): [Way, ...Way[]] {
  const [first, ...more] = Object.entries(texts).map(([way, texts]) => toWay(way, texts))
  if (first === undefined) throw new Error("There is no kind of text column")
  return [first, ...more]
}

suiteAnswers("servers", {
  PostgreSQL: { postgres: forTexts(postgresTexts, (way, texts) => [way, () => openPostgres(texts)]) },
  MariaDB: {
    mariadb: forTexts(mariadbTexts, (way, texts) => [way, () => openMariadb("mariadb", texts)]),
    mysql: forTexts(mariadbTexts, (way, texts) => [way, () => openMariadb("mysql", texts)]),
  },
  chdb: { clickhouse: [["in the process", () => openClickhouse()]] },
})
