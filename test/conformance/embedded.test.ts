import { openDuckdb } from "../engines/duckdb.ts"
import { openPglite } from "../engines/pglite.ts"
import { answers } from "./answers.ts"

// `npm run test:fast` leaves these engines out, because they take seconds to start.
answers("postgres", "PGlite", () => openPglite())
answers("duckdb", "in the process", () => openDuckdb())
answers("duckdb", "NOCASE columns", () => openDuckdb("NOCASE"))
