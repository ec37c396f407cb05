import fc from "fast-check"
import { expect, test } from "vitest"
import { storeIntegerAsDouble } from "../../../../src/backends/sql/dialect/doubles.ts"
import { runs } from "../../../properties/runs.ts"

test("an integer is a double, or between two doubles", () => {
  const integer = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })
  fc.assert(
    fc.property(
      fc.oneof(integer, fc.constantFrom(2n ** 53n + 1n, -(2n ** 53n) - 1n, 2n ** 63n - 1n, 0n)),
      (value) => {
        const stored = storeIntegerAsDouble(value)
        if (stored.kind === "one") return BigInt(stored.value as number) === value
        if (stored.kind !== "none") return false
        const floor = BigInt(stored.floor as number)
        // Doubles of this size are integers. The step to the next one is at most 2^-52 of it.
        const next = BigInt(Number(floor) + Math.abs(Number(floor)) * 2 ** -52)
        return BigInt(Number(value)) !== value && floor < value && next > value
      },
    ),
    runs(2000),
  )
  expect(storeIntegerAsDouble(5)).toEqual({ kind: "one", value: 5 })
  expect(storeIntegerAsDouble(9007199254740993n)).toEqual({ kind: "none", floor: 9007199254740992 })
  expect(storeIntegerAsDouble(-9007199254740993n)).toEqual({ kind: "none", floor: -9007199254740994 })
})
