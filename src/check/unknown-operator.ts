import type { NameNode } from "../syntax/syntax-tree.ts"
import { quote } from "../text/quote.ts"
import type { NameAdvice, Objection } from "./rule.ts"
import { WRAPPERS } from "./translation/unwrapped.ts"

/** The operators of MongoDB that Desk does not support. */
export const MONGODB: readonly string[] = [
  ...["$not", "$nor", "$all", "$exists", "$regex", "$options", "$text", "$search", "$elemMatch", "$size"],
  ...["$type", "$mod", "$expr", "$where", "$jsonSchema", "$comment", "$near", "$nearSphere", "$geoWithin"],
  ...["$geoIntersects", "$bitsAllSet", "$bitsAllClear", "$bitsAnySet", "$bitsAnyClear"],
]

/** Whether the name is known elsewhere, so that it is no slip. */
export function isForeign(name: string): boolean {
  return MONGODB.includes(name) || Object.hasOwn(WRAPPERS, name)
}

/** The objection to a name that begins with `$` and is not an operator of Desk. */
export function unknownOperator({ text, span }: NameNode, advise: () => NameAdvice): Objection {
  return MONGODB.includes(text)
    ? {
        code: "unsupported-operator",
        message: `${text} is an operator of MongoDB that Desk does not support`,
        params: { operator: text },
        hint: () => advise().hint,
        span,
      }
    : {
        code: "unknown-operator",
        message: `There is no operator ${quote(text)}`,
        details() {
          const { suggestions, hint } = advise()
          return { params: { reason: "unknown", found: quote(text), suggestions }, hint }
        },
        span,
      }
}
