/**
 * Speed, as ratios. Each pair runs in this one process, on the same data, after their results were seen to
 * be equal; mitata times many rounds of each and reports the mean of the better half of them, which a
 * busy machine disturbs least. Absolute times of two machines cannot be compared, ratios can. It is bundled
 * first, because running TypeScript as it is wraps every function and so measures the wrapping.
 *
 *     npm run bench
 */
import { parseFilter } from "desk-filter"
import { customers } from "desk-filter/desk"
import { toPredicate } from "desk-filter/predicate"
import { stringify } from "desk-filter/query-string"
import { postgres, sqlMapping, toSql } from "desk-filter/sql"
import { do_not_optimize, measure } from "mitata"
import { type Customer, makeCustomers } from "../examples/demo/customers.ts"

const TEXT =
  '{"state":"active","$or":[{"createdAt":{"$gte":"2025-01-01T00:00:00Z"},"trusted":{"$ne":true}},{"jobTitle":{"$in":["CTO","Buyer"]},"firstName":{"$contains":"a"},"id":{"$gt":100}}]}'

/** What a programmer writes who needs this one filter. */
function handWritten({ state, createdAt, trusted, jobTitle, firstName, id }: Customer): boolean {
  return (
    state === "active" &&
    ((createdAt >= "2025-01-01T00:00:00Z" && trusted !== true) ||
      ((jobTitle === "CTO" || jobTitle === "Buyer") && firstName?.includes("a") === true && id > 100))
  )
}

const records = makeCustomers(4000)
const filter = parseFilter(customers, TEXT)
const predicate = toPredicate<Customer>(filter)
const mapping = sqlMapping(customers, { table: "customers" })

const kept = records.filter(predicate)
if (
  kept.length === 0 ||
  String(kept.map(({ id }) => id)) !== String(records.filter(handWritten).map(({ id }) => id))
) {
  throw new Error("The predicate and the hand-written filter disagree")
}

/** Nanoseconds for one call. */
async function time(work: () => unknown): Promise<number> {
  const { samples } = await measure(() => do_not_optimize(work()))
  const better = samples.slice(0, Math.max(1, Math.floor(samples.length / 2)))
  return better.reduce((sum, sample) => sum + sample, 0) / better.length
}

async function compare(name: string, work: () => unknown, peer: string, other: () => unknown): Promise<void> {
  const [ours, theirs] = [await time(work), await time(other)]
  console.log(`${name.padEnd(34)} ${(ours / theirs).toFixed(2).padStart(8)} × ${peer}`)
}

console.log(
  `Node ${process.version}, ${process.arch}; a filter of ${TEXT.length} characters, ${records.length} customers\n`,
)
await compare(
  "text → filter",
  () => parseFilter(customers, TEXT),
  "JSON.parse",
  () => JSON.parse(TEXT),
)
await compare(
  "text → predicate",
  () => toPredicate(parseFilter(customers, TEXT)),
  "JSON.parse",
  () => JSON.parse(TEXT),
)
await compare(
  "filter → compact text",
  () => stringify(filter),
  "JSON.stringify",
  () => JSON.stringify(JSON.parse(TEXT)),
)
await compare(
  "filter → SQL",
  () => toSql(filter, postgres, mapping),
  "JSON.parse",
  () => JSON.parse(TEXT),
)
await compare(
  "predicate over all customers",
  () => records.filter(predicate).length,
  "hand-written",
  () => records.filter(handWritten).length,
)
