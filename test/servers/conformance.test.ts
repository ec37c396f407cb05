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
  PostgreSQL: forTexts(postgresTexts, (way, texts) => ["postgres", way, () => openPostgres(texts)]),
  MariaDB: [
    ...forTexts(mariadbTexts, (way, texts) => ["mariadb", way, () => openMariadb("mariadb", texts)]),
    ...forTexts(mariadbTexts, (way, texts) => ["mysql", way, () => openMariadb("mysql", texts)]),
  ],
  chdb: [["clickhouse", "in the process", () => openClickhouse()]],
})
