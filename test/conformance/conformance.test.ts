import { describe, expect, test } from "vitest"
import { parseFilter } from "../../src/index.ts"
import { stringify } from "../../src/query-string.ts"
import { openPredicate } from "../engines/predicate.ts"
import { openSqlite } from "../engines/sqlite.ts"
import { suiteAnswers } from "./answers.ts"
import { groups } from "./cases.ts"
import { people } from "./people.ts"

suiteAnswers("fast", {
  JavaScript: {
    predicate: [
      ["closures", () => openPredicate()],
      ["generated code", () => openPredicate(true)],
    ],
  },
  "sql.js": {
    sqlite: [
      ["iso-millis", () => openSqlite()],
      ["epoch-millis, NOCASE columns", () => openSqlite("epoch-millis", "NOCASE")],
      ["epoch-micros, RTRIM columns", () => openSqlite("epoch-micros", "RTRIM")],
      ["iso-millis, NOCASE columns", () => openSqlite("iso-millis", "NOCASE")],
      ["NOCASE columns, mapped", () => openSqlite("iso-millis", "NOCASE", "nondeterministic")],
      ["RTRIM columns, mapped", () => openSqlite("iso-millis", "RTRIM", "nondeterministic")],
    ],
  },
})

describe.each(groups)("query string: $name", ({ cases }) => {
  for (const [text, , options] of cases) {
    test.each(["compact", "explicit"] as const)(`${text} in %s style`, (style) => {
      const filter = parseFilter(people, text, options)
      expect(parseFilter(people, stringify(filter, { style }))).toEqual(filter)
    })
  }
})
