import type { Filter, Schema } from "desk-filter"
import { type DialectName, dialects, type RelationMapping, sqlMapping, toSql } from "desk-filter/sql"
import { useId } from "react"
import { CopyButton } from "../copy-button.tsx"
import { messageOf } from "../message-of.ts"
import { shownValue } from "./shown-value.ts"

const titles: Readonly<Record<DialectName, string>> = {
  postgres: "PostgreSQL",
  mysql: "MySQL",
  mariadb: "MariaDB",
  sqlite: "SQLite",
  duckdb: "DuckDB",
  clickhouse: "ClickHouse",
}

interface Props {
  readonly schema: Schema
  readonly filter: Filter<Schema>
  readonly table: string
  readonly dialect: DialectName
  readonly onDialect: (dialect: DialectName) => void
}

/** The condition in one of the dialects, and the values to bind. */
export function Sql({ schema, filter, table, dialect, onDialect }: Props) {
  const id = useId()
  const answer = compile(schema, filter, table, dialect)
  return (
    <>
      <fieldset className="choices">
        <legend>Dialect</legend>
        {(Object.keys(dialects) as DialectName[]).map((name) => (
          <label key={name}>
            <input
              type="radio"
              name={id}
              value={name}
              checked={name === dialect}
              onChange={() => onDialect(name)}
            />
            {titles[name]}
          </label>
        ))}
      </fieldset>
      {"problem" in answer ? (
        <p className="problem">{answer.problem}</p>
      ) : (
        <>
          <pre>
            <code>{answer.text}</code>
          </pre>
          <h3>Values to bind</h3>
          {answer.values.length === 0 ? (
            <p className="note">None.</p>
          ) : (
            <dl className="bindings">
              {answer.values.map(([name, value]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>
                    <code>{value}</code>
                  </dd>
                </div>
              ))}
            </dl>
          )}
          <CopyButton label="Copy SQL" text={() => answer.text} />
        </>
      )}
    </>
  )
}

type Answer =
  | { readonly text: string; readonly values: readonly (readonly [string, string])[] }
  | { readonly problem: string }

function compile(schema: Schema, filter: Filter<Schema>, table: string, dialect: DialectName): Answer {
  try {
    const mapping = sqlMapping(schema, { table, relations: relationsOf(schema, table) })
    // The union of the dialects has no one type of values: this one is a list, or an object for ClickHouse.
    const { text, values } = toSql<unknown, Schema>(filter, dialects[dialect], mapping)
    const entries = Object.entries(values as object)
    const isList = Array.isArray(values)
    return {
      text,
      values: entries.map(([name, value]) => [isList ? String(Number(name) + 1) : name, shownValue(value)]),
    }
  } catch (error) {
    return { problem: messageOf(error) }
  }
}

/** Each relation is a table of its name, whose rows refer to the record. */
function relationsOf(schema: Schema, table: string): Readonly<Record<string, RelationMapping>> {
  const key = schema.fields.has("id") ? "id" : "record_number"
  const owner = `${table.replace(/s$/, "")}_id`
  return Object.fromEntries(
    [...schema.relations.keys()].map((name) => [name, { table: name, on: { [key]: owner } }]),
  )
}
