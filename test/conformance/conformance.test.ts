import { describe, expect, test } from "vitest"
import { parseFilter } from "../../src/index.ts"
import { stringify } from "../../src/query-string.ts"
import { openPredicate } from "../engines/predicate.ts"
import { openSqlite } from "../engines/sqlite.ts"
import { answers } from "./answers.ts"
import { groups } from "./cases.ts"
import { people } from "./people.ts"

// Each backend as often as there are ways of storing that must not change an answer.
answers("predicate", "closures", () => openPredicate())
answers("predicate", "generated code", () => openPredicate(true))
answers("sqlite", "iso-millis", () => openSqlite())
answers("sqlite", "epoch-millis, NOCASE columns", () => openSqlite("epoch-millis", "NOCASE"))
answers("sqlite", "epoch-micros, RTRIM columns", () => openSqlite("epoch-micros", "RTRIM"))
answers("sqlite", "iso-millis, NOCASE columns", () => openSqlite("iso-millis", "NOCASE"))
answers("sqlite", "NOCASE columns, mapped", () => openSqlite("iso-millis", "NOCASE", "nondeterministic"))
answers("sqlite", "RTRIM columns, mapped", () => openSqlite("iso-millis", "RTRIM", "nondeterministic"))

describe.each(groups)("query string: $name", ({ cases }) => {
  for (const [text, , options] of cases) {
    test.each(["compact", "explicit"] as const)(`${text} in %s style`, (style) => {
      const filter = parseFilter(people, text, options)
      expect(parseFilter(people, stringify(filter, { style }))).toEqual(filter)
    })
  }
})
