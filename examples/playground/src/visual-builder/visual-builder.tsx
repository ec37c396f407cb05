import { equal, type Filter, type Schema } from "desk-filter"
import { toFields } from "desk-filter/react-querybuilder"
import { useEffect, useMemo, useRef, useState } from "react"
import { prepareRuleGroup, QueryBuilder, type RuleGroupType } from "react-querybuilder"
import { operatorLabels } from "./operator-labels.ts"
import { fromQuery, toQuery } from "./query.ts"
import { withFittingValues } from "./rule-value.ts"
import { Selector } from "./selector.tsx"
import { ValueEditor } from "./value-editor.tsx"
import "./visual-builder.css"

interface Props {
  readonly schema: Schema
  /** Undefined while the text has mistakes. */
  readonly filter: Filter | undefined
  readonly onChange: (filter: Filter) => void
}

const combinators = [
  { name: "and", label: "All of these match" },
  { name: "or", label: "Some of these match" },
]

const translations = {
  fields: { title: "Field" },
  operators: { title: "Operator" },
  value: { title: "Value" },
  combinators: { title: "How the rules are joined" },
  addRule: { label: "Add rule", title: "Add rule" },
  addGroup: { label: "Add group", title: "Add group" },
  removeRule: { label: "×", title: "Remove rule" },
  removeGroup: { label: "×", title: "Remove group" },
}

const controlElements = { valueEditor: ValueEditor, valueSelector: Selector }

const keys = new WeakMap<Schema, number>()
let lastKey = 0

/** The filter as rules. What it shows is edited here and in the text. */
export function VisualBuilder(props: Props) {
  const { schema } = props
  const key = keys.get(schema) ?? ++lastKey
  keys.set(schema, key)
  // The rules of one schema mean nothing in another.
  return <Rules key={key} {...props} />
}

function Rules({ schema, filter, onChange }: Props) {
  const fields = useMemo(() => toFields(schema, { operatorLabels }), [schema])
  const [query, setQuery] = useState<RuleGroupType>(() => shown(filter))
  const [missing, setMissing] = useState<readonly string[]>([])
  const current = useRef<{ readonly schema: Schema; readonly filter: Filter | undefined }>({
    schema,
    filter,
  })

  // The text has changed. If its filter is the one that the rules already mean, they stay: some may be unfinished.
  useEffect(() => {
    const last = current.current
    if (filter === undefined) return
    const isSame = last.schema === schema && last.filter !== undefined && equal(last.filter, filter)
    current.current = { schema, filter }
    if (isSame) return
    setQuery(shown(filter))
    setMissing([])
  }, [schema, filter])

  const change = (changed: RuleGroupType) => {
    const next = withFittingValues(changed)
    setQuery(next)
    const built = fromQuery(schema, next)
    setMissing(built.ok ? [] : built.missing)
    if (!built.ok) return
    const last = current.current
    if (last.schema === schema && last.filter !== undefined && equal(last.filter, built.filter)) return
    current.current = { schema, filter: built.filter }
    onChange(built.filter)
  }

  const isDisabled = filter === undefined
  if (fields.length === 0) return <p className="note">The data has no fields.</p>
  return (
    <div className="visual-builder">
      <div role="status">
        {isDisabled && (
          <p className="problem">The text has mistakes. The builder shows the last filter without them.</p>
        )}
        {!isDisabled && missing.length > 0 && (
          <>
            <p className="note">The filter stays as it is until the rules are complete:</p>
            <ul className="missing">
              {[...new Set(missing)].map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </>
        )}
        {!isDisabled && query.rules.length === 0 && (
          <p className="note">
            Without rules, {query.combinator === "and" ? "every record matches." : "no record matches."}
          </p>
        )}
      </div>
      <QueryBuilder
        fields={fields}
        query={query}
        onQueryChange={change}
        enableMountQueryChange={false}
        combinators={combinators}
        translations={translations}
        controlElements={controlElements}
        getDefaultValue={() => null}
        addRuleToNewGroups
        disabled={isDisabled}
        listsAsArrays
      />
    </div>
  )
}

function shown(filter: Filter | undefined): RuleGroupType {
  // Rules with ids keep their inputs, and so the focus, when the query changes.
  return prepareRuleGroup(filter === undefined ? { combinator: "and", rules: [] } : toQuery(filter))
}
