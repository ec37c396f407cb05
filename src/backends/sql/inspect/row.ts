import type { Row } from "./catalog.ts"

/** A text of a row. Some drivers return texts of a catalog as bytes, and whole numbers as a bigint. */
export function textIn(row: Row, column: string): string | undefined {
  const value = row[column]
  if (value === null || value === undefined) return undefined
  return value instanceof Uint8Array ? new TextDecoder().decode(value) : String(value)
}

/** A flag of a row. Drivers return it as true, 1, `t` or `YES`. */
export function flagIn(row: Row, column: string): boolean {
  return ["true", "1", "t", "yes"].includes((textIn(row, column) ?? "").toLowerCase())
}
