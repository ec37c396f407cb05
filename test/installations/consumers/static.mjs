// For hosts that load no module by a computed name.
import * as main from "desk-filter"
import * as builder from "desk-filter/builder"
import * as desk from "desk-filter/desk"
import * as predicate from "desk-filter/predicate"
import * as queryString from "desk-filter/query-string"
import * as sql from "desk-filter/sql"
import { answers } from "./answers.cjs"

const entries = {
  "desk-filter": main,
  "desk-filter/builder": builder,
  "desk-filter/desk": desk,
  "desk-filter/predicate": predicate,
  "desk-filter/query-string": queryString,
  "desk-filter/sql": sql,
}

export const found = await answers(async (entry) => entries[entry])
