import type { Filter, Schema } from "desk-filter"
import { messageOf } from "../message-of.ts"
import type { Engine, EngineName } from "./engine.ts"
import { type Layout, layoutOf } from "./layout.ts"
import { quoted } from "./quoted.ts"

/** What one database found. */
export type DatabaseAnswer =
  | {
      readonly engine: EngineName
      /** The indexes of the records that match. */
      readonly matches: readonly number[]
      readonly milliseconds: number
      readonly text: string
      readonly values: readonly unknown[]
    }
  | { readonly engine: EngineName; readonly error: string }

type Records = readonly Record<string, unknown>[]

const openers: Readonly<Record<EngineName, () => Promise<Engine>>> = {
  sqlite: async () => (await import("./sqlite.ts")).openSqlite(),
  postgresql: async () => (await import("./postgresql.ts")).openPostgresql(),
}

const engineNames = Object.keys(openers) as readonly EngineName[]

/** What a database holds now. */
interface Loaded {
  readonly schema: Schema
  readonly records: Records
  readonly layout: Layout
}

/** A database of the page. It does one thing at a time. */
class Runner {
  readonly #name: EngineName
  #engine: Promise<Engine> | undefined
  #loaded: Loaded | undefined
  #last: Promise<unknown> = Promise.resolve()

  constructor(name: EngineName) {
    this.#name = name
  }

  answer(schema: Schema, records: Records, filter: Filter, signal: AbortSignal): Promise<DatabaseAnswer> {
    const answer = this.#last
      .then(() => this.#run(schema, records, filter, signal))
      .catch((error: unknown) => ({
        engine: this.#name,
        error: messageOf(error),
      }))
    this.#last = answer
    return answer
  }

  async #run(schema: Schema, records: Records, filter: Filter, signal: AbortSignal): Promise<DatabaseAnswer> {
    signal.throwIfAborted()
    const engine = await this.#open()
    signal.throwIfAborted()
    const layout = await this.#load(engine, schema, records)
    signal.throwIfAborted()
    const condition = engine.condition(layout, filter)
    const table = quoted(layout.table)
    const key = `${table}.${quoted(layout.key)}`
    const text = `SELECT ${key} FROM ${table} WHERE ${condition.text}`
    const start = performance.now()
    const matches = await engine.keys(text, condition.values)
    const milliseconds = performance.now() - start
    return {
      engine: this.#name,
      matches: matches.toSorted((a, b) => a - b),
      milliseconds,
      text,
      values: condition.values,
    }
  }

  /** Opens the database once. If that fails, the next call tries again. */
  #open(): Promise<Engine> {
    this.#engine ??= openers[this.#name]().catch((error: unknown) => {
      this.#engine = undefined
      throw error
    })
    return this.#engine
  }

  async #load(engine: Engine, schema: Schema, records: Records): Promise<Layout> {
    const loaded = this.#loaded
    if (loaded?.schema === schema && loaded.records === records) return loaded.layout
    this.#loaded = undefined
    const layout = layoutOf(schema)
    await engine.load(layout, records)
    this.#loaded = { schema, records, layout }
    return layout
  }
}

const runners = engineNames.map((name) => new Runner(name))

/**
 * Runs a filter on the databases inside the page. They are loaded at the first call, and their tables are made again
 * if the schema or the records are others than those of the last call.
 *
 * @param schema the fields of the records
 * @param records the records that the databases hold
 * @param filter the filter to run
 * @param signal stops the run
 * @returns the answer of each database, as soon as it is known
 */
export async function* runOnDatabases(
  schema: Schema,
  records: Records,
  filter: Filter,
  signal: AbortSignal,
): AsyncIterable<DatabaseAnswer> {
  // All of them run at the same time.
  const answers = runners.map((runner) => runner.answer(schema, records, filter, signal))
  for (const answer of answers) yield await answer
}
