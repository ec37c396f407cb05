import type { Hint } from "../diagnostics/hint.ts"
import type { Relation } from "../schema/field.ts"
import { isNegative } from "../schema/operators.ts"
import type { Schema } from "../schema/schema.ts"
import type { FieldNode } from "../syntax/syntax-tree.ts"
import { membersOf } from "../syntax/value-node.ts"
import { quote } from "../text/quote.ts"
import { relationHint, unknownField } from "./known-field.ts"
import type { Rule } from "./rule.ts"
import { advice } from "./translation/advice.ts"
import { plainName } from "./translation/foreign-operators.ts"
import { EACH_FOR_ITSELF, NONE_IS_EQUAL } from "./translation/one-row.ts"
import type { Translation } from "./translation/translation.ts"
import { Translator } from "./translation/translator.ts"

/** The name of a field is not a word of another language, and a relation is not an object with conditions. */
export const noForeignName: Rule<"fieldName"> = {
  on: "fieldName",
  check(node, { schema, field }) {
    const hint = field === undefined ? hintFor(node, schema) : undefined
    return hint === undefined ? undefined : unknownField(node.name, hint)
  },
}

function hintFor({ name: { text }, value }: FieldNode, schema: Schema): Hint | undefined {
  const translator = new Translator(schema)
  const relation = schema.relations.get(text)
  if (relation !== undefined) {
    return !membersOf(value)?.length
      ? undefined
      : () => relationAdvice(translator.member({ name: text, value }), relation, schema)
  }
  const plain = plainName(text)
  switch (plain) {
    case "and":
    case "or":
      return `write "$${plain}"`
    case "not":
    case "nor":
      return () => advice(translator.member({ name: text, value }))
    case "where":
    case "filter":
    case "filters":
    case "query":
      return () => {
        const filter = translator.filter(value)
        return (
          (typeof filter === "string" ? undefined : advice(filter)) ??
          `leave out ${quote(text)}, and write its conditions directly`
        )
      }
    default:
      return undefined
  }
}

/** Paths instead of an object, and what they mean on a relation to many. */
function relationAdvice(translation: Translation, relation: Relation, schema: Schema): string {
  const hint = advice(translation) ?? relationHint(relation, schema)
  if (typeof translation === "string" || relation.cardinality === "one") return hint
  if (translation.kind === "and") return `${hint}; ${EACH_FOR_ITSELF}`
  return translation.kind !== "or" && isNegative(translation.operator) ? `${hint}; ${NONE_IS_EQUAL}` : hint
}
