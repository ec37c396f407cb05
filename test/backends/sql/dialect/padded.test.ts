import { describe, expect, test } from "vitest"
import { padded } from "../../../../src/backends/sql/dialect/padded.ts"

describe("padded", () => {
  test.each([
    [[], []],
    [[1], [1]],
    [
      [1, 2, 3],
      [1, 2, 3, 3],
    ],
    [
      [1, 2, 3, 4, 5],
      [1, 2, 3, 4, 5, 5, 5, 5],
    ],
  ])("%j is %j", (values, expected) => expect(padded(values)).toEqual(expected))

  test("makes lists of up to 1024 values as long as a power of two, and leaves longer ones as they are", () => {
    const list = (length: number) => Array.from({ length }, (_, i) => i)
    expect(padded(list(513))).toHaveLength(1024)
    expect(padded(list(1024))).toEqual(list(1024))
    expect(padded(list(1025))).toEqual(list(1025))
  })
})
