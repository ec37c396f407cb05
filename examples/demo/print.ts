import { compile, defineBackend, type Filter } from "desk-filter"
import type { Customer } from "./customers.ts"

/** Prints a heading and its text in two columns. */
export function print(heading: string, body: string): void {
  const [first = "", ...rest] = body.split("\n")
  console.log([`${heading.padEnd(12)}${first}`, ...rest.map((line) => `${" ".repeat(12)}${line}`)].join("\n"))
}

/** A custom backend: it draws the checked filter as a tree. */
const tree = defineBackend<string>({
  and: (operands) => branch("and", operands),
  or: (operands) => branch("or", operands),
  compare: ({ field, operator, value }) => `${field.name} (${field.type}) ${operator} ${show(value)}`,
  in: ({ field, operator, values }) =>
    `${field.name} (${field.type}) ${operator} [${values.map(show).join(", ")}]`,
  contains: ({ field, operator, value }) => `${field.name} (${field.type}) ${operator} ${show(value)}`,
})

export function drawTree(filter: Filter): string {
  return compile(filter, tree)
}

function branch(name: string, operands: readonly string[]): string {
  if (operands.length === 0) return `${name} (empty)`
  return [name, ...operands.map((operand) => `  ${operand.replaceAll("\n", "\n  ")}`)].join("\n")
}

/** Writes a value as JSON. A bigint ends with n. */
export function show(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === "bigint" ? `${inner}n` : inner))
}

/** Writes the number of customers and the first ones, one per line. */
export function table(found: readonly Customer[], shown: number): string {
  const lines = found
    .slice(0, shown)
    .map(({ id, firstName, lastName, state, createdAt, companies, contacts }) =>
      [
        String(id).padStart(4),
        `${firstName ?? "–"} ${lastName ?? "–"}`.padEnd(16),
        state.padEnd(8),
        createdAt.slice(0, 10),
        companies
          .map(({ name }) => name)
          .join(", ")
          .padEnd(22),
        contacts.map(({ value }) => value ?? "–").join(", "),
      ]
        .join("  ")
        .trimEnd(),
    )
  const more = found.length > shown ? [`… and ${found.length - shown} more`] : []
  return [`${found.length} found`, ...lines, ...more].join("\n")
}
