import { didYouMean, suggest } from "../diagnostics/suggest.ts"
import { operators } from "../schema/operators.ts"
import type { NameNode } from "../syntax/syntax-tree.ts"
import { quote } from "../text/quote.ts"
import type { Objection } from "./rule.ts"

/** The operators that MongoDB has and Desk has not, and what says the same in Desk's language, if anything does. */
const FOREIGN: ReadonlyMap<string, string | undefined> = new Map([
  ["$not", "use the opposite operator: $ne for $eq, $nin for $in, $gte for $lt"],
  ["$nor", "use the opposite operators in an $and: $ne for $eq, $nin for $in"],
  ["$all", "a condition for each value in an $and asks for all of them"],
  [
    "$exists",
    'a missing value is null: {"field":{"$ne":null}} asks for presence, {"field":null} for absence',
  ],
  ["$regex", "$contains finds a text inside of a text"],
  ["$options", "there are no regular expressions: $contains finds a text inside of a text"],
  ["$text", "$contains finds a text inside of one field"],
  ["$search", "$contains finds a text inside of one field"],
  ["$elemMatch", 'a relation is filtered by its path: {"contacts.value":…}'],
  ["$size", undefined],
  ["$type", undefined],
  ["$mod", undefined],
  ["$expr", undefined],
  ["$where", undefined],
  ["$jsonSchema", undefined],
  ["$comment", undefined],
  ["$near", undefined],
  ["$nearSphere", undefined],
  ["$geoWithin", undefined],
  ["$geoIntersects", undefined],
  ["$bitsAllSet", undefined],
  ["$bitsAllClear", undefined],
  ["$bitsAnySet", undefined],
  ["$bitsAnyClear", undefined],
])

/** Names that other query languages have for what Desk has under another name. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ["$neq", "$ne"],
  ["$notIn", "$nin"],
  ["$like", "$contains"],
  ["$ilike", "$contains"],
  ["$startsWith", "$contains"],
  ["$endsWith", "$contains"],
  ["$eqi", "$eq"],
  ["$containsi", "$contains"],
  ["$between", "$gte and $lte"],
  ["$null", "$eq with null"],
  ["$isNull", "$eq with null"],
])

/** The objection to a name with a `$` that is no operator of Desk's. */
export function foreignOperator({ text, span }: NameNode): Objection {
  if (FOREIGN.has(text)) {
    return {
      code: "unsupported-operator",
      message: `${text} is an operator of MongoDB that Desk does not support`,
      hint: FOREIGN.get(text),
      span,
    }
  }
  const alias = ALIASES.get(text)
  return {
    code: "unknown-operator",
    message: `There is no operator ${quote(text)}`,
    hint: alias === undefined ? () => didYouMean(suggest(text, Object.keys(operators))) : `use ${alias}`,
    span,
  }
}
