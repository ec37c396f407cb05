import type { Condition } from "../../src/index.ts"

/** The values of a condition and their neighbours, in all their forms. */
export function near(node: Condition): readonly unknown[] {
  const operands = node.kind === "in" ? node.values : [node.value]
  return operands.flatMap((operand): unknown[] => {
    switch (typeof operand) {
      case "number":
      case "bigint": {
        const numbers =
          typeof operand === "bigint" ? [operand - 1n, operand, operand + 1n] : [operand - 1, operand]
        return numbers.flatMap((number) => [number, String(number), { id: number }, Number(number)])
      }
      case "string":
        if (node.field.type === "datetime")
          return [...moments(operand), ...moments(operand).map((text) => new Date(text))]
        if (node.field.type === "decimal") return [...amounts(operand)]
        return [operand, operand.toUpperCase(), operand.toLowerCase(), `${operand}A`, `a${operand}`]
      case "boolean":
        return [operand, Number(operand), BigInt(operand), Uint8Array.of(Number(operand))]
      default:
        return [operand]
    }
  })
}

/** A decimal of a filter in other spellings, and its neighbours. */
function amounts(text: string): readonly unknown[] {
  const fraction = text.includes(".") ? text : `${text}.0`
  const whole = BigInt(text.split(".")[0] ?? "")
  return [
    text,
    `${text}e0`,
    `${fraction}00`,
    `${fraction}00000000000000000000000000000000000000000001`,
    `${text}E-1`,
    `${text}e+1`,
    `${text}e-400`,
    `${text}e400`,
    Number(text),
    Number(text) * (1 + Number.EPSILON),
    whole,
    whole + 1n,
    -whole,
  ]
}

/** A date-time of a filter truncated to the day, second and millisecond, and its neighbours. */
function moments(text: string): readonly string[] {
  const second = text.slice(0, 19)
  const milli = text.slice(20, -1).padEnd(3, "0").slice(0, 3)
  return [
    text,
    text.slice(0, 10),
    `${text.slice(0, 10)}T00:00:00Z`,
    `${second}Z`,
    `${second}.000Z`,
    `${second}.${milli}Z`,
    `${second}.${milli}000001Z`,
    `${second}.999Z`,
  ]
}
