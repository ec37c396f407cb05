import type { Random } from "../random.ts"
import { EQUALITY, type FieldValues } from "./field-values.ts"

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export const uuid: FieldValues = {
  operators: EQUALITY,
  values: [
    "00000000-0000-0000-0000-000000000000",
    "ffffffff-ffff-ffff-ffff-ffffffffffff",
    "11111111-1111-1111-1111-111111111111",
    "11111111-1111-1111-1111-111111111112",
    "6ba7b810-9dad-11d1-80b4-00c04fd430c8",
    "6BA7B811-9DAD-11D1-80B4-00C04FD430C8",
    "018f3f5e-7c1a-7b3a-8b5a-1234567890ab",
    "018F3F5E-7C1A-7B3A-8B5A-1234567890AC",
    "f47ac10b-58cc-4372-a567-0e02b2c3d479",
    "F47AC10B-58CC-4372-A567-0E02B2C3D47A",
    "12345678-1234-1234-1234-123456789012",
    "00000000-0000-0000-0000-000000000001",
    "10000000-0000-0000-0000-000000000000",
    "1e100000-0000-0000-0000-000000000000",
  ],
  random: (random) => {
    const hex = Array.from({ length: 32 }, () => random.below(16).toString(16)).join("")
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-")
  },
  record: (text) => (UUID.test(text) ? text : undefined),
  recordValue: (value) => value,
  neighbour: (random, value) => `${value.slice(0, -1)}${random.below(16).toString(16)}`,
  foreign: ["ffffffff-ffff-ffff-ffff-fffffffffffe", "a0000000-0000-0000-0000-00000000000a"],
  operand(random, value) {
    const spelled = random.pick([value.toLowerCase(), value.toUpperCase(), mixedCase(random, value)])
    return { json: `"${spelled}"`, value: value.toLowerCase() }
  },
}

/** UUIDs in lower case. */
export const LOWER_CASE_UUIDS = uuid.values.map((value) => value.toLowerCase())

function mixedCase(random: Random, value: string): string {
  return value.replace(/[a-f]/gi, (letter) =>
    random.below(2) === 0 ? letter.toUpperCase() : letter.toLowerCase(),
  )
}
