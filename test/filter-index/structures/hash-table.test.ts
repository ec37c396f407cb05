import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { HashTable, mixed, mixedWithText } from "../../../src/filter-index/structures/hash-table.ts"
import { runs } from "../../properties/runs.ts"

/** The numbers that a search looks at, sorted, so that a number met twice would show. */
function numbersWith(table: HashTable, hash: number): readonly number[] {
  const met: number[] = []
  table.find(hash, (number) => {
    met.push(number)
    return false
  })
  return met.sort((a, b) => a - b)
}

function tableOf(entries: Iterable<readonly [number: number, hash: number]>): HashTable {
  const table = new HashTable()
  for (const [number, hash] of entries) table.add(number, hash)
  return table
}

test("an empty table has nothing", () => {
  expect(new HashTable().find(0, () => true)).toBe(undefined)
})

test("a number is found by its hash if it passes the test", () => {
  const table = tableOf([
    [3, 7],
    [0, 7],
    [5, 8],
  ])
  expect(table.find(7, (number) => number === 3)).toBe(3)
  expect(table.find(7, (number) => number === 0)).toBe(0)
  expect(table.find(7, (number) => number === 5)).toBe(undefined)
  expect(table.find(9, () => true)).toBe(undefined)
})

test("only numbers with the same hash are tested, whatever remainder the hashes have", () => {
  const hashes = [1, 1 + 64, 1 + 128, 1 - 64, 1 - 2 ** 31, 1 + 2 ** 30]
  const table = tableOf(hashes.map((hash, number) => [number, hash]))
  expect(hashes.map((hash) => numbersWith(table, hash))).toEqual(hashes.map((_, number) => [number]))
})

test("a deleted number can be added again, with another hash", () => {
  const table = tableOf([[2, 1]])
  table.delete(2)
  table.add(2, 65)
  expect([numbersWith(table, 1), numbersWith(table, 65)]).toEqual([[], [2]])
})

test("numbers may be far apart", () => {
  const numbers = [1_000_000, 0, 65_536, 63, 64]
  const table = tableOf(numbers.map((number) => [number, number % 3]))
  expect([numbersWith(table, 0), numbersWith(table, 1)]).toEqual([
    [0, 63],
    [64, 65_536, 1_000_000],
  ])
  table.delete(65_536)
  expect(numbersWith(table, 1)).toEqual([64, 1_000_000])
})

describe("10,000 numbers, of which half are deleted", () => {
  const count = 10_000
  const hashes: Readonly<Record<string, (number: number) => number>> = {
    "with different hashes": (number) => number,
    "with mixed hashes": (number) => mixed(1, number),
    "with hashes that have few remainders": (number) => (number % 100) * 4096 + (number % 3),
    "with negative hashes": (number) => -1 - number,
  }
  test.each(Object.entries(hashes))("%s", (_, hashOf) => {
    const numbers = Array.from({ length: count }, (_, number) => number)
    const table = tableOf(numbers.map((number) => [number, hashOf(number)]))
    const isFound = (number: number) => table.find(hashOf(number), (other) => other === number) === number
    expect(numbers.filter(isFound).length).toBe(count)
    for (const number of numbers) if (number % 2 === 0) table.delete(number)
    expect(numbers.filter(isFound)).toEqual(numbers.filter((number) => number % 2 === 1))
  })
})

/** Many are equal, and many have the same remainder. */
const hash = fc
  .tuple(fc.integer({ min: -3, max: 3 }), fc.constantFrom(0, 64, 128, 4096, 2 ** 30, -(2 ** 30)))
  .map(([low, high]) => low + high)
const number = fc.oneof(fc.nat(200), fc.constantFrom(1000, 5000, 20_000))
const command = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("add"), number, hash }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("delete"), pick: fc.nat(999) }) },
)

test("adding, deleting and finding in any order agree with a Map", () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 300, size: "max" }), fc.array(hash), (commands, others) => {
      const table = new HashTable()
      const model = new Map<number, number>()
      for (const command of commands) {
        if ("pick" in command) {
          const numbers = [...model.keys()]
          const number = numbers[command.pick % numbers.length]
          if (number === undefined) continue
          table.delete(number)
          model.delete(number)
        } else if (!model.has(command.number)) {
          table.add(command.number, command.hash)
          model.set(command.number, command.hash)
        }
      }
      const hashes = [...new Set([...model.values(), ...others])]
      const numbersOf = (hash: number) =>
        [...model].filter((entry) => entry[1] === hash).map(([number]) => number)
      expect(hashes.map((hash) => numbersWith(table, hash))).toEqual(
        hashes.map((hash) => numbersOf(hash).sort((a, b) => a - b)),
      )
    }),
    runs(400),
  )
})

describe("hashes", () => {
  test("are integers of 32 bits", () => {
    const hashes = [mixed(0, 0), mixed(-1, 2 ** 31 - 1), mixed(2 ** 31 - 1, -1), mixedWithText(1, "\uffff")]
    expect(hashes.map((hash) => hash | 0)).toEqual(hashes)
  })

  test("depend on the order", () => {
    expect(mixed(mixed(0, 1), 2)).not.toBe(mixed(mixed(0, 2), 1))
    expect(mixedWithText(0, "ab")).not.toBe(mixedWithText(0, "ba"))
  })

  test("depend on where a text ends", () => {
    expect(mixedWithText(mixedWithText(0, "a"), "bc")).not.toBe(mixedWithText(mixedWithText(0, "ab"), "c"))
  })

  test("of numbers in succession have many remainders", () => {
    const remainders = new Set(Array.from({ length: 1024 }, (_, number) => mixed(0, number) & 1023))
    // As many as there are if each is drawn by lot: 1 - 1/e of them.
    expect(remainders.size).toBeGreaterThan(500)
  })
})
