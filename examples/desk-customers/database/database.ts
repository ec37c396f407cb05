import { type Dialect, Kysely } from "kysely"
import type { Listen } from "./listen.ts"
import type { Tables } from "./tables.ts"

/** A database that also hears notifications. Kysely has no interface for them. */
export class Database extends Kysely<Tables> {
  constructor(
    dialect: Dialect,
    readonly listen: Listen,
  ) {
    super({ dialect })
  }
}
