import { expect, test } from "vitest"
import { describe as inWords } from "../../src/analysis.ts"
import { parseFilter } from "../../src/index.ts"
import { mistake, read, schema } from "./reading.ts"

const uuid = "018fd1b1-7c2e-7b3a-9d4e-5f60718293a4"

test("a UUID is held in lower case", () => {
  expect(read("ref", `"${uuid}"`)).toBe(uuid)
  expect(read("ref", `"${uuid.toUpperCase()}"`)).toBe(uuid)
  expect(read("ref", '"00000000-0000-0000-0000-000000000000"')).toBe("00000000-0000-0000-0000-000000000000")
})

test.each([
  `{${uuid}}`,
  `urn:uuid:${uuid}`,
  `URN:UUID:${uuid.toUpperCase()}`,
  uuid.replaceAll("-", ""),
  `0x${uuid.replaceAll("-", "")}`,
  ` ${uuid} `,
  `'${uuid}'`,
  `UUID('${uuid}')`,
  "018fd1b1-7c2e7b3a-9d4e5f60718293a4",
])("the hint for %s is its UUID", (text) => {
  expect(mistake("ref", JSON.stringify(text))).toEqual(["invalid-value", `write ${uuid}`])
})

test.each(["", "7", "018fd1b1-7c2e-7b3a-9d4e-5f60718293ag", `${uuid}0`, "-".repeat(10_000), "{".repeat(59)])(
  "the hint for another text is an example",
  (text) => {
    const [code, hint] = mistake("ref", JSON.stringify(text))
    expect(code).toBe("invalid-value")
    expect(hint).toMatch(/^write 32 hexadecimal digits with hyphens/)
  },
)

test("the hint for null in quotes is null", () => {
  expect(mistake("ref", '"null"')).toEqual(["invalid-value", "write null, without quotes"])
})

test.each(["7", "true"])("%s is of the wrong type", (text) => {
  expect(mistake("ref", text)[0]).toBe("type-mismatch")
})

test("UUIDs have no order and no parts", () => {
  for (const operator of ["$lt", "$gte", "$contains"])
    expect(mistake("ref", `{"${operator}":"${uuid}"}`)[0]).toBe("operator-not-allowed")
})

test("a description has the UUID", () => {
  expect(inWords(parseFilter(schema, { ref: { $ne: uuid } }))).toBe(`ref is not ${uuid}`)
})
