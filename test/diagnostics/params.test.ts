import { expect, test } from "vitest"
import { allMistakes, diagnosticsOf } from "./mistakes.ts"

test.each(allMistakes)("%s, %s", (code, _, { make, params }) => {
  const diagnostic = diagnosticsOf(make).at(-1)
  expect(diagnostic?.code).toBe(code)
  expect(diagnostic?.params).toEqual(params)
})
