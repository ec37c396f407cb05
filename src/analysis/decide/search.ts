import { EXHAUSTED, type Spend } from "./budget.ts"
import type { Formula, Formulas, Literal } from "./formula.ts"
import { propagate } from "./propagate.ts"
import type { Group, Unknown, Variables } from "./variables.ts"

/** What is known of the record that is looked for, and what is left to satisfy. */
export interface State {
  /** The cells that each variable may have. In a relation to many: in every related record. */
  readonly domains: readonly bigint[]
  /** Each asks for a related record. */
  readonly found: readonly Literal[]
  /** Disjunctions that must all hold. */
  readonly rest: readonly Formula[]
}

/** How deep the search may go, so that it cannot exhaust the stack. Filters within the default limits stay above. */
const MAX_STEPS_DOWN = 500

/**
 * Looks for a record that satisfies a formula: it takes an alternative, and what follows from it, and goes on.
 *
 * @returns what is known of a record that satisfies it, or undefined if no record does
 * @throws EXHAUSTED
 */
export function search(
  formula: Formula,
  { all, owners, needles, groups }: Variables,
  { join, literal, negate }: Formulas,
  spend: Spend,
): State | undefined {
  /** What has no solution, so that an equal rest is not searched again. */
  const failed = new Set<string>()
  const start = learn({ domains: all, found: [], rest: [] }, [formula])
  return start && solve(start, 0)

  function solve(state: State, depth: number): State | undefined {
    const { rest } = state
    if (rest.length === 0) return state
    const parts = independentParts(rest)
    if (parts.length > 1) {
      let solved: State | undefined = state
      for (const part of parts) {
        solved = solve({ ...solved, rest: part }, depth + 1)
        if (solved === undefined) return undefined
      }
      return solved
    }
    const key = keyOf(state)
    if (failed.has(key)) return undefined
    if (depth > MAX_STEPS_DOWN) throw EXHAUSTED
    const chosen = widened(literalOf(smallest(rest)), rest)
    for (const alternative of [chosen, negate(chosen, state.domains)]) {
      const next = learn(state, [alternative])
      const solved = next && solve(next, depth + 1)
      if (solved !== undefined) return solved
    }
    failed.add(key)
    return undefined
  }

  /** Adds formulas that must hold, and all that follows from them. Undefined if they contradict what is known. */
  function learn(state: State, formulas: readonly Formula[]): State | undefined {
    const domains = [...state.domains]
    const found = [...state.found]
    let rest = [...state.rest]
    const queue = [...formulas]
    while (queue.length > 0) {
      const changed = new Set<Group>()
      for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
        spend(1)
        if (next.kind === "and") for (const operand of next.operands) queue.push(operand)
        else if (next.kind === "or") {
          if (next.operands.length === 0) return undefined
          rest.push(next)
        } else {
          const before = domains[next.variable] as bigint
          if (next.kind === "any") found.push(next)
          else domains[next.variable] = next.kind === "is" ? before & next.cells : before & ~next.cells
          if (next.kind === "any" || domains[next.variable] !== before) changed.add(groupOf(next.variable))
        }
      }
      let bits = 0n
      for (const group of changed) {
        for (const { steps } of group.unknowns) spend(steps)
        if (!propagate(group, domains)) return undefined
        bits |= group.bit
      }
      const known = { domains, found, rest }
      if (found.some((fact) => (fact.groups & bits) !== 0n && baseCells(fact, known) === 0n)) return undefined
      const left: Formula[] = []
      for (const operand of rest) {
        const assumed = assume(operand, known, bits)
        if (assumed.kind === "or" && assumed.operands.length > 0) left.push(assumed)
        else queue.push(assumed)
      }
      rest = left
    }
    return { domains, found, rest }
  }

  /** The formula without what is known about these groups. */
  function assume(formula: Formula, known: State, bits: bigint): Formula {
    spend(1)
    if ((formula.groups & bits) === 0n) return formula
    if (!("operands" in formula)) return assumeLiteral(formula, known)
    const operands = formula.operands.map((operand) => assume(operand, known, bits))
    const isSame = operands.every((operand, i) => operand === formula.operands[i])
    return isSame ? formula : join(formula.kind, operands, known.domains)
  }

  function assumeLiteral({ kind, variable, cells }: Literal, known: State): Formula {
    const domain = known.domains[variable] as bigint
    const left = cells & domain
    spend(known.found.length)
    const isSettled =
      kind === "is" ? left === domain : known.found.some((fact) => assures(fact, variable, left, known))
    if (left !== 0n && !isSettled) return literal(kind, variable, left)
    return join(isSettled === (kind !== "none") ? "and" : "or", [], known.domains)
  }

  /** Whether the related record of a fact has one of these cells. */
  function assures(fact: Literal, variable: number, cells: bigint, known: State): boolean {
    if (groupOf(fact.variable) !== groupOf(variable)) return false
    if (cells === known.domains[variable]) return true
    if (owners[fact.variable] !== owners[variable]) return false
    const itsCells = baseCells(fact, known)
    const needle = needles[variable]
    if (needle === undefined) return (itsCells & ~cells) === 0n
    if (fact.variable === variable || (itsCells & ~needle.certain) === 0n) return true
    return needles[fact.variable]?.inner.includes(variable) === true
  }

  /** The cells that the value of a fact may have. */
  function baseCells({ variable, cells }: Literal, { domains }: State): bigint {
    const left = cells & (domains[variable] as bigint)
    const needle = needles[variable]
    if (needle === undefined || left === 0n) return left
    return needle.possible & (domains[owners[variable]?.at as number] as bigint)
  }

  /**
   * Equal keys have the same answer. The key lacks the domains of fields that depend on no other field: a value outside
   * of the domain would satisfy no literal of the rest, so it makes no solution that a value inside does not make.
   */
  function keyOf({ rest, domains, found }: State): string {
    let bits = 0n
    for (const { groups } of rest) bits |= groups
    const key: unknown[] = rest.map(({ id }) => id).sort((a, b) => a - b)
    spend(rest.length)
    for (const { bit, unknowns, isDependent } of groups) {
      if (!isDependent || (bit & bits) === 0n) continue
      for (const { variables } of unknowns)
        for (const variable of variables) key.push(domains[variable]?.toString(32))
      for (const { id, groups } of found) if ((groups & bit) !== 0n) key.push(`f${id}`)
    }
    return key.join()
  }

  /** Fewer cells, which satisfy other literals of the variable too. A solution that has any of them is found sooner. */
  function widened(chosen: Literal, formulas: readonly Formula[]): Literal {
    let cells = chosen.cells
    const visit = (formula: Formula): void => {
      spend(1)
      if ("operands" in formula) formula.operands.forEach(visit)
      else if (formula.variable === chosen.variable && (cells & formula.cells) !== 0n) cells &= formula.cells
    }
    if (chosen.kind === "is") formulas.forEach(visit)
    return cells === chosen.cells ? chosen : (literal(chosen.kind, chosen.variable, cells) as Literal)
  }

  function groupOf(variable: number): Group {
    return (owners[variable] as Unknown).group
  }

  /** Formulas that share no group are independent. The smallest parts come first. */
  function independentParts(formulas: readonly Formula[]): readonly (readonly Formula[])[] {
    let parts: { readonly groups: bigint; readonly formulas: readonly Formula[] }[] = []
    for (const formula of formulas) {
      let { groups } = formula
      const joined = [formula]
      spend(1 + parts.length)
      parts = parts.filter((part) => {
        if ((part.groups & formula.groups) === 0n) return true
        groups |= part.groups
        for (const other of part.formulas) joined.push(other)
        return false
      })
      parts.push({ groups, formulas: joined })
    }
    return parts.map((part) => part.formulas).sort((a, b) => a.length - b.length)
  }
}

/** The literal of the alternative with the fewest literals. */
function literalOf(formula: Formula): Literal {
  return "operands" in formula ? literalOf(smallest(formula.operands)) : formula
}

function smallest(formulas: readonly Formula[]): Formula {
  return formulas.reduce((least, other) => (other.size < least.size ? other : least))
}
