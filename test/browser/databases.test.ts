import { expect, test } from "vitest"
import { customerRecords } from "../../examples/playground/src/data/customer-records.ts"
import { customers } from "../../src/desk.ts"
import { parseFilter } from "../../src/index.ts"
import { toPredicate } from "../../src/predicate.ts"
import { playground, screenshot, violations, write } from "./playground.ts"

const { open } = playground()

const filters: readonly unknown[] = [
  {},
  { id: 1 },
  { id: { $ne: 1 } },
  { id: { $lt: 5 } },
  { id: { $lte: 5 } },
  { id: { $gt: 5 } },
  { id: { $gte: 5, $nin: [6, 7] } },
  { id: { $in: [1, 2, 3] } },
  { firstName: { $contains: "n" } },
  { firstName: { $lt: "D" } },
  { jobTitle: null },
  { jobTitle: { $ne: null } },
  { trusted: { $ne: true } },
  { permission: { $in: ["all", null] } },
  { createdAt: { $gte: "2023-01-01", $lt: "2024-01-01T12:00:00+02:00" } },
  { createdBy: { $nin: [200, null] } },
  { password: null },
  { "contacts.value": { $contains: "@example.com" } },
  { "contacts.value": { $ne: "ann@example.com" } },
  { "companies.id": { $in: [] } },
  { "companies.name": null },
  { $or: [{ trusted: true }, { $and: [{ permission: "all" }, { state: { $ne: "deleted" } }] }] },
  { $or: [] },
]

test("SQLite, PostgreSQL and the predicate find the same records", async () => {
  const page = await open()
  await page.getByRole("button", { name: "Run on databases" }).click()
  const panel = page.locator("[data-panel=databases]")
  for (const filter of filters) {
    await write(page, JSON.stringify(filter))
    const matches = toPredicate(parseFilter(customers, JSON.stringify(filter)))
    const found = customerRecords.filter((record) => matches(record as never)).length
    const records = found === 1 ? "1 record" : `${found} records`
    await expect
      .poll(() => panel.locator(".verdict").textContent(), {
        message: JSON.stringify(filter),
        timeout: 30_000,
      })
      .toBe(`Predicate, SQLite and PostgreSQL: the same ${records}`)
  }
  await write(page, '{"id":{"$gte":9007199254740993}}')
  await expect.poll(() => panel.textContent()).toContain("9007199254740993")
  await expect.poll(() => violations(page)).toEqual([])
  await page.screenshot({ path: screenshot("databases"), fullPage: true })
})

test("a record that a database cannot hold has a message", async () => {
  const page = await open()
  await page.getByLabel("Source of the records").selectOption("pasted")
  await page
    .locator("textarea")
    .fill('[{"at":"2024-01-01T00:00:00.123456789Z"},{"at":"2024-01-02T00:00:00Z"}]')
  await write(page, '{"at":{"$gt":"2024-01-01"}}')
  await page.getByRole("button", { name: "Run on databases" }).click()
  const panel = page.locator("[data-panel=databases]")
  await expect
    .poll(() => panel.textContent(), { timeout: 30_000 })
    .toContain("The value of at in record 1 cannot be stored: the column holds milliseconds")
  await expect.poll(() => panel.textContent(), { timeout: 30_000 }).toContain("PostgreSQL has microseconds")
})
