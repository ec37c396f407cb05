import { sql } from "kysely"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import {
  ChangeFeed,
  type CustomerChange,
  type Follower,
} from "../../../examples/desk-customers/subscriptions/change-feed.ts"
import { type Served, serve } from "./serve.ts"

let served: Served
beforeAll(async () => {
  served = await serve(250)
})
afterAll(() => served?.close())

/** Notes what it is told. */
class Notes implements Follower {
  size = 1
  readonly followed: CustomerChange[] = []
  missed = 0

  follow(change: CustomerChange): void {
    this.followed.push(change)
  }

  miss(): void {
    this.missed++
  }
}

let notes: Notes
let logged: unknown[]
let feed: ChangeFeed
beforeEach(() => {
  notes = new Notes()
  logged = []
  feed = new ChangeFeed(served.database, 1, notes, (error) => logged.push(error))
})

const set = (ids: readonly number[], jobTitle: string, key?: string) =>
  served.update({ filter_args: { filter: { id: { $in: ids } } }, jobTitle }, { includeArchived: "true" }, key)

/** The customers of the changes, once there are so many. */
async function customers(count: number): Promise<readonly number[]> {
  await expect.poll(() => notes.followed.length, { timeout: 10_000 }).toBeGreaterThanOrEqual(count)
  return notes.followed.map(({ customerId }) => customerId)
}

describe("a feed of changes", () => {
  test("follows each change once, in order, however often it is woken", async () => {
    await set([1, 2], "before the start")
    await feed.start()
    const ids = Array.from({ length: 250 }, (_, i) => i + 1)
    const { id } = await set(ids, "first")
    for (let i = 0; i < 5; i++) feed.wake()
    await set([3], "second")
    feed.wake()
    expect(await customers(251)).toEqual([...ids, 3])
    feed.wake()
    await feed.stop()
    expect(notes.followed).toHaveLength(251)
    expect(notes.followed[0]).toMatchObject({
      jobId: id,
      before: { jobTitle: "before the start" },
      after: { jobTitle: "first" },
    })
    expect(notes.missed).toBe(0)
  })

  test("follows only changes of its tenant", async () => {
    await feed.start()
    await set([251], "of south", served.keys.south)
    await set([4], "of north")
    feed.wake()
    expect(await customers(1)).toEqual([4])
    await feed.stop()
  })

  test("skips changes while there is no subscription", async () => {
    await feed.start()
    notes.size = 0
    await set([5], "unseen")
    feed.wake()
    // Stopping waits for the reading that runs.
    await feed.stop()
    notes.size = 1
    const next = new ChangeFeed(served.database, 1, notes, (error) => logged.push(error))
    await next.start()
    await set([6], "seen")
    next.wake()
    expect(await customers(1)).toEqual([6])
    await next.stop()
  })

  test("follows a change that is committed between the first subscription and the end of a skip", async () => {
    await set([15], "earlier")
    notes.size = 0
    await feed.start()
    // Statements run in the order of their requests: after this one, the feed has no reading left.
    await sql`SELECT 1`.execute(served.database)
    await served.database.transaction().execute(async (transaction) => {
      // The only connection is that of this transaction, so the feed reads after the commit.
      feed.wake()
      notes.size = 1
      await sql`
        INSERT INTO customer_changes (tenant_id, job_id, customer_id, before, after)
        SELECT tenant_id, job_id, 16, before, after FROM customer_changes
        WHERE tenant_id = 1 ORDER BY id DESC LIMIT 1`.execute(transaction)
    })
    expect(await customers(1)).toEqual([16])
    await feed.stop()
  })

  test("says that it missed changes that were pruned, and goes on with the others", async () => {
    await set([7], "known")
    await feed.start()
    await set([7, 8], "pruned")
    await sql`UPDATE customer_changes SET made_at = made_at - interval '2 hours'`.execute(served.database)
    await set([9], "kept")
    // This update came after the deletion.
    const { rows } = await sql`SELECT customer_id FROM customer_changes WHERE tenant_id = 1`.execute(
      served.database,
    )
    expect(rows).toEqual([{ customer_id: 9 }])
    feed.wake()
    expect(await customers(1)).toEqual([9])
    await expect.poll(() => notes.missed).toBe(1)
    await set([10], "after")
    feed.wake()
    expect(await customers(2)).toEqual([9, 10])
    await feed.stop()
    expect(notes.missed).toBe(1)
  })

  test("does not say so when it has read what was pruned", async () => {
    await feed.start()
    await set([11], "read")
    feed.wake()
    await customers(1)
    await sql`UPDATE customer_changes SET made_at = made_at - interval '2 hours'`.execute(served.database)
    await set([12], "next")
    feed.wake()
    expect(await customers(2)).toEqual([11, 12])
    await feed.stop()
    expect(notes.missed).toBe(0)
  })

  test("starts behind what was pruned when nothing is left", async () => {
    await sql`UPDATE customer_changes SET made_at = made_at - interval '2 hours'`.execute(served.database)
    await set([], "prunes")
    const { rows } = await sql`SELECT id FROM customer_changes WHERE tenant_id = 1`.execute(served.database)
    expect(rows).toEqual([])
    await feed.start()
    await set([13], "first")
    feed.wake()
    expect(await customers(1)).toEqual([13])
    await feed.stop()
    expect(notes.missed).toBe(0)
  })

  test("logs a failure of the database and reads again later", async () => {
    await feed.start()
    await set([14], "while it fails")
    await sql`ALTER TABLE customer_changes RENAME TO away`.execute(served.database)
    feed.wake()
    await expect.poll(() => logged.length).toBe(1)
    const another = new ChangeFeed(served.database, 1, new Notes(), () => {})
    await expect(another.start()).rejects.toThrow("customer_changes")
    await sql`ALTER TABLE away RENAME TO customer_changes`.execute(served.database)
    expect(await customers(1)).toEqual([14])
    await another.start()
    await another.stop()
    await feed.stop()
  })
})
