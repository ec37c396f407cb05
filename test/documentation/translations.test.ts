import { describe, expect, test } from "vitest"
import { allMistakes, diagnosticsOf, mistakes } from "../diagnostics/mistakes.ts"
import { missingIn, translations } from "./translations.ts"

describe.each(Object.entries(translations))("%s", (_, translate) => {
  test.each(allMistakes)("says %s, %s", (_code, _variant, { make }) => {
    const diagnostic = diagnosticsOf(make).at(-1)
    if (diagnostic === undefined) throw new Error("There should be a mistake")
    const text = translate(diagnostic)
    expect(text).toMatch(/[.。？?]$/)
    expect(text).not.toMatch(/undefined(?! |\.)|\[object|NaN| {2}|\$\{/)
    expect(missingIn(text, diagnostic)).toEqual([])
  })

  test("has another text for each message", () => {
    const texts = allMistakes.map(([, , { make }]) => diagnosticsOf(make).map(translate).at(-1))
    expect(new Set(texts).size).toBe(texts.length)
  })

  test("has another word for each kind of value", () => {
    const kinds = ["object", "list", "string", "number", "fraction", "boolean", "null"] as const
    const texts = kinds.map((found) =>
      translate({ code: "type-mismatch", message: "", params: { reason: "filter", found }, path: [] }),
    )
    expect(new Set(texts).size).toBe(kinds.length)
  })
})

test("a value that a translation leaves out is found", () => {
  const [diagnostic] = diagnosticsOf(mistakes["operator-not-allowed"].only.make)
  if (diagnostic === undefined) throw new Error("There should be a mistake")
  expect(missingIn("active: $eq, $in, $gt", diagnostic)).toEqual(["$ne", "$nin"])
})
