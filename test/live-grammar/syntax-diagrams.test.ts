import type { ISerializedGast } from "chevrotain"
import { expect, test } from "vitest"
import { grammarRules } from "../../grammar/rules.ts"
import { FilterGrammar } from "../../src/grammar.ts"

const page = new FilterGrammar().syntaxDiagrams({ resourceBase: "/chevrotain/", css: "/diagrams.css" })

interface Named extends ISerializedGast {
  readonly name: string
}

const [, json = ""] = /window\.serializedGrammar = (\[[\s\S]*?\]);\n/.exec(page) ?? []
const drawn: readonly Named[] = JSON.parse(json)

/** The productions of a type inside of a production. */
function within(production: ISerializedGast, type: ISerializedGast["type"]): Named[] {
  const inside = (production.definition ?? []).flatMap((part) => within(part, type))
  return production.type === type ? [production as Named, ...inside] : inside
}

test("a page draws every rule of the language, and no error production", () => {
  const names = drawn.map(({ name }) => name)
  const rules = grammarRules().map(({ name }) => name)
  expect(names).toEqual(rules.filter((name) => !/^(?:misplaced|missing)/.test(name)))
  expect(names.length).toBeGreaterThan(15)
  for (const { name } of drawn.flatMap((rule) => within(rule, "NonTerminal"))) expect(names).toContain(name)
})

test("no rule loses a token, and no choice loses all its alternatives", () => {
  const tokens = drawn.flatMap((rule) => within(rule, "Terminal")).map(({ name }) => name)
  expect(new Set(tokens)).toEqual(
    new Set([
      ...["LBrace", "RBrace", "LBracket", "RBracket", "Colon", "String", "OperatorName", "LogicalName"],
      ...["Number", "True", "False", "Null"],
    ]),
  )
  for (const { definition } of drawn.flatMap((rule) => within(rule, "Alternation")))
    expect(definition).not.toEqual([])
})

test("a page loads its scripts and its style sheet from where you say", () => {
  expect(page).toContain("src='/chevrotain/src/main.js'")
  expect(page).toContain("href='/diagrams.css'")
  expect(page).not.toMatch(/https?:/)
})
