import { runs } from "../properties/runs.ts"
import { agreesWithPredicates } from "./agrees-with-predicates.ts"

agreesWithPredicates(runs(300))
