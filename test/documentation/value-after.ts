import { runExample } from "./examples.ts"

/** The value of a variable after an example has run. */
export async function valueAfter(code: string, name: string): Promise<unknown> {
  let value: unknown
  await runExample(`${code}\n${name} // undefined`, (actual, _, expression) => {
    if (expression === name) value = actual
  })
  return value
}
