import { setTimeout } from "node:timers/promises"
import { expect, test } from "vitest"
import { count, filterOf, playground, screenshot, textOf, violations, write } from "./playground.ts"

const { open } = playground()

test("completion writes a field, an operator and a value", async () => {
  const page = await open()
  await write(page, "{")
  await page.keyboard.type('"first')
  const list = page.locator(".cm-tooltip-autocomplete")
  await list.getByText("firstName").first().waitFor()
  await page.screenshot({ path: screenshot("completion") })
  // The list accepts no key in its first moment.
  await page.waitForTimeout(150)
  await page.keyboard.press("Enter")
  await expect.poll(() => textOf(page)).toMatch(/"firstName"/)
})

test("a fix is applied by the mouse", async () => {
  const page = await open()
  await write(page, '{"stat":"active"}')
  await page.locator("[data-panel=mistakes] .actions button").first().click()
  await expect.poll(() => filterOf(page)).toEqual({ state: "active" })
})

test("a fix is applied by the keyboard", async () => {
  const page = await open()
  await write(page, '{"stat":"active"}')
  const fix = page.locator("[data-panel=mistakes] .actions button").first()
  await fix.focus()
  await page.keyboard.press("Enter")
  await expect.poll(() => filterOf(page)).toEqual({ state: "active" })
})

test("the builder follows the text, and the text follows the builder", async () => {
  const page = await open()
  const written = '{ "firstName":   "Ann" }'
  await write(page, written)
  const value = page.getByLabel("Value of firstName")
  await expect.poll(() => value.inputValue()).toBe("Ann")
  // The builder does not write by itself.
  await page.waitForTimeout(500)
  expect(await textOf(page)).toBe(written)

  await value.fill("Bob")
  await expect.poll(() => filterOf(page)).toEqual({ firstName: "Bob" })
  expect(await value.evaluate((input) => input === document.activeElement)).toBe(true)

  await page.getByRole("button", { name: "Add rule" }).first().click()
  await page.getByText("id: The rule has no value: write a value, or remove the rule").waitFor()
  expect(await filterOf(page)).toEqual({ firstName: "Bob" })
  await page.getByLabel("Value of id").fill("9007199254740993")
  await expect.poll(() => textOf(page)).toContain("9007199254740993")

  await write(page, '{"id":{"$in":[1,2]},"jobTitle":null,"$or":[{"trusted":true},{"permission":"own"}]}')
  await expect.poll(() => page.getByRole("spinbutton", { name: "Value 2 of id" }).inputValue()).toBe("2")
  await page.getByRole("button", { name: "Add value" }).click()
  await page.getByRole("spinbutton", { name: "Value 3 of id" }).fill("3")
  await expect.poll(() => filterOf(page)).toMatchObject({ id: { $in: [1, 2, 3] }, jobTitle: null })
  await page.screenshot({ path: screenshot("builder"), fullPage: true })
})

test("the builder without rules says what the filter matches", async () => {
  const page = await open()
  await write(page, '{"firstName":"Ann"}')
  await page.getByLabel("Value of firstName").waitFor()
  await page.getByTitle("Remove rule").click()
  await expect.poll(() => filterOf(page)).toEqual({})
  await page.getByText("Without rules, every record matches.").waitFor()

  await write(page, '{"$or":[]}')
  await page.getByText("Without rules, no record matches.").waitFor()
  expect(await page.getByLabel("How the rules are joined").inputValue()).toBe("or")
  expect(await textOf(page)).toBe('{"$or":[]}')
  await page.getByRole("button", { name: "Add rule" }).click()
  await page.getByLabel("Value of id").fill("7")
  await expect.poll(() => filterOf(page)).toEqual({ id: 7 })
})

test("the builder keeps values when an operator changes, and never writes a value by itself", async () => {
  const page = await open()
  await write(page, '{"firstName":"Ann, Bob"}')
  await page.getByLabel("Value of firstName").waitFor()
  expect(
    await page.getByLabel("Field", { exact: true }).locator("optgroup").first().getAttribute("label"),
  ).toBe("Fields")
  const operator = page.getByLabel("Operator")
  await operator.selectOption({ label: "is one of" })
  await page.getByRole("button", { name: "Add value" }).click()
  await expect.poll(() => filterOf(page)).toEqual({ firstName: { $in: ["Ann, Bob", ""] } })
  await page.getByRole("button", { name: "Remove value 2 of firstName" }).click()
  await page.getByRole("button", { name: "Remove value 1 of firstName" }).click()
  await page.getByText("firstName: The rule has no value: write a value, or remove the rule").waitFor()
  await page.getByRole("button", { name: "Add value" }).click()
  await expect.poll(() => filterOf(page)).toEqual({ firstName: { $in: [""] } })
  await operator.selectOption({ label: "is not" })
  await expect.poll(() => filterOf(page)).toEqual({ firstName: { $ne: "" } })
  await operator.selectOption({ label: "is between" })
  await page.getByText("firstName: The rule has no value: write a value, or remove the rule").waitFor()
  await page.getByLabel("Least value of firstName").fill("A")
  await page.getByLabel("Greatest value of firstName").fill("B")
  await expect.poll(() => filterOf(page)).toEqual({ firstName: { $gte: "A", $lte: "B" } })
  await page.screenshot({ path: screenshot("builder-range"), fullPage: true })

  await page.getByRole("button", { name: "Add group" }).click()
  await page.getByText("id: The rule has no value: write a value, or remove the rule").waitFor()
  expect(await violations(page)).toEqual([])
})

test("a builder that loads late leaves the text as it is", async () => {
  const page = await open("/", {}, async (context) => {
    await context.route(/visual-builder/, async (route) => {
      await setTimeout(1500)
      await route.continue()
    })
  })
  await write(page, '{"firstName":')
  await page.getByText("The builder shows the last filter without them.").waitFor()
  await page.waitForTimeout(500)
  expect(await textOf(page)).toBe('{"firstName":')
})

test("the caret stays while the user types, and mistakes disable the builder", async () => {
  const page = await open()
  await write(page, '{"firstName":"A"}')
  await page.keyboard.press("ArrowLeft")
  await page.keyboard.press("ArrowLeft")
  await page.keyboard.type("nn", { delay: 60 })
  expect(await textOf(page)).toBe('{"firstName":"Ann"}')
  await write(page, '{"firstName":}')
  await page.getByText("The text has mistakes.").waitFor()
  expect(await page.getByLabel("Value of firstName").isDisabled()).toBe(true)
})

test("a link restores the filter", async () => {
  const page = await open()
  await write(page, '{"firstName":"Zoë 😀"}')
  await expect.poll(() => page.url()).toContain("#")
  await page.waitForTimeout(700)
  const { hash } = new URL(page.url())
  const again = await open(`/${hash}`)
  await expect.poll(() => textOf(again)).toBe('{"firstName":"Zoë 😀"}')
})

test("a broken link is harmless", async () => {
  const page = await open("/#AAAAbroken")
  await expect.poll(() => page.locator(".banner").textContent()).not.toBe("")
  await expect.poll(() => count(page).textContent()).toMatch(/records match/)
})
