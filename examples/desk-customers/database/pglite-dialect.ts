import type { PGlite } from "@electric-sql/pglite"
import {
  CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type Driver,
  type Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from "kysely"

/** A Kysely dialect for PGlite, which is PostgreSQL inside this process with a single connection. */
export class PGliteDialect implements Dialect {
  /** @param close closes the database when Kysely is destroyed */
  constructor(
    private readonly database: PGlite,
    private readonly close: () => Promise<void>,
  ) {}

  createAdapter(): PostgresAdapter {
    return new PostgresAdapter()
  }

  createDriver(): Driver {
    return new PGliteDriver(this.database, this.close)
  }

  createIntrospector(database: Kysely<unknown>): DatabaseIntrospector {
    return new PostgresIntrospector(database)
  }

  createQueryCompiler(): PostgresQueryCompiler {
    return new PostgresQueryCompiler()
  }
}

class PGliteDriver implements Driver {
  readonly #connection: PGliteConnection
  readonly #close: () => Promise<void>
  /** Settles when the last holder in the queue has released the connection. */
  #free: Promise<void> = Promise.resolve()
  /** One release function per holder: first the current holder, then the waiting ones. */
  readonly #release: (() => void)[] = []

  constructor(database: PGlite, close: () => Promise<void>) {
    this.#connection = new PGliteConnection(database)
    this.#close = close
  }

  async init(): Promise<void> {}

  /** Hands out the connection in the order of requests. A transaction must not contain statements of other callers. */
  async acquireConnection(): Promise<DatabaseConnection> {
    const previous = this.#free
    this.#free = new Promise((resolve) => {
      this.#release.push(resolve)
    })
    await previous
    return this.#connection
  }

  async releaseConnection(): Promise<void> {
    this.#release.shift()?.()
  }

  async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const { isolationLevel, accessMode } = settings
    const level = isolationLevel === undefined ? "" : ` isolation level ${isolationLevel}`
    await connection.executeQuery(CompiledQuery.raw(`start transaction${level} ${accessMode ?? ""}`))
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("commit"))
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("rollback"))
  }

  async destroy(): Promise<void> {
    await this.#free
    await this.#close()
  }
}

class PGliteConnection implements DatabaseConnection {
  readonly #database: PGlite

  constructor(database: PGlite) {
    this.#database = database
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const { rows, affectedRows = 0 } = await this.#database.query<Row>(sql, [...parameters])
    return { rows, numAffectedRows: BigInt(affectedRows) }
  }

  // biome-ignore lint/correctness/useYield: there is nothing to yield
  async *streamQuery(): AsyncGenerator<never> {
    throw new Error("PGlite cannot stream the rows of a query")
  }
}
