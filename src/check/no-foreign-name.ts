import type { Relation } from "../schema/field.ts"
import { isNegative } from "../schema/operators.ts"
import type { Schema } from "../schema/schema.ts"
import type { FieldNode } from "../syntax/syntax-tree.ts"
import { membersOf } from "../syntax/value-node.ts"
import { quote } from "../text/quote.ts"
import { relationAdvice, unknownField } from "./known-field.ts"
import type { NameAdvice, Rule } from "./rule.ts"
import { advice } from "./translation/advice.ts"
import { plainName } from "./translation/foreign-operators.ts"
import { EACH_FOR_ITSELF, NONE_IS_EQUAL } from "./translation/one-row.ts"
import type { Translation } from "./translation/translation.ts"
import { Translator } from "./translation/translator.ts"

/** The name of a field is not a word of another language, and a relation is not an object with conditions. */
export const noForeignName: Rule<"fieldName"> = {
  on: "fieldName",
  check(node, { schema, field }) {
    const advise = field === undefined ? adviceOn(node, schema) : undefined
    return advise && unknownField(node.name, advise)
  },
}

/** Finds what to write instead. Undefined if the name is no word of another language. */
function adviceOn({ name: { text }, value }: FieldNode, schema: Schema): (() => NameAdvice) | undefined {
  const translator = new Translator(schema)
  const relation = schema.relations.get(text)
  if (relation !== undefined) {
    return !membersOf(value)?.length
      ? undefined
      : () => pathAdvice(translator.member({ name: text, value }), relation, schema)
  }
  const plain = plainName(text)
  switch (plain) {
    case "and":
    case "or":
      return () => ({ suggestions: [`$${plain}`], hint: `write "$${plain}"` })
    case "not":
    case "nor":
      return () => ({ suggestions: [], hint: advice(translator.member({ name: text, value })) })
    case "where":
    case "filter":
    case "filters":
    case "query":
      return () => {
        const filter = translator.filter(value)
        const shown = typeof filter === "string" ? undefined : advice(filter)
        const hint = shown ?? `leave out ${quote(text)}, and write its conditions directly`
        return { suggestions: [], hint }
      }
    default:
      return undefined
  }
}

/** Paths instead of an object, and what they mean on a relation to many. */
function pathAdvice(translation: Translation, relation: Relation, schema: Schema): NameAdvice {
  const { suggestions, hint: listed } = relationAdvice(relation, schema)
  const hint = advice(translation) ?? listed
  if (typeof translation === "string" || relation.cardinality === "one") return { suggestions, hint }
  if (translation.kind === "and") return { suggestions, hint: `${hint}; ${EACH_FOR_ITSELF}` }
  const isNone = translation.kind !== "or" && isNegative(translation.operator)
  return { suggestions, hint: isNone ? `${hint}; ${NONE_IS_EQUAL}` : hint }
}
