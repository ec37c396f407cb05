import { opposite } from "../../check/translation/negation.ts"
import type { Path } from "../../diagnostics/diagnostic.ts"
import { and, type Filter, or } from "../../filter/filter.ts"
import { incomplete, type MissingPart, notA, unknownOperator, untranslatable } from "../model-mistakes.ts"
import { joinedAll, type ModelReader } from "../model-reader.ts"
import { TWO_RECORDS } from "../starts-with.ts"
import { runsOf } from "./combinators.ts"
import { emptyFilter } from "./empty-filter.ts"
import { refusedOperators } from "./refused-operators.ts"
import { isRuleOperator, isTwiceOnMany, ruleOperators } from "./rule-operators.ts"
import { ruleValues } from "./rule-value.ts"
import { translateNegated, translateRule } from "./translate-rule.ts"

/** Stands for a rule or a group that is left out: it is muted, or it is incomplete and may be skipped. */
const LEFT_OUT: unique symbol = Symbol("left out")

/** What a rule or a group is. Undefined after a mistake, which is reported. */
type Read = Filter | typeof LEFT_OUT | undefined

/** React Query Builder's names for a field and an operator that are not chosen yet. */
const UNCHOSEN: readonly unknown[] = [undefined, null, "", "~"]

const UNCLEAR =
  "a rule is left out between and and or, so it is not clear how its neighbours are joined: remove the rule, or use groups"

/** Makes a filter of a query of React Query Builder. */
export class RuleGroupReader {
  constructor(
    private readonly reader: ModelReader,
    private readonly skipsIncomplete: boolean,
  ) {}

  /** The filter of the whole query. Undefined after a mistake. */
  query(group: unknown): Filter | undefined {
    const filter = this.group(group, [], 1, false)
    return filter === LEFT_OUT ? this.reader.refuse([], incomplete("rules")) : filter
  }

  /**
   * @param negated whether an odd number of the groups around it negate it. By De Morgan's laws, each rule is then
   * negated, and `and` and `or` are swapped
   */
  private group(value: unknown, path: Path, depth: number, negated: boolean): Read {
    const { reader } = this
    reader.count(path, depth)
    const group = reader.object(value, path)
    const rules = group && reader.list(reader.member(group, "rules"), [...path, "rules"])
    if (group === undefined || rules === undefined) return undefined
    const muted = this.flag(group, "muted", path)
    const not = this.flag(group, "not", path)
    if (muted === undefined || not === undefined) return undefined
    if (muted) return LEFT_OUT
    const combinator = reader.member(group, "combinator")
    const runs = runsOf(reader, path, combinator, rules)
    if (runs === undefined) return undefined
    const isNegated = negated !== not
    const [joinRuns, joinRules] = isNegated ? [and, or] : [or, and]
    // Which of its two combinators vanishes with a rule that is left out?
    const isMixed = combinator === undefined && runs.length > 1 && runs.some(({ length }) => length > 1)
    const read = (index: number): Read => {
      const itemPath = [...path, "rules", index]
      const item = this.ruleOrGroup(rules[index], itemPath, depth, isNegated)
      return isMixed && item === LEFT_OUT ? reader.refuse(itemPath, untranslatable("and", UNCLEAR)) : item
    }
    const filter = joinedRest(
      joinRuns,
      runs.map((run) => joinedRest(joinRules, run.map(read))),
    )
    return filter === LEFT_OUT ? this.incomplete(path, "rules") : filter
  }

  private ruleOrGroup(value: unknown, path: Path, depth: number, negated: boolean): Read {
    const item = this.reader.object(value, path)
    if (item === undefined) return undefined
    if (this.reader.member(item, "rules") !== undefined) return this.group(item, path, depth + 1, negated)
    this.reader.count(path, depth)
    const muted = this.flag(item, "muted", path)
    if (muted === undefined) return undefined
    return muted ? LEFT_OUT : this.rule(item, path, negated)
  }

  /** A member that is true or false. Undefined after a mistake. */
  private flag(object: object, name: string, path: Path): boolean | undefined {
    const value = this.reader.member(object, name) ?? false
    return typeof value === "boolean" ? value : this.reader.refuse(path, notA("boolean", value))
  }

  private rule(rule: object, path: Path, negated: boolean): Read {
    const { reader } = this
    const name = reader.member(rule, "field")
    const operator = reader.member(rule, "operator")
    const written = reader.member(rule, "value")
    if (UNCHOSEN.includes(name)) return this.incomplete(path, "field")
    if (UNCHOSEN.includes(operator)) return this.incomplete(path, "operator")
    if (typeof operator !== "string") return reader.refuse(path, notA("string", operator))
    const empty = emptyFilter(name, operator, written)
    if (empty !== undefined) return negated ? (empty.kind === "and" ? or([]) : and([])) : empty
    const reason = reasonAgainst(reader, rule) ?? refusedOperators.get(operator)
    if (reason !== undefined) return reader.refuse(path, untranslatable(operator, reason))
    if (!isRuleOperator(operator))
      return reader.refuse(path, unknownOperator(operator, Object.keys(ruleOperators)))
    const field = reader.attempt(path, () => reader.field(name))
    if (field === undefined) return undefined
    const values = ruleValues(reader, path, ruleOperators[operator].form, field, written)
    if (values === undefined) return this.incomplete(path, "value")
    return reader.rule(path, operator, () => {
      if (isTwiceOnMany(field, ruleOperators[operator])) return TWO_RECORDS
      const rule = { reader, field, values }
      if (!negated) return translateRule[operator](rule)
      return translateNegated[operator]?.(rule) ?? opposite(translateRule[operator](rule))
    })
  }

  private incomplete(path: Path, part: MissingPart): Read {
    return this.skipsIncomplete ? LEFT_OUT : this.reader.refuse(path, incomplete(part))
  }
}

/** Why a rule compares something else than a field with a value, and what to do instead. */
function reasonAgainst(reader: ModelReader, rule: object): string | undefined {
  if ((reader.member(rule, "valueSource") ?? "value") !== "value")
    return "a filter compares a field with a value, and with no other field: write a value"
  if ((reader.member(rule, "lhs") ?? undefined) !== undefined)
    return "a filter compares a field, and no expression: use the field alone"
  return (reader.member(rule, "match") ?? undefined) === undefined
    ? undefined
    : "a filter tests related records by the fields of the relation: use these in rules of their own"
}

/** Joins what is not left out. */
function joinedRest(join: (filters: Filter[]) => Filter, read: readonly Read[]): Read {
  const rest = read.filter((part) => part !== LEFT_OUT)
  return rest.length === 0 ? LEFT_OUT : joinedAll(join, rest)
}
