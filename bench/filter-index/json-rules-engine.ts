import type { Contender, Saved } from "./contenders.ts"
import { withInstants } from "./instants.ts"
import { isDatetime, type Language, type Operator, translate } from "./translate.ts"

/** What is used of json-rules-engine. The package is in this folder only, so the compiler does not see its types. */
interface Engine {
  addOperator(name: string, test: (actual: unknown, expected: unknown) => boolean): void
  addRule(rule: object): void
  run(facts: object): Promise<{ readonly events: readonly { readonly params: { readonly place: number } }[] }>
}

const operators: Readonly<Record<Operator, string>> = {
  $eq: "equal",
  $ne: "notEqual",
  $lt: "lessThan",
  $lte: "lessThanInclusive",
  $gt: "greaterThan",
  $gte: "greaterThanInclusive",
  $in: "in",
  $nin: "notIn",
  // It has no operator for a part of a text, but takes new ones.
  $contains: "containsText",
}

const language: Language<object> = {
  and: (parts) => ({ all: parts }),
  or: (parts) => ({ any: parts }),
  field: (name, conditions) => ({
    all: conditions.map(([operator, operand]) => ({
      fact: name,
      operator: operators[operator],
      value: isDatetime(name) ? Date.parse(String(operand)) : operand,
    })),
  }),
}

/** json-rules-engine, the most used engine of rules in JavaScript. */
export async function rulesEngine(): Promise<Contender> {
  const name = "json-rules-engine"
  const { Engine } = (await import(name)) as { readonly Engine: new () => Engine }
  return {
    name,
    filters: 1000,
    records: 2,
    without: { relations: "its operators take the value of a fact, not the objects of a list" },
    prepare: withInstants,
    build: (saved: readonly Saved[]) => {
      const engine = new Engine()
      engine.addOperator(
        "containsText",
        (actual, expected) => typeof actual === "string" && actual.includes(String(expected)),
      )
      for (const [place, { written }] of saved.entries())
        engine.addRule({
          conditions: translate(written, language),
          event: { type: "match", params: { place } },
        })
      return {
        match: (record) => engine.run(record),
        placesIn: (answer) =>
          (answer as Awaited<ReturnType<Engine["run"]>>).events.map(({ params }) => params.place),
      }
    },
  }
}
