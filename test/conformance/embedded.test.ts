import { openDuckdb } from "../engines/duckdb.ts"
import { openPglite } from "../engines/pglite.ts"
import { suiteAnswers } from "./answers.ts"

// `npm run test:fast` leaves these engines out, because they take seconds to start.
suiteAnswers("embedded", {
  PGlite: { postgres: [["columns of the default collation", () => openPglite()]] },
  DuckDB: {
    duckdb: [
      ["columns of the default collation", () => openDuckdb()],
      ["NOCASE columns", () => openDuckdb("NOCASE")],
    ],
  },
})
