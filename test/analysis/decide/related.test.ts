import { test } from "vitest"
import { expectAllDecided } from "./all-decided.ts"
import { relatedWorlds } from "./worlds.ts"

test.each(Object.entries(relatedWorlds))(
  "3,000 pairs of filters on relations to many are all decided: %s",
  (_, world) => expectAllDecided(world),
)
