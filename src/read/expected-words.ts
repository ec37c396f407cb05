import type { Expectation } from "../syntax/expectation.ts"

const WORDS: Readonly<Partial<Record<Expectation, string>>> = {
  "field-name": "a field name in double quotes",
  operator: 'an operator such as "$eq"',
  name: "a name in double quotes",
  value: "a value",
  end: "the end of the text",
}

/** What a text must have, in words. Punctuation is quoted. */
export function expectedWords(expected: readonly Expectation[]): string {
  return expected.map((one) => WORDS[one] ?? `"${one}"`).join(" or ")
}
