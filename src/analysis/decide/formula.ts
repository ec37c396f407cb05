import type { Spend } from "./budget.ts"

/** What a variable must be. A variable of a relation to many has a value in each related record. */
export interface Literal {
  /** `is`: the variable is in these cells; `any`: it is for some related record; `none`: for no related record. */
  readonly kind: "is" | "any" | "none"
  readonly variable: number
  readonly cells: bigint
  readonly id: number
  readonly groups: bigint
  readonly size: 1
}

interface Joined<Kind extends "and" | "or"> {
  readonly kind: Kind
  readonly operands: readonly Formula[]
  readonly id: number
  /** The groups whose fields occur. */
  readonly groups: bigint
  /** How many literals it has. */
  readonly size: number
}

/** Formulas joined. Without operands, `and` is true and `or` is false. */
export type Junction = Joined<"and"> | Joined<"or">

/** A filter without negations. Equal formulas are the same object. */
export type Formula = Literal | Junction

export interface Formulas {
  literal(kind: Literal["kind"], variable: number, cells: bigint): Formula
  /** Joins formulas, and literals of one variable with each other. */
  join(kind: Junction["kind"], operands: readonly Formula[], domains: readonly bigint[]): Formula
  /** The formula that is true exactly where this one is false. */
  negate(formula: Formula, domains: readonly bigint[]): Formula
}

/** Makes formulas. @param groupOf the bit of each variable's group */
export function formulas(groupOf: (variable: number) => bigint, spend: Spend): Formulas {
  const made = new Map<string, Formula>()
  return { literal, join, negate }

  function intern(key: string, make: (id: number) => Formula): Formula {
    const known = made.get(key)
    if (known !== undefined) return known
    const formula = make(made.size)
    made.set(key, formula)
    return formula
  }

  function literal(kind: Literal["kind"], variable: number, cells: bigint): Formula {
    return intern(`${kind}${variable}:${cells.toString(32)}`, (id) => ({
      kind,
      variable,
      cells,
      id,
      groups: groupOf(variable),
      size: 1,
    }))
  }

  function join(kind: Junction["kind"], operands: readonly Formula[], domains: readonly bigint[]): Formula {
    const other = kind === "and" ? "or" : "and"
    const distinct = new Set<Formula>()
    const literals = new Map<number, Literal>()
    for (const operand of operands) {
      spend(operand.kind === kind ? operand.operands.length : 1)
      for (const part of operand.kind === kind ? operand.operands : [operand]) {
        // A AND false is false.
        if (part.kind === other && part.operands.length === 0) return part
        if ("operands" in part) distinct.add(part)
        else if (mergedBy[part.kind] === kind || part.kind === "is") {
          // A variable of a relation to many has no literals of the kind `is`.
          const same = literals.get(part.variable)
          const cells = same === undefined ? part.cells : joinCells(kind, same, part)
          literals.set(
            part.variable,
            cells === part.cells ? part : (literal(part.kind, part.variable, cells) as Literal),
          )
        } else distinct.add(part)
      }
    }
    for (const part of literals.values()) {
      const { variable, cells } = part
      if (part.kind === "is" && kind === "and" && cells === 0n) return junction("or", [])
      if (part.kind === "is" && kind === "or" && cells === domains[variable]) return junction("and", [])
      distinct.add(part)
    }
    const [only] = distinct
    return distinct.size === 1 && only
      ? only
      : junction(
          kind,
          [...distinct].sort((a, b) => a.id - b.id),
        )
  }

  function negate(formula: Formula, domains: readonly bigint[]): Formula {
    if ("operands" in formula) {
      const negated = formula.operands.map((operand) => negate(operand, domains))
      return join(formula.kind === "and" ? "or" : "and", negated, domains)
    }
    const { kind, variable, cells } = formula
    const rest = kind === "is" ? (domains[variable] as bigint) & ~cells : cells
    return literal(opposites[kind], variable, rest)
  }

  function junction(kind: Junction["kind"], operands: readonly Formula[]): Formula {
    return intern(kind + operands.map(({ id }) => id), (id) => {
      let groups = 0n
      let size = 0
      for (const operand of operands) {
        groups |= operand.groups
        size += operand.size
      }
      return { kind, operands, id, groups, size } as Junction
    })
  }
}

const opposites: Readonly<Record<Literal["kind"], Literal["kind"]>> = { is: "is", any: "none", none: "any" }

/** In which junction literals of one variable become one: ANY of A or ANY of B is ANY of both; NONE likewise in `and`. */
const mergedBy: Readonly<Record<Literal["kind"], Junction["kind"] | undefined>> = {
  is: undefined,
  any: "or",
  none: "and",
}

function joinCells(kind: Junction["kind"], a: Literal, b: Literal): bigint {
  return a.kind === "is" && kind === "and" ? a.cells & b.cells : a.cells | b.cells
}
