/** A type as a database's catalog names it, such as `numeric(10,2)`, `enum('a','b')` or `Nullable(DateTime64(6, 'UTC'))`. */
export interface TypeName {
  /** The words outside of the parentheses, in lower case: `numeric`, `timestamp without time zone`, `bigint unsigned`. */
  readonly name: string
  /** What stands between the parentheses, one text for each comma: `10` and `2`, `'a'` and `'b'`. */
  readonly args: readonly string[]
}

const SPACES = /\s+/g

/** Reads the name of a type. A text that no database would print is a name without arguments. */
export function readTypeName(text: string): TypeName {
  const open = text.indexOf("(")
  const close = text.lastIndexOf(")")
  if (open < 0 || close < open) return { name: normalized(text), args: [] }
  return {
    name: normalized(`${text.slice(0, open)} ${text.slice(close + 1)}`),
    args: argumentsIn(text.slice(open + 1, close)),
  }
}

function normalized(words: string): string {
  return words.trim().replace(SPACES, " ").toLowerCase()
}

/** Splits at the commas outside of quotes and inner parentheses. A quote is doubled or has a backslash before it inside a text. */
function argumentsIn(text: string): string[] {
  const args: string[] = []
  let depth = 0
  let isQuoted = false
  let start = 0
  for (let i = 0; i < text.length; i++) {
    const character = text[i]
    if (isQuoted && character === "\\") i++
    else if (character === "'") isQuoted = !isQuoted
    else if (isQuoted) continue
    else if (character === "(") depth++
    else if (character === ")") depth--
    else if (character === "," && depth === 0) {
      args.push(text.slice(start, i).trim())
      start = i + 1
    }
  }
  return [...args, text.slice(start).trim()]
}

/** The texts of an enum's arguments: `'it''s'` is `it's`, and `'a' = 1` is `a`. */
export function labelsOf({ args }: TypeName): string[] {
  return args.flatMap((arg) => {
    const [, label] = /^'((?:[^'\\]|''|\\.)*)'/s.exec(arg) ?? []
    return label === undefined ? [] : [label.replace(/''|\\(.)/gs, (_, escaped) => escaped ?? "'")]
  })
}
