import type { Path } from "../../diagnostics/diagnostic.ts"
import type { Field } from "../../schema/field.ts"
import { isText } from "../is-text.ts"
import type { ModelReader } from "../model-reader.ts"
import { writtenValue } from "../written-value.ts"
import { isListed } from "./is-listed.ts"
import type { RuleValueForm } from "./rule-operators.ts"

/** Reads the value of a rule. The result is undefined if the user still has to write a value. */
type ReadValue = (written: unknown, field: Field, listed: (written: unknown) => readonly unknown[]) => Values

type Values = readonly unknown[] | undefined

const readers: Readonly<Record<RuleValueForm, ReadValue>> = {
  none: () => [],
  one(written, field, listed) {
    if (!Array.isArray(written)) return isBlank(written, field) ? undefined : [written]
    const [value, ...more] = listed(written)
    // A list is what another operator has left. Its one value is written on purpose, even if it is an empty text.
    if (more.length === 0) return value === undefined || value === null ? undefined : [value]
    return [[value, ...more]]
  },
  list(written, field, listed) {
    const values = listed(written)
    // Null in a list is a value, as it is in a filter.
    const isUnwritten = (value: unknown) =>
      value !== null && !isEmptyText(value, field) && isBlank(value, field)
    return values.length === 0 || values.some(isUnwritten) ? undefined : values
  },
  range(written, field, listed) {
    const values = listed(written)
    return values.length < 2 || values.some((value) => isBlank(value, field)) ? undefined : values
  },
}

/**
 * The values that a rule compares with: as many as its operator takes.
 *
 * @returns undefined if the user still has to write a value
 */
export function ruleValues(
  reader: ModelReader,
  path: Path,
  form: RuleValueForm,
  field: Field,
  written: unknown,
): Values {
  const listed = (list: unknown) =>
    reader.list(
      Array.isArray(list) ? list : typeof list === "string" ? commaSeparated(list) : [list],
      path,
    ) ?? []
  return readers[form](written ?? [], field, listed)?.map((value) => writtenValue(field, value))
}

/** Whether a user has written nothing. In a text, white space is a value. */
function isBlank(written: unknown, field: Field): boolean {
  if (typeof written !== "string") return written === null || written === undefined
  if (field.values?.includes(written)) return false
  return (isText(field) ? written : written.trim()) === "" || (isListed(field) && written === UNCHOSEN)
}

/** In a list, an empty text is a value of a text. */
function isEmptyText(written: unknown, field: Field): boolean {
  return written === "" && isText(field)
}

/** React Query Builder's value of a list of choices in which none is chosen. */
const UNCHOSEN = "~"

/** The items of a text with commas, as React Query Builder splits it: a backslash escapes a comma, and blank items do not count. */
function commaSeparated(text: string): readonly string[] {
  const items: string[] = []
  for (const [index, part] of text.split("\\,").entries()) {
    const [first = "", ...others] = part.split(",")
    items.push(index === 0 ? first : `${items.pop()},${first}`)
    for (const item of others) items.push(item)
  }
  return items.map((item) => item.trim()).filter((item) => item !== "")
}
