import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { FilterParser } from "../../grammar/generated/parser.ts"
import { recover } from "../../grammar/recovery/recover.ts"
import { UNBOUNDED } from "../../grammar/scanner.ts"
import { type Diagnostic, FilterError, safeParseFilter } from "../../src/index.ts"
import { nodes } from "../../src/read/nodes.ts"
import { mistakenFilter, type Part, schema, tokensOf } from "../arbitraries/mistaken.ts"
import { runs } from "./runs.ts"

/** A change of a text: the part from `start` to `end` becomes `text`. */
interface Change extends Part {
  readonly text: string
}

type Edit = (text: string, tokens: readonly Part[], index: number, stray: string) => Change

const edits: Readonly<Record<string, Edit>> = {
  "deleting a token": (_, tokens, index) => ({ ...partAt(tokens, index), text: "" }),
  "inserting a token": (_, tokens, index, stray) => {
    const { start } = partAt(tokens, index)
    return { start, end: start, text: stray }
  },
  "swapping two tokens": (text, tokens, index) => {
    const first = partAt(tokens, index)
    const second = partAt(tokens, Math.min(index + 1, tokens.length - 1))
    const swapped = first === second ? "" : text.slice(second.start, second.end)
    return { start: first.start, end: second.end, text: swapped + text.slice(first.start, first.end) }
  },
}

const stray = fc.constantFrom(..."{}[]:,", "1", '"x"', '"$in"', "true", "word", "NaN", "'", '"\\x"', "#")

function partAt(tokens: readonly Part[], index: number): Part {
  const part = tokens[index]
  if (part === undefined) throw new Error(`There is no token ${index}`)
  return part
}

function diagnosticsOf(text: string): readonly Diagnostic[] {
  const result = safeParseFilter(schema, text, { limits: { maxDiagnostics: 10_000 } })
  if (result.ok) return []
  expect(result.error).toBeInstanceOf(FilterError)
  return result.error.diagnostics
}

/** The members of the outermost object. */
function membersOf(text: string, tokens: readonly Part[]): Part[] {
  const members: Part[] = []
  let depth = 0
  let start = 1
  for (const token of tokens) {
    const image = text.slice(token.start, token.end)
    if (image === "{" || image === "[") depth++
    if (image === "}" || image === "]") depth--
    if (depth > 0 && !(image === "," && depth === 1)) continue
    members.push({ start, end: token.start })
    start = token.end
  }
  return members
}

const isWithin = (part: Part | undefined, { start, end }: Part) =>
  part !== undefined && part.start >= start && part.end <= end

/** What a diagnostic says. Its place is moved as the change moves what comes after it. */
function seen({ code, message, hint, path, span }: Diagnostic, change?: Change): unknown {
  const start = span?.start ?? 0
  const moved =
    change !== undefined && start >= change.end ? change.text.length - (change.end - change.start) : 0
  return { code, message, hint, path, start: start + moved }
}

describe.each(Object.entries(edits))("%s", (name, edit) => {
  test("hides no mistake of another member, and gives no cascade of syntax errors", () => {
    fc.assert(
      fc.property(mistakenFilter, fc.nat(), stray, (text, nat, inserted) => {
        const tokens = tokensOf(text)
        const change = edit(text, tokens, nat % tokens.length, inserted)
        const found = diagnosticsOf(text.slice(0, change.start) + change.text + text.slice(change.end))
        const syntaxErrors = found.filter(({ code }) => code === "syntax")
        // Two swapped tokens can be two mistakes. A bracket without its partner can show in a second place.
        const touched = text.slice(change.start, change.end) + change.text
        const most = (name === "swapping two tokens" ? 2 : 1) + (/[{}[\]]/.test(touched) ? 1 : 0)
        expect(syntaxErrors.length).toBeLessThanOrEqual(most)
        if (syntaxErrors.length === 0) return
        const untouched = membersOf(text, tokens).filter(
          ({ start, end }) => end < change.start || start > change.end,
        )
        const expected = diagnosticsOf(text).filter(({ span }) =>
          untouched.some((member) => isWithin(span, member)),
        )
        for (const diagnostic of expected)
          expect(found.map((one) => seen(one))).toContainEqual(seen(diagnostic, change))
      }),
      runs(250),
    )
  })
})

test("any number of changes give only FilterErrors, in order, and the first no later than the parser stops", () => {
  const changes = fc.array(fc.tuple(fc.constantFrom(...Object.values(edits)), fc.nat(), stray), {
    minLength: 1,
    maxLength: 6,
  })
  fc.assert(
    fc.property(mistakenFilter, changes, (text, changes) => {
      const changed = changes.reduce((current, [edit, nat, inserted]) => {
        const tokens = tokensOf(current)
        if (tokens.length === 0) return current
        const { start, end, text } = edit(current, tokens, nat % tokens.length, inserted)
        return current.slice(0, start) + text + current.slice(end)
      }, text)
      const starts = diagnosticsOf(changed).map(({ span }) => span?.start ?? Number.NaN)
      expect(starts).toEqual(starts.toSorted((a, b) => a - b))
      for (const start of starts) expect(start).toBeLessThanOrEqual(changed.length)
      const parser = new FilterParser(nodes, changed, UNBOUNDED, true)
      if (parser.parse() !== undefined) return
      const [mistake] = recover(nodes, changed, UNBOUNDED, 100).mistakes
      // Recovery knows more tokens that JSON does not have, such as 0x10, so a mistake may begin before that.
      expect(mistake?.token.start).toBeLessThanOrEqual(parser.lookahead.start)
    }),
    runs(250),
  )
})
