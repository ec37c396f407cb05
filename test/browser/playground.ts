import { readFileSync } from "node:fs"
import type { Server } from "node:http"
import { fileURLToPath } from "node:url"
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from "playwright-core"
import { afterAll, afterEach, beforeAll, expect } from "vitest"
import { chromiumFlags, chromiumPath } from "./chromium.ts"
import { serve } from "./server.ts"

const axe = readFileSync(
  new URL("../../examples/playground/node_modules/axe-core/axe.min.js", import.meta.url),
  "utf8",
)

/** Opens the playground in the tests of one file. Each page must cause no error and no request to another origin. */
export function playground() {
  let browser: Browser
  let server: Server
  let origin: string
  const problems: string[] = []

  beforeAll(async () => {
    const served = await serve()
    server = served.server
    origin = served.origin
    browser = await chromium.launch({ executablePath: chromiumPath, args: [...chromiumFlags] })
  })
  afterAll(async () => {
    await browser?.close()
    server?.close()
  })
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()))
    expect(problems.splice(0)).toEqual([])
  })

  return {
    origin: () => origin,
    /** @param prepare is called before anything is loaded */
    async open(
      path = "/",
      options: BrowserContextOptions = {},
      prepare?: (context: BrowserContext) => Promise<void>,
    ): Promise<Page> {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
      await prepare?.(context)
      const page = await context.newPage()
      page.setDefaultTimeout(20_000)
      page.on("request", (request) => {
        const { protocol, origin: to } = new URL(request.url())
        if (to !== origin && protocol !== "data:" && protocol !== "blob:")
          problems.push(`request to ${request.url()}`)
      })
      page.on("response", (response) => {
        if (response.status() >= 400) problems.push(`${response.status()} ${response.url()}`)
      })
      page.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") problems.push(message.text())
      })
      page.on("pageerror", (error) => problems.push(String(error)))
      await page.goto(`${origin}${path}`)
      await page.locator(".cm-content").waitFor()
      return page
    },
  }
}

/** Replaces the text of the filter, as a user who pastes it does. */
export async function write(page: Page, text: string): Promise<void> {
  await page.locator(".cm-content").focus()
  await page.keyboard.press("Control+A")
  await page.keyboard.insertText(text)
}

/** The text of the filter. */
export async function textOf(page: Page): Promise<string> {
  return (await page.locator(".cm-line").allInnerTexts()).map((line) => line.replace(/\n$/, "")).join("\n")
}

/** The text of the filter as a value. */
export async function filterOf(page: Page): Promise<unknown> {
  return JSON.parse(await textOf(page))
}

/** The number of records that match, as the page says it. */
export function count(page: Page) {
  return page.locator(".results > .verdict")
}

/** Longer than the editor waits after a change before it marks mistakes: 750 ms. */
const QUIET = 1000

/** What axe finds. It fails on a page that changes while it looks, so it waits until nothing has changed for a while. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(
    (quiet) =>
      new Promise<void>((resolve) => {
        let timer = setTimeout(resolve, quiet)
        new MutationObserver(() => {
          clearTimeout(timer)
          timer = setTimeout(resolve, quiet)
        }).observe(document, { attributes: true, childList: true, characterData: true, subtree: true })
      }),
    QUIET,
  )
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { violations } = await (
      globalThis as unknown as {
        axe: {
          run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>
        }
      }
    ).axe.run()
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    )
  })
}

/** Where a screenshot goes. */
export function screenshot(name: string): string {
  return fileURLToPath(new URL(`screenshots/${name}.png`, import.meta.url))
}
