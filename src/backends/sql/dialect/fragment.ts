/** A value that a driver binds. It is a list only in dialects with arrays. */
export type SqlValue = string | number | bigint | boolean | readonly (string | number | bigint | boolean)[]

/** A parameter of a statement. It has a type if the database wants one in the placeholder. */
export class Parameter {
  constructor(
    readonly value: SqlValue,
    readonly type?: string,
  ) {}
}

/** A piece of SQL: text that the library wrote, parameters, and smaller fragments. */
export type Fragment = string | Parameter | readonly Fragment[]

/**
 * A piece of SQL as a template. The parts are fragments: bind values as parameters, and never insert text
 * from outside.
 *
 * @param strings the texts of the template
 * @param parts the fragments between the texts
 * @returns one fragment
 *
 * @example
 * ```ts
 * const shouting: Dialect = {
 *   ...postgres,
 *   equal: ({ name }, value) => sql`upper(${name}) = ${new Parameter(String(value).toUpperCase())}`,
 * }
 * toSql(parseFilter(customers, '{"state":"active"}'), shouting).text // 'upper("state") = $1'
 * ```
 */
export function sql(strings: TemplateStringsArray, ...parts: readonly Fragment[]): Fragment {
  return strings.flatMap((text, i) => {
    const part = parts[i]
    return part === undefined ? [text] : [text, part]
  })
}

/** The fragments with a comma between them. */
export function commas(fragments: readonly Fragment[]): Fragment {
  return fragments.flatMap((fragment, i) => (i === 0 ? [fragment] : [", ", fragment]))
}

/** The texts around the parameters of a fragment: one more text than parameters. */
export function flatten(fragment: Fragment): { strings: string[]; parameters: Parameter[] } {
  const strings: string[] = []
  const parameters: Parameter[] = []
  let text = ""
  const add = (piece: Fragment): void => {
    if (typeof piece === "string") text += piece
    // Not instanceof: a dialect may come from another copy of the package.
    else if ("value" in piece) {
      parameters.push(piece)
      strings.push(text)
      text = ""
    } else for (const inner of piece) add(inner)
  }
  add(fragment)
  return { strings: [...strings, text], parameters }
}
