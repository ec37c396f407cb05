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

/** PostgreSQL in this process, for Kysely: its SQL, and the one connection that PGlite is. */
export class PGliteDialect implements Dialect {
  /** @param close what ends the database, when Kysely is destroyed */
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
  /** Settled when the last who asked for the connection has given it back. */
  #free: Promise<void> = Promise.resolve()
  /** Called when they give it back: first who has the connection, then those who wait for it. */
  readonly #release: (() => void)[] = []

  constructor(database: PGlite, close: () => Promise<void>) {
    this.#connection = new PGliteConnection(database)
    this.#close = close
  }

  async init(): Promise<void> {}

  /** One after another, in the order of asking: a transaction may not see the statements of others. */
  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#free
    this.#free = new Promise((resolve) => {
      this.#release.push(resolve)
    })
    await before
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
    throw new Error("PGlite answers whole results")
  }
}
