import fc from "fast-check"
import { Kind, Scanner, UNBOUNDED } from "../../grammar/scanner.ts"
import { defineSchema, field } from "../../src/index.ts"

/** A part of a text. */
export interface Part {
  readonly start: number
  readonly end: number
}

class TokenLister extends Scanner {
  list(): Part[] {
    const parts: Part[] = []
    for (this.advance(); this.kind !== Kind.End; this.advance())
      parts.push({ start: this.start, end: this.end })
    return parts
  }
}

/** Where the tokens of a text are. */
export function tokensOf(text: string): readonly Part[] {
  return new TokenLister(text, UNBOUNDED).list()
}

export const schema = defineSchema({
  id: field.integer(),
  name: field.string({ nullable: true }),
  active: field.boolean(),
  kind: field.enum(["agent", "admin"]),
})

const scalar = fc.constantFrom("1", "1.5", '"x"', '"agent"', '"$x"', "true", "null")
const list = fc
  .array(fc.oneof({ weight: 8, arbitrary: scalar }, fc.constantFrom("[1]", "{}", '{"x":1}')), {
    maxLength: 3,
  })
  .map((items) => `[${items}]`)

/** Members with different names. */
function members(member: fc.Arbitrary<readonly [name: string, value: string]>, maxLength: number) {
  return fc
    .uniqueArray(member, { maxLength, selector: ([name]) => name })
    .map((entries) => `{${entries.map(([name, value]) => `"${name}":${value}`)}}`)
}

const operators = members(
  fc.tuple(fc.constantFrom("$eq", "$in", "$gt", "$contains", "gt", "$regex"), fc.oneof(scalar, list)),
  3,
)

/** The text of a filter of the schema. It is JSON, and most of its conditions break a rule. */
export const { mistakenFilter } = fc.letrec<{
  mistakenFilter: string
  entry: readonly [name: string, value: string]
}>((tie) => ({
  mistakenFilter: members(tie("entry"), 4),
  entry: fc.oneof(
    { depthSize: "small" },
    fc.tuple(
      fc.constantFrom("id", "name", "active", "kind", "idd", "nam", "x", "y"),
      fc.oneof(scalar, operators, list),
    ),
    fc.tuple(
      fc.constantFrom("$or", "$and"),
      fc.array(tie("mistakenFilter"), { maxLength: 3 }).map((filters) => `[${filters}]`),
    ),
  ),
}))
