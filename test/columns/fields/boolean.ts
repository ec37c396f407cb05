import { EQUALITY, type FieldValues } from "./field-values.ts"

const RECORDED: Readonly<Record<string, string>> = {
  true: "true",
  t: "true",
  1: "true",
  false: "false",
  f: "false",
  0: "false",
}

export const boolean: FieldValues = {
  operators: EQUALITY,
  values: ["true", "false"],
  random: (random) => random.pick(["true", "false"]),
  record: (text) => RECORDED[text.toLowerCase()],
  recordValue: (value) => value === "true",
  neighbour: (_, value) => (value === "true" ? "false" : "true"),
  foreign: ["true", "false"],
  operand: (_, value) => ({ json: value, value }),
}

/** Booleans as integers. */
export const BITS = ["1", "0"]
