import { didYouMean, suggest } from "../diagnostics/suggest.ts"
import { operatorNames } from "../schema/operators.ts"
import type { NameNode } from "../syntax/syntax-tree.ts"
import { quote } from "../text/quote.ts"
import type { Objection } from "./rule.ts"

/** The operators of MongoDB that Desk does not support, each with what to write instead, if there is something. */
export const FOREIGN: Readonly<Record<string, string | undefined>> = {
  $not: "write $ne instead of $eq, and $nin instead of $in; the opposite of $lt is $gte or null",
  $nor: "join the opposites of the conditions with $and; the opposite of $eq is $ne, and of $lt is $gte or null",
  $all: "write a condition for each value and join them with $and",
  $exists:
    'write {"field":{"$ne":null}} for records with a value, or {"field":null} for records without a value',
  $regex: "use $contains to find a substring",
  $options: "use $contains to find a substring",
  $text: "use $contains to find a substring of one field",
  $search: "use $contains to find a substring of one field",
  $elemMatch: 'filter a relation by its path: {"contacts.value":…}',
  $size: undefined,
  $type: undefined,
  $mod: undefined,
  $expr: undefined,
  $where: undefined,
  $jsonSchema: undefined,
  $comment: undefined,
  $near: undefined,
  $nearSphere: undefined,
  $geoWithin: undefined,
  $geoIntersects: undefined,
  $bitsAllSet: undefined,
  $bitsAllClear: undefined,
  $bitsAnySet: undefined,
  $bitsAnyClear: undefined,
}

/** Operator names of other query languages, each with the operator to use in Desk. */
export const ALIASES: Readonly<Record<string, string>> = {
  $neq: "$ne",
  $notIn: "$nin",
  $like: "$contains",
  $ilike: "$contains",
  $startsWith: "$contains, which finds the text anywhere",
  $endsWith: "$contains, which finds the text anywhere",
  $eqi: "$eq",
  $containsi: "$contains",
  $between: "$gte and $lte",
  $null: "$eq with null",
  $isNull: "$eq with null",
}

/** The objection to a name that begins with `$` and is not an operator of Desk. */
export function foreignOperator({ text, span }: NameNode): Objection {
  if (text in FOREIGN) {
    return {
      code: "unsupported-operator",
      message: `${text} is an operator of MongoDB that Desk does not support`,
      params: { operator: text },
      hint: FOREIGN[text],
      span,
    }
  }
  const alias = ALIASES[text]
  const found = quote(text)
  return {
    code: "unknown-operator",
    message: `There is no operator ${found}`,
    details() {
      const suggestions = alias?.match(/\$\w+/g) ?? suggest(text, operatorNames())
      const hint = alias === undefined ? didYouMean(suggestions) : `use ${alias}`
      return { params: { reason: "unknown", found, suggestions }, hint }
    },
    span,
  }
}
