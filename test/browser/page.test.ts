import { fileURLToPath } from "node:url"
import { gzipSync } from "node:zlib"
import { expect, test } from "vitest"
import { count, playground, screenshot, textOf, violations, write } from "./playground.ts"

const { open, origin } = playground()

const phone = { viewport: { width: 390, height: 844 } }

test.each([
  ["light", { colorScheme: "light" }],
  ["dark", { colorScheme: "dark" }],
  ["phone", { colorScheme: "light", ...phone }],
  ["dark-phone", { colorScheme: "dark", ...phone }],
] as const)("axe finds nothing in the page: %s", async (name, options) => {
  const page = await open("/", options)
  await page.locator(".ruleGroup").first().waitFor()
  await count(page).waitFor()
  await page.screenshot({ path: screenshot(name) })
  expect(await violations(page)).toEqual([])
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual("viewport" in options ? options.viewport.width : 1280)

  await write(page, '{"stat":"active","id":{"$in":["1,2"]}}')
  await page.locator("[data-panel=mistakes] li").first().waitFor()
  expect(await violations(page)).toEqual([])

  await page.getByRole("button", { name: "Help" }).click()
  await page.locator("dialog[open] svg").first().waitFor()
  await page.screenshot({ path: screenshot(`${name}-help`) })
  expect(await violations(page)).toEqual([])
})

test("the page follows the colours of the system", async () => {
  const background = async (colorScheme: "light" | "dark") => {
    const page = await open("/", { colorScheme })
    return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  }
  expect(await background("light")).not.toBe(await background("dark"))
})

test("Tab reaches every control, and leaves the editor", async () => {
  const page = await open()
  await page.locator(".ruleGroup").first().waitFor()
  await count(page).waitFor()
  await page.locator("[data-panel=sql] pre").waitFor()
  const expected = await page.evaluate(() => {
    const controls = document.querySelectorAll<HTMLElement>(
      "button:enabled, select:enabled, textarea:enabled, input:enabled, .cm-content",
    )
    const radios = new Set<string>()
    return [...controls].filter((control) => {
      if (!control.checkVisibility() || control.closest(".cm-tooltip, .cm-panel") !== null) return false
      if (!(control instanceof HTMLInputElement) || control.type !== "radio") return true
      // Tab reaches one button of a group.
      return radios.size < radios.add(control.name).size
    }).length
  })
  await page.evaluate(() => {
    Object.assign(globalThis, { reached: new Set() })
  })
  let reached = 0
  for (let presses = 0; presses < 2 * expected + 40; presses++) {
    await page.keyboard.press("Tab")
    reached = await page.evaluate(() => {
      const { reached } = globalThis as unknown as { reached: Set<unknown> }
      const active = document.activeElement
      if (active?.matches("button, select, textarea, input, .cm-content")) reached.add(active)
      return reached.size
    })
    if (reached >= expected) break
  }
  expect(reached).toBe(expected)
  await page.locator(".cm-content").focus()
  await page.keyboard.press("Escape")
  await page.keyboard.press("Tab")
  expect(await page.evaluate(() => document.activeElement?.matches(".cm-content"))).toBe(false)
})

test("the page works below a path", async () => {
  const page = await open("/some/folder/")
  await page.locator(".ruleGroup").first().waitFor()
  await page.getByRole("button", { name: "Run on databases" }).click()
  await expect
    .poll(() => page.locator("[data-panel=databases]").textContent(), { timeout: 30_000 })
    .toMatch(/Predicate, SQLite and PostgreSQL: the same/)
})

test("the first keystroke needs at most 250 kB", async () => {
  const page = await open()
  const html = await (await page.request.get(origin())).text()
  const linked = html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g)
  const needed = [...new Set([...linked].map((match) => match[1] ?? ""))]
  const sizes = await Promise.all(
    needed.map(async (path) => gzipSync(await (await page.request.get(`${origin()}/${path}`)).body()).length),
  )
  expect(sizes.length).toBeGreaterThan(1)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(250_000)

  // No other code arrives, and the editor works.
  await page.route(/\.(js|css)$/, async (route) => {
    if (needed.some((path) => route.request().url().endsWith(path))) await route.continue()
  })
  await page.reload()
  await page.locator(".cm-content").waitFor()
  await write(page, '{"id":1}')
  expect(await textOf(page)).toBe('{"id":1}')
})

test("the picture of the README", async () => {
  const page = await open("/", { colorScheme: "light" })
  await page.locator(".ruleGroup").first().waitFor()
  await page.getByRole("button", { name: "Run on databases" }).click()
  await expect
    .poll(() => page.locator("[data-panel=databases]").textContent(), { timeout: 30_000 })
    .toMatch(/the same/)
  await page.evaluate(() => scrollTo(0, 0))
  const readme = fileURLToPath(new URL("../../docs/playground.png", import.meta.url))
  const path = process.env.README_SCREENSHOT === "1" ? readme : screenshot("readme")
  expect((await page.screenshot({ path })).length).toBeGreaterThan(10_000)
})
