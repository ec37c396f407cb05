import { bindComparable } from "../dialect/bind.ts"
import { ORDER } from "../dialect/dialect.ts"
import { refuseCollation } from "../dialect/refusals.ts"
import { type Answer, asText, bare, type Form, isUnknownToDrivers, type PostgresType } from "./column-type.ts"

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

const COLLATION_HINT = `write "binary" or "nondeterministic", or nothing for a collation in which only identical texts are equal`

const citextForm: Form = { operand: bare, cast: "citext", needsText: isUnknownToDrivers }

/** In Turkish, Azerbaijani and Lithuanian, citext folds an I with or without an accent in another way than A to Z. */
const FOLDS_OTHERWISE = "lower('I' || chr(204)) NOT IN ('i' || chr(204), 'i' || chr(236))"

/** The form in which an index on the column serves equality, if it is not that of its texts. */
function indexedForm(cast: string | undefined, isLoose: boolean): { readonly indexed?: Form } {
  // In a nondeterministic collation, an index on a citext does not have the order of its equality.
  if (cast === "citext") return isLoose ? {} : { indexed: citextForm }
  if (cast !== undefined) return { indexed: { operand: bare, cast } }
  return isLoose ? { indexed: { operand: bare, cast: "text" } } : {}
}

function texts({ toText, indexed, collation: fixed }: TextColumn, folds: boolean): Answer {
  return ({ field, collation: declared, lowerCase = false }) => {
    const collation = collations.get(declared)
    if (collation === undefined) return refuseCollation(String(declared), COLLATION_HINT)
    const isBinary = fixed === undefined ? collation === "binary" : fixed === "binary"
    const isLoose = collation === "nondeterministic"
    const inC = (name: string) => `${toText(name)} COLLATE "C"`
    if ((folds || !field.caseSensitive) && !lowerCase) {
      // In "C", lower() folds the letters A to Z only, and < compares code points.
      const folded: Form = { operand: (name) => `lower(${inC(name)})`, cast: "text" }
      return {
        exact: folded,
        ...(indexed === "citext" && !isLoose && { indexed: citextForm, indexedUnless: FOLDS_OTHERWISE }),
        ordered: folded,
        order: ORDER,
        store: bindComparable,
      }
    }
    // In a nondeterministic collation, an index on a citext does not have the order of its equality.
    const exact: Form = { operand: isLoose ? inC : toText, cast: "text" }
    return {
      exact,
      ...indexedForm(indexed, isLoose),
      ordered: exact,
      order: isBinary || isLoose ? ORDER : TEXT_ORDER,
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
export const byText = /* @__PURE__ */ texts({ toText: asText, collation: "default" }, false)

export const asTextOnly = { string: byText, enum: byText } as const

/** As text, an address of one host has a mask, which drivers do not return. */
const byAddress = /* @__PURE__ */ texts({ toText: (name) => `abbrev(${name})`, collation: "default" }, false)

export const inet = { string: byAddress, enum: byAddress } as const
