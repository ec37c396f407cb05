import type { Random } from "../random.ts"
import { type FieldValues, ORDERED } from "./field-values.ts"

/** Texts that databases, drivers and JavaScript often confuse. */
export const TEXTS = [
  ...[
    "",
    " ",
    "a",
    "a ",
    "A",
    "ab",
    "aB",
    "AB",
    "b",
    "B",
    "Zoë",
    "zoe",
    "\u00e1",
    "a\u0301",
    "\u00c1",
    "\u00df",
  ],
  ...[
    "ss",
    "SS",
    "\u0130",
    "i",
    "I",
    "\u0131",
    "\u212a",
    "k",
    "K",
    "\u{1F600}",
    "\u{1F601}",
    "\ufffd",
    "\ue000",
  ],
  ...[
    "\ufeff",
    "\u00e9",
    "\u00ff",
    "\u0153",
    "\u20ac",
    "\u4e2d",
    "%",
    "_",
    "*",
    "\\",
    "\\%",
    "100%",
    "1_0",
    "'",
  ],
  ...["''", '"', "`", ";--", "\n", "\t", "\u0001", "\u007f", "\u0080", "{}", "$1", "?", ":a", "NULL", "null"],
  ...[
    "0",
    "1",
    "7",
    "007",
    "9",
    "10",
    "1e1",
    "1.0",
    " 1",
    "1 ",
    "0x1",
    "12x",
    "-0",
    "true",
    "t",
    "\u2028",
    "abc",
  ],
  ...["abcde", "abcdefghijklmnopqrstuvwxyz", "2024-01-01", "O'Brien", "active", "deleted", '{"a":1}', "????"],
  "11111111-1111-1111-1111-111111111111",
]

export const string: FieldValues = {
  operators: [...ORDERED, "$contains"],
  values: TEXTS,
  random: (random) => Array.from({ length: random.below(4) }, () => random.pick(TEXTS)).join(""),
  record: (text) => text,
  recordValue: (value) => value,
  neighbour(random, value) {
    const characters = [...value]
    return random.pick([
      `${value} `,
      value.trimEnd(),
      value.toLowerCase(),
      value.toUpperCase(),
      value.normalize("NFD"),
      characters.slice(0, -1).join(""),
      characters.slice(1).join(""),
      `${value}\u0001`,
      `${value}\u{10FFFF}`,
    ])
  },
  foreign: ["zz", "\u{1F600}", "\u{10FFFF}", "\uffff", "e", "x'; DROP TABLE t; --", "a".repeat(300)],
  operand: (random, value) => ({ json: jsonText(random, value), value }),
}

/** A JSON string, sometimes with escapes. */
export function jsonText(random: Random, value: string): string {
  const json = JSON.stringify(value)
  if (random.below(6) > 0) return json
  const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`
  return `"${value.replace(/[\s\S]/g, escaped)}"`
}
