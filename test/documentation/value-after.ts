import { runExample } from "./examples.ts"

/** What a name stands for after an example has run. */
export async function valueAfter(code: string, name: string): Promise<unknown> {
  let value: unknown
  await runExample(`${code}\n${name} // undefined`, (actual, _, expression) => {
    if (expression === name) value = actual
  })
  return value
}
