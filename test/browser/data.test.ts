import { expect, test } from "vitest"
import { count, playground, screenshot, write } from "./playground.ts"

const { open } = playground()

test.each([
  ["JSON", '[{"name":"Ann","seats":12},{"name":"Bob","seats":1}]'],
  ["NDJSON", '{"name":"Ann","seats":12}\n{"name":"Bob","seats":1}\n'],
  ["CSV", "name,seats\nAnn,12\nBob,1\n"],
])("pasted %s is filtered", async (format, text) => {
  const page = await open()
  await page.getByLabel("Source of the records").selectOption("pasted")
  await page.locator("textarea").fill(text)
  await write(page, '{"seats":{"$gte":10}}')
  await expect.poll(() => count(page).textContent()).toBe("1 of 2 records match")
  await page.getByText(`2 records, read as ${format}.`).waitFor()
})

test("the inferred schema can be corrected", async () => {
  const page = await open()
  await page.getByLabel("Source of the records").selectOption("pasted")
  await page.locator("textarea").fill("name,seats\nAnn,12\nBob,1\n")
  await write(page, '{"seats":{"$contains":"2"}}')
  await expect.poll(() => count(page).textContent()).toMatch(/mistake/)
  await page.getByLabel("Type of seats").selectOption("string")
  await expect.poll(() => count(page).textContent()).toBe("1 of 2 records match")
  await page.screenshot({ path: screenshot("pasted"), fullPage: true })
})
