import { execFileSync } from "node:child_process"
import { cpSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { build } from "esbuild"
import { afterAll, beforeAll, expect, test } from "vitest"

const root = new URL("../../", import.meta.url).pathname
const project = mkdtempSync(join(tmpdir(), "desk-filter-"))

// A project with the published form of the package. A bundler may treat it differently than the source.
beforeAll(() => {
  const installed = join(project, "node_modules", "desk-filter")
  const args = ["build/library.ts", join(installed, "dist")]
  execFileSync(join(root, "node_modules/.bin/tsx"), args, { cwd: root })
  cpSync(join(root, "package.json"), join(installed, "package.json"))
})
afterAll(() => rmSync(project, { recursive: true, force: true }))

/** Bundles a program in that project. */
async function bundle(program: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: project },
    bundle: true,
    write: false,
    format: "esm",
  })
  return outputFiles[0]?.text ?? ""
}

/** A text that appears in the schema of one resource only. */
const marks: Readonly<Record<string, string>> = {
  agentInvites: "agentinvites",
  companies: "customersCount",
  conversationMessages: "conversationmessages",
  conversations: "ticket_id",
  customers: "welcomeEmailSent",
  helpdocSites: "publicSiteEnabled",
  inboxes: "spamThreshold",
  messages: "viewedByCustomerAt",
  tags: "twdesk/tags.go",
  ticketPriorities: "ticketCount",
  ticketStatuses: "isCustom",
  ticketTypes: "enabledForFutureInboxes",
  tickets: "happinessSurveySentAt",
  timelogs: "timelogs_id",
  users: "autoFollowOnCC",
}

/** The resources whose schemas a bundle contains. */
const resourcesIn = (text: string) => Object.keys(marks).filter((name) => text.includes(marks[name] ?? ""))

test.each(Object.keys(marks))("an import of %s bundles no other schema", async (name) => {
  const text = await bundle(`import { ${name} } from "desk-filter/desk"\nconsole.log(${name})`)
  expect(resourcesIn(text)).toEqual([name])
})

test("an import of everything bundles every schema", async () => {
  const text = await bundle('import * as desk from "desk-filter/desk"\nconsole.log(desk)')
  expect(resourcesIn(text)).toEqual(Object.keys(marks))
})
