import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { applyEdits, diagnose, type FixableDiagnostic } from "../../src/editor.ts"
import type { Schema } from "../../src/index.ts"
import { mistakenFilter, schema } from "../arbitraries/mistaken.ts"
import { people } from "../conformance/people.ts"
import { runs } from "../properties/runs.ts"
import { changedFilter } from "./changed-texts.ts"

/** Applies every fix, and compares the mistakes. */
function expectCorrected(schema: Schema, text: string): void {
  const before = diagnose(schema, text)
  for (const mistake of before) {
    for (const { title, edits } of mistake.fixes) {
      const fixed = applyEdits(text, edits)
      const left = before.filter((other) => other !== mistake).map(described)
      for (const found of diagnose(schema, fixed).map(described)) {
        expect(left, `${title} in ${text}: ${fixed}`).toContain(found)
        left.splice(left.indexOf(found), 1)
      }
      for (const { start, end } of edits) {
        expect(start).toBeLessThanOrEqual(end)
        expect(end).toBeLessThanOrEqual(text.length)
      }
    }
  }
}

function described({ code, message }: FixableDiagnostic): string {
  return `${code}: ${message}`
}

describe("Every fix removes its mistake and adds none", () => {
  test("in filters with mistakes of every kind", () => {
    fc.assert(
      fc.property(mistakenFilter, (text) => expectCorrected(schema, text as string)),
      runs(200),
    )
  })

  test("in texts that were cut or changed", () => {
    fc.assert(
      fc.property(changedFilter, (text) => expectCorrected(people, text)),
      runs(200),
    )
  })
})
