/**
 * Shows every step for a filter: from its text to a checked tree, and from there to a query string, SQL and a
 * predicate. A database and the predicate then find the same customers.
 *
 *     npm run demo
 *     npm run demo -- '{"state":"active","id":{"$in":[1,2]}}'
 */
import { formatDiagnostics, safeParseFilter } from "desk-filter"
import { customers } from "desk-filter/desk"
import { toPredicate } from "desk-filter/predicate"
import { stringify, toSearchParams } from "desk-filter/query-string"
import { postgres, sqlite, sqlMapping, toSql } from "desk-filter/sql"
import { type Customer, makeCustomers } from "./demo/customers.ts"
import { type CustomerDatabase, openDatabase } from "./demo/database.ts"
import { drawTree, print, show, table } from "./demo/print.ts"

const EXAMPLE_FILTERS = [
  '{"state":"active","id":{"$in":[1,2,3,"4"]}}',
  '{"createdAt":{"$gte":"2025-06-01","$lt":"2025-07-01T00:00:00+02:00"},"jobTitle":{"$nin":["CTO",null]}}',
  '{"companies.name":"Acme","contacts.value":{"$contains":"@example.com"},"trusted":{"$ne":true}}',
  '{"$or":[{"firstName":"İpek","lastName":{"$gt":"F"}},{"jobTitle":{"$contains":"100%"},"deletedAt":{"$ne":null}},{"createdBy":null,"permission":"all"}]}',
]

const mapping = sqlMapping(customers, {
  table: "customers",
  columns: {
    firstName: "first_name",
    lastName: "last_name",
    jobTitle: "job_title",
    createdAt: "created_at",
    deletedAt: "deleted_at",
    createdBy: "created_by",
  },
  relations: {
    companies: { table: "customer_companies", on: { id: "customer_id" } },
    contacts: { table: "contacts", on: { id: "customer_id" } },
  },
})

/** Shows one filter. Returns whether it is valid and the database and the predicate find the same customers. */
function demonstrate(text: string, records: readonly Customer[], database: CustomerDatabase): boolean {
  print("Text", text)
  const result = safeParseFilter(customers, text)
  if (!result.ok) {
    console.error(`\n${formatDiagnostics(text, result.error)}`)
    return false
  }
  const { filter } = result
  print("Checked", drawTree(filter))
  print("Compact", stringify(filter))
  print("Explicit", stringify(filter, { style: "explicit" }))
  print("In a URL", `?${toSearchParams(filter)}`)
  for (const dialect of [sqlite, postgres]) {
    const { text: where, values } = toSql(filter, dialect, mapping)
    print(dialect.name, `WHERE ${where}\n${show(values)}`)
  }
  const matching = records.filter(toPredicate(filter))
  print("Customers", table(matching, 5))
  const agree = show(database.find(filter)) === show(matching.map(({ id }) => id))
  print(
    "Agreement",
    agree
      ? "the database and the predicate found the same customers"
      : "none: the database and the predicate found different customers, which is a bug",
  )
  return agree
}

const records = makeCustomers(300)
const database = await openDatabase(records, mapping)
const [argument] = process.argv.slice(2)
let allAgree = true
for (const [i, text] of (argument === undefined ? EXAMPLE_FILTERS : [argument]).entries()) {
  if (i > 0) console.log(`\n${"─".repeat(80)}\n`)
  allAgree = demonstrate(text, records, database) && allAgree
}
process.exitCode = allAgree ? 0 : 1
