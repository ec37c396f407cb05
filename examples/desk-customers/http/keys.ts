import { createHash, randomBytes } from "node:crypto"

/** The sender of a request. */
export interface Caller {
  readonly tenantId: number
  /** The user that the key acts for. */
  readonly userId: number
}

/** The API keys. It keeps only hashes, so that a memory dump reveals no usable key. */
export class ApiKeys {
  readonly #callers = new Map<string, Caller>()

  /** Creates a key. It cannot be read again later. */
  issue(caller: Caller): string {
    const key = `desk_${randomBytes(24).toString("base64url")}`
    this.#callers.set(hash(key), caller)
    return key
  }

  /** The caller whose key is in the header `Authorization: Bearer …`. */
  callerOf(authorization: string | undefined): Caller | undefined {
    const [, key] = /^Bearer +(\S+)$/i.exec(authorization ?? "") ?? []
    return key === undefined ? undefined : this.#callers.get(hash(key))
  }
}

function hash(key: string): string {
  return createHash("sha256").update(key).digest("base64")
}
