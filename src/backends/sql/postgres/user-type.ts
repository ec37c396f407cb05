import { inDoubleQuotes } from "../dialect/quoting.ts"
import { none, one } from "../dialect/stored.ts"
import { type Answer, type Form, isUnknownToDrivers } from "./column-type.ts"
import { plain } from "./plain.ts"
import { byText } from "./texts.ts"

/** A name in quotes, or one without quotes. */
const NAME = /"(?:[^"]|"")+"|[^".]+/g

/**
 * The name of a type as an identifier, with each of its parts in quotes. The catalog prints a part in quotes if it is
 * not in lower case: `other."Ticket State"`. Undefined if the text is no name.
 */
function typeIdentifier(type: string): string | undefined {
  const names = type.match(NAME) ?? []
  if (names.length === 0 || names.join(".") !== type) return undefined
  return names.map((name) => (name.startsWith('"') ? name : inDoubleQuotes(name))).join(".")
}

/** An enum of the database. Until its catalog is read, a value may be missing in it. A type without labels is no enum. */
const databaseEnum: Answer = (facts, type) => {
  const { labels, type: name = "" } = facts
  const identifier = typeIdentifier(name)
  if (identifier === undefined || labels?.length === 0) return byText(facts, type)
  if (labels === undefined) return { ...byText(facts, type), unreadEnum: identifier }
  const held = plain(identifier, (label) => (labels.includes(String(label)) ? one(label) : none()))
  // A domain over the enum has no operators of its own.
  const form: Form = {
    operand: (name) => `${name}::${identifier}`,
    cast: identifier,
    needsText: isUnknownToDrivers,
  }
  return { ...held, exact: form, ofEnum: true }
}

/** A type that the user created. Under an enum field it is taken for an enum, and under others for a type with a text. */
export const userType = { string: byText, enum: databaseEnum } as const
