// @vitest-environment happy-dom
import { act, createElement, useState } from "react"
import { createRoot } from "react-dom/client"
import * as version8 from "react-querybuilder"
import * as version7 from "react-querybuilder-7"
import { describe, expect, test } from "vitest"
import { type Filter, parseFilter } from "../../src/index.ts"
import { stringify } from "../../src/query-string.ts"
import { fromRuleGroup, toFields, toRuleGroup } from "../../src/react-querybuilder.ts"
import { people } from "../conformance/people.ts"

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

interface Props {
  readonly library: typeof version8
  readonly filter: Filter
  readonly listsAsArrays: boolean
  readonly onQuery: (query: unknown) => void
}

function Form({ library, filter, listsAsArrays, onQuery }: Props) {
  const [query, setQuery] = useState<version8.RuleGroupType>(() => toRuleGroup(filter))
  onQuery(query)
  const props = { fields: toFields(people), query, onQueryChange: setQuery, listsAsArrays }
  return createElement(library.QueryBuilder, props as object)
}

/** Shows the filter in the component, whose effects may change the query at once, and reads the query that it then has. */
async function shown(library: typeof version8, filter: Filter, listsAsArrays: boolean): Promise<string> {
  let query: unknown
  const onQuery = (current: unknown) => {
    query = current
  }
  const root = createRoot(document.createElement("div"))
  await act(async () => root.render(createElement(Form, { library, filter, listsAsArrays, onQuery })))
  await act(async () => root.unmount())
  return stringify(fromRuleGroup(people, query) as Filter)
}

describe.each([
  ["7", version7 as unknown as typeof version8],
  ["8", version8],
] as const)("the component of version %s leaves what a filter means", (_, library) => {
  test.each([
    '{"name":"a","role":"agent","active":true}',
    '{"name":{"$in":[""]}}',
    '{"id":1,"name":{"$in":[""]}}',
    '{"name":{"$nin":["","a"]}}',
    '{"name":{"$in":["a, b","c"]}}',
    '{"name":{"$contains":"a,b"}}',
    '{"role":{"$in":["agent"]},"active":{"$in":[true,false]}}',
    '{"count":9007199254740993,"score":1.5,"price":"0.10"}',
    '{"seenAt":{"$gte":"2024-02-29T12:00:00Z"},"born":"2024-02-29"}',
    '{"$or":[{"tags.name":{"$contains":"x"}},{"company.name":null}]}',
    "{}",
    '{"$or":[]}',
  ])("%s", async (text) => {
    const filter = parseFilter(people, text) as Filter
    const normal = stringify(fromRuleGroup(people, toRuleGroup(filter)) as Filter)
    for (const listsAsArrays of [true, false])
      expect(await shown(library, filter, listsAsArrays)).toBe(normal)
  })
})
