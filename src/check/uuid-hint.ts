import { canonicalUuid } from "../text/uuid.ts"
import type { ValueAdvice } from "./value-advice.ts"

/** The longest other notation of a UUID, and a few characters more. A longer text is not searched. */
const LONGEST = 60

/** What to write instead of a UUID in braces, with a prefix, or without its hyphens. */
export function uuidHint(written: string): ValueAdvice | undefined {
  if (written.length > LONGEST) return undefined
  const [, bare = ""] =
    /^\s*(?:urn:)?(?:uuid:?)?[{(["']*(?:0x)?([0-9a-f-]+)["'\])}]*\s*$/i.exec(written) ?? []
  const digits = bare.replaceAll("-", "")
  const uuid = canonicalUuid(digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5"))
  return uuid === undefined ? undefined : { write: uuid }
}
