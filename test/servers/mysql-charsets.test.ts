import type { Connection, RowDataPacket } from "mysql2/promise"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { collationFacts } from "../../src/backends/sql/mysql/charsets.ts"
import { createSchema } from "./mariadb.ts"

/** All characters of Unicode, in parts that a statement can hold. */
function* parts(): Iterable<readonly string[]> {
  for (let start = 0; start < 0x110000; start += 0x4000) {
    const points = Array.from({ length: 0x4000 }, (_, i) => start + i)
    const characters = points.filter((point) => point < 0xd800 || point > 0xdfff)
    if (characters.length > 0) yield characters.map((point) => String.fromCodePoint(point))
  }
}

describe("the character sets of MariaDB", () => {
  let connection: Connection
  let drop: () => Promise<void>
  beforeAll(async () => {
    ;({ connection, drop } = await createSchema())
    // A column holds what its character set has, and a question mark for what it lacks.
    await connection.query("SET sql_mode = ''")
  })
  afterAll(() => drop())

  test.each(["utf8mb4", "utf8mb3", "latin1", "ascii"])("the characters of %s are known", async (charset) => {
    const known = collationFacts(`${charset}_bin`)?.charset
    expect(known?.name).toBe(charset)
    await connection.query(`CREATE TABLE ${charset}_texts (held LONGTEXT CHARACTER SET ${charset})`)
    const wrong: string[] = []
    for (const characters of parts()) {
      await connection.query(`DELETE FROM ${charset}_texts`)
      await connection.execute(`INSERT INTO ${charset}_texts VALUES (CONVERT(? USING utf8mb4))`, [
        characters.join(""),
      ])
      const [[row]] = await connection.query<RowDataPacket[]>(
        `SELECT HEX(CONVERT(held USING utf8mb4)) AS hex FROM ${charset}_texts`,
      )
      const held = [...Buffer.from(String(row?.hex), "hex").toString()]
      expect(held).toHaveLength(characters.length)
      for (const [i, character] of characters.entries())
        if ((held[i] === character) !== known?.texts.test(character))
          wrong.push(`U+${character.codePointAt(0)?.toString(16)}`)
    }
    expect(wrong.slice(0, 20)).toEqual([])
  })
})
