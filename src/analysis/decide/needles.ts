import { type Condition, conditionValues } from "../../filter/filter.ts"
import { foldedFor } from "../../schema/comparable.ts"
import type { Field } from "../../schema/field.ts"
import { forcedPrefix } from "../../text/forced-prefix.ts"
import type { Spend } from "./budget.ts"
import { type Cell, cellAt, isTextTest } from "./cells.ts"

/** A text that conditions look for inside the texts of one field. */
export interface Needle {
  /** The number of the variable that says whether it is inside. */
  readonly variable: number
  readonly text: string
  /** The cells in which some text contains it. */
  readonly possible: bigint
  /** The cells in which every text contains it. */
  readonly certain: bigint
  /** The variables of the needles inside this one. */
  readonly inner: readonly number[]
}

/** The texts that conditions on a field look for, as the field compares them. @param first the variable of the first one */
export function needlesOf(
  field: Field,
  conditions: readonly Condition[],
  cells: readonly Cell[],
  first: number,
  spend: Spend,
): readonly Needle[] {
  const texts = new Set<string>()
  for (const condition of conditions) if (isTextTest(condition)) texts.add(needleText(condition))
  if (texts.size === 0) return []
  spend((texts.size * (texts.size + cells.length)) >>> 2)
  const fold = (value: unknown) => foldedFor(field, String(value))
  // Every text between two others begins with this one.
  const prefixes = cells.map(({ value, isPoint, below, above }) =>
    value === null
      ? undefined
      : isPoint
        ? fold(value)
        : forcedPrefix(fold(below ?? ""), above === undefined ? undefined : fold(above)),
  )
  const all = [...texts]
  return all.map((text, position) => {
    let possible = 0n
    let certain = 0n
    prefixes.forEach((prefix, index) => {
      const isCertain = prefix?.includes(text)
      if (isCertain) certain |= cellAt(index)
      if (isCertain || !cells[index]?.isPoint) possible |= cellAt(index)
    })
    const inner = all.flatMap((other, index) =>
      other !== text && text.includes(other) ? [first + index] : [],
    )
    return { variable: first + position, text, possible, certain, inner }
  })
}

/** The text that a condition looks for, as its field compares it. */
export function needleText(condition: Condition): string {
  return foldedFor(condition.field, String(conditionValues(condition)[0]))
}
