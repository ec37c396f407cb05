import { expect, test } from "vitest"
import type { FindingCode } from "../../src/sql.ts"
import type { EngineName } from "../engines/engines.ts"
import { provokedOn } from "./codes.ts"
import type { InspectedDatabase, Provocation } from "./provocation.ts"

/** Tests that each provocation leads to its finding, and that they are all that codes.ts lists for the engine. */
export function provokeOn(
  engine: EngineName,
  provocations: readonly Provocation[],
  open: () => Promise<InspectedDatabase>,
): void {
  const provoked = new Set<FindingCode>()

  test.each(provocations)("$code: $finding.message", async ({ code, statements, mapping, finding }) => {
    const database = await open()
    try {
      for (const statement of statements) await database.execute(statement)
      const findings = await database.inspect(mapping)
      expect(findings).toContainEqual(expect.objectContaining({ code, ...finding }))
      provoked.add(code)
    } finally {
      await database.close()
    }
  })

  test("provokes what codes.ts lists", () => {
    const listed = (Object.keys(provokedOn) as FindingCode[]).filter((code) =>
      provokedOn[code].includes(engine),
    )
    expect(listed.filter((code) => !provoked.has(code))).toEqual([])
  })
}
