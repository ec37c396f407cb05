import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { parseFilter } from "../../src/index.ts"
import { stringify } from "../../src/query-string.ts"
import type { Engine } from "../engines/engine.ts"
import { openPglite } from "../engines/pglite.ts"
import { openPredicate } from "../engines/predicate.ts"
import { openSqlite } from "../engines/sqlite.ts"
import type { BackendName } from "./case.ts"
import { groups } from "./cases.ts"
import { people } from "./people.ts"

/** Each backend as often as there are ways of storing that must not change an answer. */
const backends: Readonly<Record<BackendName, Readonly<Record<string, () => Promise<Engine>>>>> = {
  predicate: { closures: openPredicate },
  sqlite: {
    "iso-millis": () => openSqlite(),
    "epoch-millis, NOCASE columns": () => openSqlite("epoch-millis", "NOCASE"),
    "epoch-micros, RTRIM columns": () => openSqlite("epoch-micros", "RTRIM"),
    "iso-millis, NOCASE columns": () => openSqlite("iso-millis", "NOCASE"),
  },
  postgres: { PGlite: openPglite },
}

for (const [backend, ways] of Object.entries(backends)) {
  describe.each(Object.entries(ways))(`${backend}: %s`, (_, open) => {
    let engine: Engine
    beforeAll(async () => {
      engine = await open()
    })
    afterAll(() => engine.close())

    for (const group of groups) {
      const verdict = group.backends[backend as BackendName]
      if (verdict !== "answers") continue
      describe(group.name, () => {
        beforeAll(() => engine.load(group.records))
        for (const [text, keeps, options] of group.cases) {
          test(`${text} keeps ${keeps.join()}`, async () => {
            expect(await engine.find(parseFilter(people, text, options))).toEqual(keeps)
          })
        }
      })
    }
  })
}

describe.each(groups)("query string: $name", ({ cases }) => {
  for (const [text, , options] of cases) {
    test.each(["compact", "explicit"] as const)(`${text} in %s style`, (style) => {
      const filter = parseFilter(people, text, options)
      expect(parseFilter(people, stringify(filter, { style }))).toEqual(filter)
    })
  }
})
