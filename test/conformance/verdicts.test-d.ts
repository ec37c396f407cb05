import { expectTypeOf, test } from "vitest"
import type { DialectName } from "../../src/sql.ts"
import type { EngineFor, EngineName } from "../engines/engines.ts"
import type { suiteAnswers, Ways } from "./answers.ts"
import type { BackendName, Group, Verdict } from "./case.ts"

test("a verdict without engines is a compile error", () => {
  // @ts-expect-error there is no engine
  const none: Verdict = { on: [] }
  // @ts-expect-error there is no such engine
  const unknown: Verdict = { on: ["Oracle"] }
  return [none, unknown]
})

test("a verdict that names an engine which does not run the backend is a compile error", () => {
  // @ts-expect-error MariaDB does not run the SQL for SQLite
  const other: Verdict<"sqlite"> = { on: ["MariaDB"] }
  // @ts-expect-error PGlite does not run the SQL for ClickHouse
  const group: Pick<Group["backends"], "clickhouse"> = { clickhouse: { on: ["PGlite"] } }
  expectTypeOf<EngineFor<"postgres">>().toEqualTypeOf<"PGlite" | "PostgreSQL">()
  expectTypeOf<EngineFor<"mysql">>().toEqualTypeOf<"MariaDB">()
  return [other, group]
})

test("an engine that its suite does not open for each backend is a compile error", () => {
  expectTypeOf<keyof Ways<"servers">["MariaDB"]>().toEqualTypeOf<"mariadb" | "mysql">()
  expectTypeOf<keyof Ways<"fast">["JavaScript"]>().toEqualTypeOf<"predicate">()
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
