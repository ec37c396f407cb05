import type { Diagnostic } from "../../src/index.ts"
import { examplesOf } from "./docs.ts"
import { valueAfter } from "./value-after.ts"

type Translate = (diagnostic: Diagnostic) => string

/** The functions of docs/translations.md by language. */
export const translations: Readonly<Record<string, Translate>> = {
  German: await translation("German"),
  Japanese: await translation("Japanese"),
}

async function translation(language: string): Promise<Translate> {
  const code = examplesOf("translations.md").get(language)
  if (code === undefined) throw new Error(`docs/translations.md has no example for ${language}`)
  return (await valueAfter(code, `in${language}`)) as Translate
}

/** The params that are words of a vocabulary: every language has its own word for each. */
const vocabularies: ReadonlySet<string> = new Set(["reason", "limit", "expected"])

/** The values of the params that the English text shows and the translated one does not. */
export function missingIn(translated: string, { message, hint = "", params }: Diagnostic): readonly string[] {
  const english = `${message} ${hint}`
  return Object.entries(params)
    .filter(([name]) => !vocabularies.has(name))
    .flatMap(([, value]) => valuesIn(value))
    .filter((value) => english.includes(value) && !isKindOfValue(value) && !translated.includes(value))
}

function valuesIn(value: unknown): string[] {
  if (typeof value === "boolean") return []
  return typeof value === "object" && value !== null
    ? Object.values(value).flatMap(valuesIn)
    : [String(value)]
}

/** A kind is a word. A text of the input has quotes, or is a token that is not a word. */
function isKindOfValue(value: string): boolean {
  return /^(?:object|list|string|number|fraction|boolean|bigint|function|symbol|instance)$/.test(value)
}
