import { expect, test } from "vitest"
import { HashTable, mixed, mixedWithText } from "../../../src/filter-index/structures/hash-table.ts"

/** Which pairs of units attackers choose from. */
const FIRST = 0x100
const LAST = 0xd7ff

/** Two pairs of units that lead from one hash to the same one. */
function collision(hash: number): readonly [one: string, other: string] {
  const known = new Map<number, number>()
  for (let unit = FIRST; unit <= LAST; unit++) {
    const reached = mixed(hash, unit)
    const other = known.get(reached >>> 16)
    known.set(reached >>> 16, unit)
    if (other === undefined) continue
    // The second units make up for the difference of the first ones.
    const last = 0x4000 ^ ((reached ^ mixed(hash, other)) & 0xffff)
    if (last >= FIRST && last <= LAST)
      return [String.fromCharCode(unit, last), String.fromCharCode(other, 0x4000)]
  }
  throw new Error("There is no collision")
}

/** 1,024 texts of 20 units that have the same hash if hashes begin with this seed. */
function floodOf(seed: number): readonly string[] {
  let texts = [""]
  let hash = mixed(seed, 20)
  while (texts[0]?.length !== 20) {
    const pairs = collision(hash)
    texts = texts.flatMap((text) => pairs.map((pair) => text + pair))
    hash = [...pairs[0]].reduce((result, unit) => mixed(result, unit.charCodeAt(0)), hash)
  }
  return texts
}

const hashes = (seed: number, texts: readonly string[]) =>
  new Set(texts.map((text) => mixedWithText(seed, text)))

test("texts that have one hash in one table have many in others", () => {
  const table = new HashTable()
  const texts = floodOf(table.seed)
  expect(new Set(texts).size).toBe(1024)
  expect(hashes(table.seed, texts).size).toBe(1)
  for (let i = 0; i < 20; i++) expect(hashes(new HashTable().seed, texts).size).toBeGreaterThan(900)
})
