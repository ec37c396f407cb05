import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { rules } from "../../src/check/rules.ts"
import { customers } from "../../src/desk.ts"
import { type DiagnosticCode, FilterError, formatDiagnostics, parseFilter } from "../../src/index.ts"
import { type FromSearchParamsOptions, fromSearchParams } from "../../src/query-string.ts"
import { fromRuleGroup } from "../../src/react-querybuilder.ts"
import { objectingRules } from "../check/objecting-rules.ts"
import { missingIn, translations } from "./translations.ts"

const page = readFileSync(new URL("../../docs/errors.md", import.meta.url), "utf8")

const codes: Readonly<Record<DiagnosticCode, true>> = {
  syntax: true,
  "duplicate-key": true,
  "unknown-field": true,
  "unknown-operator": true,
  "unsupported-operator": true,
  "operator-not-allowed": true,
  "type-mismatch": true,
  "invalid-value": true,
  "null-not-allowed": true,
  "empty-operators": true,
  "limit-exceeded": true,
  "matches-everything": true,
  "missing-filter": true,
  "unknown-parameter": true,
  "invalid-encoding": true,
  "invalid-model": true,
  "incomplete-rule": true,
  untranslatable: true,
}

/** The options that an example on the page may name, as `With …:`. */
const options: Readonly<Record<string, FromSearchParamsOptions>> = {
  'emptyOr: "error"': { emptyOr: "error" },
  "limits: { maxListLength: 3 }": { limits: { maxListLength: 3 } },
  "limits: { maxDepth: 4 }": { limits: { maxDepth: 4 } },
  "limits: { maxRelationConditions: 2 }": { limits: { maxRelationConditions: 2 } },
  "requireSelective: true, limits: { maxGuardSteps: 100 }": {
    requireSelective: true,
    limits: { maxGuardSteps: 100 },
  },
  "requireSelective: true": { requireSelective: true },
  "required: true": { required: true },
}

const [, ...sections] = (page.split("\n## Codes\n")[1] ?? "").split(/^### /m)
const examples = sections.flatMap((section) => {
  const code = section.slice(0, section.indexOf("\n"))
  const blocks = section.matchAll(/(?:With `(.*)`:\n\n)?```text\n([\s\S]*?)\n\n([\s\S]*?)\n\nfix: (.*)\n```/g)
  return [...blocks].map(([, given, filter = "", printed = "", fix = ""]) => ({
    code,
    given,
    filter,
    printed,
    fix,
  }))
})

/** What the heading of an example says if it is a query of React Query Builder. */
const RULES = "fromRuleGroup"

/** Reads an example: a filter, a query string if it begins with `?`, or rules. Undefined if it is valid. */
function errorOf(example: string, given: string | undefined): FilterError | undefined {
  try {
    if (given === RULES) fromRuleGroup(customers, JSON.parse(example))
    else if (example.startsWith("?")) fromSearchParams(customers, example, optionsOf(given))
    else parseFilter(customers, example, optionsOf(given))
  } catch (error) {
    if (error instanceof FilterError) return error
    throw error
  }
  return undefined
}

function optionsOf(given: string | undefined): FromSearchParamsOptions {
  if (given === undefined) return {}
  const known = options[given]
  if (known === undefined) throw new Error(`The test has no options for "${given}"`)
  return known
}

describe("docs/errors.md", () => {
  test("has every code in its table, each with a section", () => {
    expect(
      [...page.matchAll(/^\| \[`(.*?)`\]\(#(.*?)\) \|/gm)].map(([, code, anchor]) => [code, anchor]),
    ).toEqual(Object.keys(codes).map((code) => [code, code]))
    expect(sections.map((section) => section.slice(0, section.indexOf("\n")))).toEqual(Object.keys(codes))
  })

  test("has an example of every code, and no other text blocks", () => {
    expect(new Set(examples.map(({ code }) => code))).toEqual(new Set(Object.keys(codes)))
    expect(page.match(/^```text$/gm)).toHaveLength(examples.length)
    expect(page.match(/^With `/gm)).toHaveLength(examples.filter(({ given }) => given !== undefined).length)
  })

  test.each(examples)("$code: $filter", ({ code, given, filter, printed, fix }) => {
    const error = errorOf(filter, given)
    if (error === undefined) throw new Error("The example is valid")
    expect(error.diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code])
    expect(formatDiagnostics(filter, error)).toBe(printed)
    expect(errorOf(fix, given)).toBeUndefined()
  })

  test.each(Object.entries(translations))("%s says the mistake of every example", (_, translate) => {
    for (const { filter, given } of examples) {
      const error = errorOf(filter, given)
      if (error === undefined) throw new Error("The example is valid")
      for (const diagnostic of error.diagnostics)
        expect(missingIn(translate(diagnostic), diagnostic)).toEqual([])
    }
  })

  test("has an example for every check rule", () => {
    const texts = examples
      .filter(({ code, filter, given }) => code !== "syntax" && !filter.startsWith("?") && given !== RULES)
      .map(({ filter, given }) => [filter, optionsOf(given)] as const)
    const objecting = objectingRules(customers, texts)
    expect(rules.filter((rule) => !objecting.has(rule))).toEqual([])
  })
})
