import fc from "fast-check"
import { expect, test } from "vitest"
import { customers } from "../../src/desk.ts"
import { FilterError, formatDiagnostics, safeParseFilter } from "../../src/index.ts"
import { fromSearchParams } from "../../src/query-string.ts"
import { standardSchema } from "../../src/standard-schema.ts"
import { people } from "../conformance/people.ts"
import { runs } from "./runs.ts"

/** Characters that a terminal obeys, that reorder or hide text, or that have no encoding. */
const HIDDEN =
  /[\0-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\u3164]|\ufe0f|\p{Cs}/u

const hidden = fc.constantFrom(
  ..."\0\b\t\n\r\u001b\u007f\u0085\u009b\u00ad\u061c\u200b\u200d\u200f\u202e\u2028\u2029\u2060\u2066\ufeff\u3164\ufe0f",
  "\ud83d",
  "\ude00",
  "\u{1f600}",
)
const hostile = fc
  .array(fc.oneof(hidden, fc.constantFrom("a", "$", '"', "\\", "'", "-", "0", "…", "x".repeat(58))), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => parts.join(""))

const name = fc.oneof(
  hostile,
  fc.constantFrom(...people.fields.keys(), "$and", "$or", "$eq", "$in", "$contains", "$regex"),
)
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    hostile,
    fc.constantFrom(null, true, 5),
    fc.dictionary(name, tie("value"), { maxKeys: 3 }),
    fc.array(tie("value"), { maxLength: 3 }),
  ),
}))

/** A JSON text in which hidden characters may stand for themselves, and some tokens may not be JSON. */
const text = fc
  .tuple(value, fc.array(fc.tuple(fc.nat(), hostile), { maxLength: 2 }), fc.boolean())
  .map(([value, inserted, isRaw]) => {
    const json = JSON.stringify(value)
    const start = isRaw ? json.replace(/\\u[0-9a-f]{4}/g, (unit) => JSON.parse(`"${unit}"`)) : json
    return inserted.reduce((whole, [seed, part]) => {
      const at = seed % (whole.length + 1)
      return whole.slice(0, at) + part + whole.slice(at)
    }, start)
  })

function expectVisible(...texts: readonly (string | undefined)[]): void {
  for (const shown of texts) expect(shown ?? "").not.toMatch(HIDDEN)
}

/** The texts in a value, at any depth. */
function textsIn(value: unknown): string[] {
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [String(value)]
}

function showsVisibleText(input: unknown): void {
  const result = safeParseFilter(people, input)
  if (result.ok) return
  const { error } = result
  for (const { message, hint, params } of error.diagnostics) expectVisible(message, hint, ...textsIn(params))
  // The library separates the sentences by line breaks.
  expectVisible(...error.message.split("\n"))
  const { detail, errors } = error.toProblem()
  expectVisible(...detail.split("\n"), ...errors.flatMap(({ path, params }) => textsIn([path, params])))
  expectVisible(...formatDiagnostics(typeof input === "string" ? input : "", error).split("\n"))
  const { issues = [] } = standardSchema(people)["~standard"].validate(input)
  expect(issues).toHaveLength(error.diagnostics.length)
  for (const { message, path } of issues) expectVisible(message, ...path.map(String))
}

test("no message, hint, problem or issue repeats a hidden character of a value", () => {
  fc.assert(fc.property(value, showsVisibleText), runs(500))
})

test("no message, hint, problem or issue repeats a hidden character of a text", () => {
  fc.assert(fc.property(text, showsVisibleText), runs(700))
})

test("no message, hint or problem repeats a hidden character of a query string", () => {
  fc.assert(
    fc.property(text, (text) => {
      try {
        fromSearchParams(people, `filter=${text}`)
      } catch (error) {
        expect(error).toBeInstanceOf(FilterError)
        expectVisible(...(error as FilterError).message.split("\n"))
      }
    }),
    runs(500),
  )
})

test("a path stays usable: diagnostics keep its names, and a problem shows them so that they can be read back", () => {
  fc.assert(
    fc.property(hostile, (name) => {
      const result = safeParseFilter(people, { [name]: 1 })
      if (result.ok) throw new Error("There should be a mistake")
      const [sent] = result.error.toProblem().errors[0]?.path ?? []
      expect(result.error.diagnostics[0]?.path).toEqual([name])
      expect(String(sent).startsWith('"') ? JSON.parse(String(sent)) : sent).toBe(name)
    }),
    runs(500),
  )
})

/** The most characters of the params of one mistake, as JSON: sixty units of the input, each escaped twice, and names of the schema. */
const MAX_PARAMS = 1000

test("params stay short, however long the input is", () => {
  fc.assert(
    fc.property(hostile, (part) => {
      const long = part.repeat(2000 / part.length)
      const inputs = [
        ...[
          { [long]: 1 },
          { [`$${long}`]: 1 },
          { firstName: { [long]: 1 } },
          { firstName: { [`$${long}`]: 1 } },
        ],
        ...[{ createdAt: long }, { permission: long }, { id: long }, long, `{${long}:1}`, `{"id":${long}}`],
        `{"id":1${long}}`,
      ]
      const errors = inputs.flatMap((input) => {
        const result = safeParseFilter(customers, input)
        return result.ok ? [] : result.error.toProblem().errors
      })
      expect(errors.length).toBeGreaterThan(5)
      for (const { params } of errors) expect(JSON.stringify(params).length).toBeLessThan(MAX_PARAMS)
    }),
    runs(60),
  )
})
