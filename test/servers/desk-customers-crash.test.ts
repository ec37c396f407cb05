import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Kysely } from "kysely"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openDatabase } from "../../examples/desk-customers/database/open.ts"
import type { Tables } from "../../examples/desk-customers/database/tables.ts"
import { end, type Program, startProgram } from "../examples/desk-customers/process.ts"

/** Enough customers for the update to take so long that the test can kill it. */
const CUSTOMERS = 6000

describe("a server that is killed (SIGKILL) during an update", () => {
  const folder = mkdtempSync(join(tmpdir(), "desk-customers-"))
  let program: Program | undefined

  beforeAll(async () => {
    program = await startProgram({ DATA_FOLDER: folder, CUSTOMERS: String(CUSTOMERS) })
  })
  afterAll(async () => {
    if (program !== undefined) await end(program, "SIGKILL")
    rmSync(folder, { recursive: true, force: true })
  })

  const ask = async ({ address, key }: Program, path: string, body?: object) => {
    const response = await fetch(`${address}/desk/api/v2${path}`, {
      method: body === undefined ? "GET" : "PATCH",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return response.json()
  }

  /** Sets a job title, kills the server so much later, and returns the job. */
  async function killDuring(program: Program, jobTitle: string, wait: number): Promise<string> {
    const { jobId } = await ask(program, "/customers/update.json?allowAll=true&includeArchived=true", {
      jobTitle,
    })
    expect(jobId).toMatch(/^[0-9a-f-]{36}$/)
    await new Promise((resolve) => setTimeout(resolve, wait))
    await end(program, "SIGKILL")
    return jobId
  }

  /** What is in the folder, now that no server is there: how many have the title, and what the job says. */
  async function found(database: Kysely<Tables>, jobTitle: string, job: string) {
    const { count } = await database
      .selectFrom("customers")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .where("job_title", "=", jobTitle)
      .executeTakeFirstOrThrow()
    const said = await database
      .selectFrom("jobs")
      .select(["state", "matched", "updated", "error"])
      .where("id", "=", job)
      .executeTakeFirstOrThrow()
    return { count, ...said }
  }

  const done = {
    count: CUSTOMERS / 2,
    state: "done",
    matched: CUSTOMERS / 2,
    updated: CUSTOMERS / 2,
    error: null,
  }
  const notDone = { count: 0, state: "queued", matched: null, updated: null, error: null }

  test("makes the update completely or not at all, and completes it after a restart", async () => {
    const seen: string[] = []
    const waits = [0, 30, 80, 160].map((wait) => Math.round(wait * (0.5 + Math.random())))
    console.info(`Killed after ${waits.join(", ")} ms`)
    for (const wait of waits) {
      program ??= await startProgram({ DATA_FOLDER: folder })
      const jobTitle = `Killed after ${wait} ms`
      const job = await killDuring(program, jobTitle, wait)

      const crashed = await openDatabase({ folder })
      const state = await found(crashed, jobTitle, job)
      await crashed.destroy()
      expect([done, notDone], `killed after ${wait} ms`).toContainEqual(state)
      seen.push(state.state)

      program = await startProgram({ DATA_FOLDER: folder })
      for (;;) {
        const answer = await ask(program, `/jobs/${job}.json`)
        expect(answer.job.state).not.toBe("failed")
        if (answer.job.state === "done") break
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      const filter = encodeURIComponent(JSON.stringify({ jobTitle }))
      const { pagination } = await ask(program, `/customers.json?includeArchived=true&filter=${filter}`)
      expect(pagination.records).toBe(CUSTOMERS / 2)
    }
    console.info(`The job was then ${seen.join(", ")}`)
    expect(seen).toContain("queued")
  })
})
