import type { TypeName } from "../dialect/type-name.ts"

/** The characters that ClickHouse writes with a backslash in the name of a type. Any other stands for itself. */
const escapes: Readonly<Record<string, string>> = {
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  "0": "\0",
}

/** The labels of an enum: `'it\'s' = 1` is `it's`. */
export function labelsIn({ args }: TypeName): string[] {
  return args.flatMap((arg) => {
    const [, label] = /^'((?:[^'\\]|\\.|'')*)'/s.exec(arg) ?? []
    return label === undefined
      ? []
      : [label.replace(/''|\\(.)/gs, (_, escaped = "'") => escapes[escaped] ?? escaped)]
  })
}
