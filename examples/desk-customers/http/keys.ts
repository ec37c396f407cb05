import { createHash, randomBytes } from "node:crypto"

/** Whom a request comes from. */
export interface Caller {
  readonly tenantId: number
  /** The user that the key acts for. */
  readonly userId: number
}

/** The keys of the API. Of each only a hash is kept: whoever reads the memory cannot call with it. */
export class ApiKeys {
  readonly #callers = new Map<string, Caller>()

  /** Makes a key; it is not to be had again. */
  issue(caller: Caller): string {
    const key = `desk_${randomBytes(24).toString("base64url")}`
    this.#callers.set(hash(key), caller)
    return key
  }

  /** Whose key the header `Authorization: Bearer …` holds. */
  callerOf(authorization: string | undefined): Caller | undefined {
    const [, key] = /^Bearer +(\S+)$/i.exec(authorization ?? "") ?? []
    return key === undefined ? undefined : this.#callers.get(hash(key))
  }
}

function hash(key: string): string {
  return createHash("sha256").update(key).digest("base64")
}
