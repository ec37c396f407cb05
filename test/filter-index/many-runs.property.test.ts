import { agreesWithPredicates } from "./agrees-with-predicates.ts"

agreesWithPredicates({ numRuns: 10_000 })
