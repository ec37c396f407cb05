import type { FilterInput } from "desk-filter"
import type { customers } from "desk-filter/desk"
import type { Customer } from "../examples/demo/customers.ts"

type CustomerFilter = FilterInput<typeof customers>

/**
 * The filter of most measurements: six conditions, joined by "and" and "or". Its date-times have the same form as in the
 * records, because the other libraries compare them as strings.
 */
export const sixConditions: CustomerFilter = {
  state: "active",
  $or: [
    { createdAt: { $gte: "2025-01-01T00:00:00.000Z" }, trusted: { $ne: true } },
    { jobTitle: { $in: ["CTO", "Buyer"] }, firstName: { $contains: "a" }, id: { $gt: 100 } },
  ],
}

const since = Date.parse("2025-01-01T00:00:00.000Z")

/** The same condition, written by hand. It accepts every form of an RFC 3339 date-time, as the filter does. */
export function handWritten({ state, createdAt, trusted, jobTitle, firstName, id }: Customer): boolean {
  return (
    state === "active" &&
    ((Date.parse(createdAt) >= since && trusted !== true) ||
      ((jobTitle === "CTO" || jobTitle === "Buyer") && firstName?.includes("a") === true && id > 100))
  )
}

/** The same condition, written by hand for records that need no checks and whose date-times all have one form. It is a lower bound. */
export function handWrittenForOneSpelling(customer: Customer): boolean {
  const { state, createdAt, trusted, jobTitle, firstName, id } = customer
  return (
    state === "active" &&
    ((createdAt >= "2025-01-01T00:00:00.000Z" && trusted !== true) ||
      ((jobTitle === "CTO" || jobTitle === "Buyer") && firstName?.includes("a") === true && id > 100))
  )
}

/** The six conditions for records whose date-times are to the second. */
export const sixConditionsToSecond: CustomerFilter = JSON.parse(
  JSON.stringify(sixConditions).replaceAll(".000Z", "Z"),
)

/** Written by hand for date-times to the second, as {@link handWrittenForOneSpelling} is for milliseconds. */
export function handWrittenToSecond(customer: Customer): boolean {
  const { state, createdAt, trusted, jobTitle, firstName, id } = customer
  return (
    state === "active" &&
    ((createdAt >= "2025-01-01T00:00:00Z" && trusted !== true) ||
      ((jobTitle === "CTO" || jobTitle === "Buyer") && firstName?.includes("a") === true && id > 100))
  )
}

/** Conditions of every type and operator, with values that depend on a number. */
const conditions: readonly ((n: number) => CustomerFilter)[] = [
  (n) => ({ id: n }),
  (n) => ({ id: { $ne: n } }),
  (n) => ({ id: { $gt: n * 10 } }),
  (n) => ({ id: { $lte: n * 10 } }),
  (n) => ({ id: { $in: [n, n + 1, n + 2] } }),
  (n) => ({ id: { $nin: Array.from({ length: 40 }, (_, i) => n + i) } }),
  (n) => ({ state: n % 2 === 0 ? "active" : "deleted" }),
  (n) => ({ state: { $ne: n % 2 === 0 ? "active" : "deleted" } }),
  (n) => ({ firstName: { $contains: "abcdefghijklm".charAt(n % 13) } }),
  (n) => ({ firstName: { $in: ["Ann", "Kim", `Lars${n}`] } }),
  (n) => ({ lastName: "Ahmed Berg Costa Diaz Evans".split(" ")[n % 5] as string }),
  (n) => ({ lastName: { $nin: ["Ahmed", "Berg", `Costa${n}`] } }),
  () => ({ organization: null }),
  () => ({ jobTitle: { $ne: null } }),
  (n) => ({ trusted: n % 2 === 0 }),
  () => ({ trusted: { $ne: true } }),
  (n) => ({ permission: n % 2 === 0 ? "own" : "all" }),
  () => ({ permission: { $in: ["own", null] } }),
  (n) => ({ createdAt: { $gte: day(n) } }),
  (n) => ({ createdAt: { $lt: day(n * 2) } }),
  (n) => ({ createdAt: { $gt: day(n), $lte: day(n + 200) } }),
  () => ({ deletedAt: null }),
  (n) => ({ "companies.id": 1001 + (n % 5) }),
  () => ({ "companies.name": { $in: ["Acme", "acme"] } }),
  (n) => ({ "contacts.value": { $contains: `${n}@example` } }),
]

/** Filters of one to six conditions, the same in every run. They stand for the earlier requests of a server. */
export const otherFilters: readonly CustomerFilter[] = Array.from({ length: 200 }, (_, n) => otherFilter(n))

/** A different filter for each number. */
export function otherFilter(n: number): CustomerFilter {
  const parts = Array.from({ length: 1 + (n % 6) }, (_, i) => condition(n * 7 + i * 11, n))
  switch (n % 3) {
    case 0:
      return { $and: parts }
    case 1:
      return { $or: parts }
    default:
      return { $and: [condition(n, n), { $or: parts }] }
  }
}

function condition(which: number, n: number): CustomerFilter {
  return (conditions[which % conditions.length] as (n: number) => CustomerFilter)(n)
}

function day(n: number): string {
  return new Date(Date.UTC(2024, 0, 1 + n)).toISOString()
}

/** The filter in the syntax of MongoDB, which uses `$regex` instead of `$contains`. */
export function inMongo(filter: CustomerFilter): object {
  return JSON.parse(JSON.stringify(filter).replaceAll('"$contains"', '"$regex"')) as object
}
