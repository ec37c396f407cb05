import { randomBytes, scrypt } from "node:crypto"
import { promisify } from "node:util"

const derive = promisify<string, Buffer, number, Buffer>(scrypt)

/** The hash that the database stores instead of a password. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, 32)
  return `scrypt:${salt.toString("base64")}:${key.toString("base64")}`
}
