import { expectTypeOf, test } from "vitest"
import type { DialectName } from "../../src/sql.ts"
import type { EngineName } from "../engines/engines.ts"
import type { suiteAnswers } from "./answers.ts"
import type { BackendName, Group, Verdict } from "./case.ts"

test("a verdict without engines is a compile error", () => {
  // @ts-expect-error there is no engine
  const none: Verdict = { on: [] }
  // @ts-expect-error there is no such engine
  const unknown: Verdict = { on: ["Oracle"] }
  return [none, unknown]
})

test("a dialect without a verdict is a compile error", () => {
  expectTypeOf<BackendName>().toEqualTypeOf<"predicate" | DialectName>()
  expectTypeOf<keyof Group["backends"]>().toEqualTypeOf<BackendName>()
})

test("an engine that its suite does not open is a compile error", () => {
  type Fast = keyof Parameters<typeof suiteAnswers<"fast">>[1]
  type Embedded = keyof Parameters<typeof suiteAnswers<"embedded">>[1]
  type Servers = keyof Parameters<typeof suiteAnswers<"servers">>[1]
  expectTypeOf<Fast | Embedded | Servers>().toEqualTypeOf<EngineName>()
  expectTypeOf<(Fast & Embedded) | (Embedded & Servers)>().toEqualTypeOf<never>()
})
