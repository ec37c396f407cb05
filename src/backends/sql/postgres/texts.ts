import { quote } from "../../../text/quote.ts"
import { bindComparable } from "../dialect/bind.ts"
import { ORDER } from "../dialect/dialect.ts"
import type { Refusal } from "../dialect/finding.ts"
import { type Answer, asText, bare, type Form, type PostgresType } from "./column-type.ts"

/** How a column is compared by its texts. */
interface TextColumn {
  /** The column as a text. */
  toText(name: string): string
  /** The type in which an index on the column serves equality, if it is not text. More values may be equal in it. */
  readonly indexed?: string
  /** In which collation the texts are, if not in the one that the mapping declares for the column. */
  readonly collation?: "binary" | "default"
}

/** The pattern operators compare bytes under every collation, and the order of UTF-8 bytes is code point order. */
const TEXT_ORDER = {
  $lt: "~<~",
  $lte: "~<=~",
  $gt: "~>~",
  $gte: "~>=~",
} as const satisfies PostgresType["order"]

/** What is known of the collations that a mapping may name. */
const collations: ReadonlyMap<string | undefined, "binary" | "nondeterministic" | "deterministic"> =
  /* @__PURE__ */ new Map([
    [undefined, "deterministic"],
    ["nondeterministic", "nondeterministic"],
    ["binary", "binary"],
    ["C", "binary"],
    ["POSIX", "binary"],
    ["ucs_basic", "binary"],
  ])

function refuseCollation(collation: string): Refusal {
  return {
    refused: "unknown-collation",
    message: `How the collation ${quote(collation)} compares is not known`,
    hint: `write "binary" or "nondeterministic", or nothing for a collation in which only identical texts are equal`,
  }
}

function texts({ toText, indexed, collation: fixed }: TextColumn, folds: boolean): Answer {
  return ({ field, collation: declared, lowerCase = false }) => {
    const collation = collations.get(declared)
    if (collation === undefined) return refuseCollation(String(declared))
    const isBinary = fixed === undefined ? collation === "binary" : fixed === "binary"
    const isLoose = collation === "nondeterministic"
    const inC = (name: string) => `${toText(name)} COLLATE "C"`
    if ((folds || !field.caseSensitive) && !lowerCase) {
      // In "C", lower() folds the letters A to Z only, and < compares code points.
      const folded: Form = { operand: (name) => `lower(${inC(name)})`, cast: "text" }
      return {
        exact: folded,
        // The type citext folds A to Z too, unless the database's language is one like Turkish.
        ...(isLoose && indexed === "citext" && { indexed: { operand: bare, cast: indexed } }),
        ordered: folded,
        order: ORDER,
        store: bindComparable,
      }
    }
    const cast = indexed ?? (isLoose ? "text" : undefined)
    // Two texts of a citext are equal as texts only if the collation of the column is deterministic.
    const exact = isLoose || indexed === "citext" ? inC : toText
    return {
      exact: { operand: exact, cast: "text" },
      ...(cast !== undefined && { indexed: { operand: bare, cast } }),
      ordered: { operand: toText, cast: "text" },
      order: isBinary ? ORDER : TEXT_ORDER,
      store: bindComparable,
    }
  }
}

/** What a column of texts answers. */
function textAnswers(column: TextColumn) {
  const asWritten = texts(column, false)
  // UUIDs in texts may be in any case.
  return { string: asWritten, enum: asWritten, uuid: texts(column, true) } as const
}

export const text = /* @__PURE__ */ textAnswers({ toText: bare })

/** The spaces that pad a text of this type are not part of it. The cast to text drops them. */
export const character = /* @__PURE__ */ textAnswers({ toText: asText, indexed: "bpchar" })

export const citext = /* @__PURE__ */ textAnswers({ toText: asText, indexed: "citext" })

/** Names compare in "C". */
export const name = /* @__PURE__ */ textAnswers({ toText: bare, collation: "binary" })

/** A type that is no text, compared by its text. No index serves that. */
export const { string: byText } = /* @__PURE__ */ textAnswers({ toText: asText, collation: "default" })

export const asTextOnly = { string: byText, enum: byText } as const

/** As text, an address of one host has a mask, which drivers do not return. */
const { string: byAddress } = /* @__PURE__ */ textAnswers({
  toText: (name) => `abbrev(${name})`,
  collation: "default",
})

export const inet = { string: byAddress, enum: byAddress } as const
