import type { Comparable } from "../../../schema/comparison-form.ts"
import { bindComparable } from "../dialect/bind.ts"
import type { ColumnFacts } from "../dialect/column.ts"
import type { Refusal } from "../dialect/finding.ts"
import { Parameter, type SqlValue, sql } from "../dialect/fragment.ts"
import { refuseCollation } from "../dialect/refusals.ts"
import { none, one, type Stored } from "../dialect/stored.ts"
import { labelsOf } from "../dialect/type-name.ts"
import { type CollationFacts, collationFacts, isAscii } from "./charsets.ts"
import { type Answer, type Answers, bare, type Form, type MysqlType } from "./column-type.ts"

/** How a dialect compares texts under a collation if case counts. */
export type TextComparison = (collation: CollationFacts) => Omit<MysqlType, "store">

/** Only identical texts have the same bytes in UTF-8, and the order of the bytes is code point order. */
const parameterBytes = (value: SqlValue) =>
  sql`CAST(CONVERT(${new Parameter(value)} USING utf8mb4) AS BINARY)`
const textBytes: Form = {
  operand: (name) => `CAST(CONVERT(${name} USING utf8mb4) AS BINARY)`,
  parameter: parameterBytes,
}
const blobBytes: Form = { operand: bare, parameter: parameterBytes }

/**
 * Folds only ASCII letters: the bytes are taken for Hebrew, where every byte is a character and the lower case of letters
 * is known for those of ASCII only.
 */
function folded({ operand, parameter }: Form): Form {
  return { operand: (name) => `LOWER(CONVERT(${operand(name)} USING hebrew))`, parameter }
}

function inOneForm(form: Form): Omit<MysqlType, "store"> {
  return { exact: form, ordered: form }
}

/** Texts by their bytes. */
export const comparedByBytes = /* @__PURE__ */ inOneForm(textBytes)

/** The collations that an index serves if a column of `utf8mb4` has one of them, and the mapping does not name it. */
const USUAL_COLLATIONS = ["utf8mb4_general_ci", "utf8mb4_unicode_ci", "utf8mb4_bin"] as const

/** The column under its own collation, which an index serves. Texts that differ may be equal. */
export function equalInCollation({ charset }: CollationFacts): NonNullable<MysqlType["among"]> {
  return (name, values, test) => {
    const parameters = values.map((value) => new Parameter(value))
    if (charset !== undefined || values.every((value) => isAscii(String(value))))
      return test(name, parameters)
    // A text that the column's character set lacks cannot be converted to it: the column is converted then.
    return USUAL_COLLATIONS.flatMap((collation, i) => [
      i === 0 ? "" : " AND ",
      test(
        name,
        parameters.map((parameter) => sql`CONVERT(${parameter} USING utf8mb4) COLLATE ${collation}`),
      ),
    ])
  }
}

const COLLATION_HINT =
  "write the name of the collation as information_schema.COLUMNS has it, such as utf8mb4_general_ci"

/** Texts in a column of type char, varchar or text. */
export function texts(
  facts: ColumnFacts,
  compare: TextComparison,
  ignoresCase: boolean,
): MysqlType | Refusal {
  const collation = collationFacts(facts.collation)
  if (collation === undefined) return refuseCollation(String(facts.collation), COLLATION_HINT)
  const store = storeText(collation)
  // If the column holds lower case, the value alone is folded.
  if (!ignoresCase || facts.lowerCase) return { ...compare(collation), store }
  return {
    ...inOneForm(folded(textBytes)),
    ...(collation.foldsCase && { among: equalInCollation(collation) }),
    store,
  }
}

/** A text that the column's character set lacks is in no column. It is its own floor, because order is that of Unicode. */
function storeText({ charset }: CollationFacts): (text: Comparable) => Stored {
  return (text) => (charset === undefined || charset.texts.test(String(text)) ? one(text) : none(text))
}

const blob: Answer = ({ field }) => ({
  ...inOneForm(field.caseSensitive ? blobBytes : folded(blobBytes)),
  store: bindComparable,
})

/** Bytes that are texts in UTF-8. */
export const blobs: Answers = { string: blob, enum: blob }

/** An index serves equality with a label. The order of an index is that of the labels' numbers. */
const enumLabel: Answer = (facts, type) => {
  const collation = collationFacts(facts.collation)
  if (collation === undefined) return refuseCollation(String(facts.collation), COLLATION_HINT)
  if (!facts.field.caseSensitive) return { ...inOneForm(folded(textBytes)), store: bindComparable }
  const labels = facts.labels ?? labelsOf(type)
  // A column also holds the empty text, where an invalid value was stored.
  const held = labels.length === 0 ? undefined : new Set(["", ...labels])
  return {
    ...comparedByBytes,
    among: equalInCollation(collation),
    store: (text) => (held === undefined || held.has(String(text)) ? one(text) : none(text)),
  }
}

export const enums: Answers = { string: enumLabel, enum: enumLabel }
