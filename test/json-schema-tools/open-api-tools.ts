import { createRequire } from "node:module"
import { diagnosticsIn, programOf } from "../typescript.ts"

const load = createRequire(import.meta.url)

/** The types that openapi-typescript generates for a document, as a module. */
export async function generatedTypes(document: object): Promise<string> {
  const { default: generate, astToString } = load("openapi-typescript")
  // The generator prints the errors of a document before it throws.
  return astToString(await generate(structuredClone(document), { silent: true }))
}

/** An error of the compiler. */
export interface CompileError {
  readonly message: string
  /** The line of the program, counted from 0. */
  readonly line: number
}

/** The errors that the compiler reports for a program that imports the generated types from `./api.ts`. */
export function compileErrors(types: string, program: string): readonly CompileError[] {
  const folder = `${import.meta.dirname}/`
  const file = `${folder}program.ts`
  const compiled = programOf(
    new Map([
      [`${folder}api.ts`, types],
      [file, program],
    ]),
  )
  return diagnosticsIn(compiled, file).map(({ messageText, start = 0 }) => ({
    message: typeof messageText === "string" ? messageText : messageText.messageText,
    line: program.slice(0, start).split("\n").length - 1,
  }))
}

/** The problems that Redocly's linter finds in a document, by its recommended rules. */
export async function lintProblems(document: object): Promise<readonly string[]> {
  const { createConfig, lintFromString } = load("@redocly/openapi-core")
  const config = await createConfig({ extends: ["recommended"] })
  const found: readonly { ruleId: string; message: string }[] = await lintFromString({
    source: JSON.stringify(document),
    config,
  })
  return found.map(({ ruleId, message }) => `${ruleId}: ${message}`)
}

/** What a client of openapi-fetch sends for a GET request with these parameters. */
export async function requestOf(path: string, query: object): Promise<Request> {
  let sent: Request | undefined
  const { default: createClient } = load("openapi-fetch")
  const client = createClient({
    baseUrl: "https://example.com",
    fetch: async (request: Request) => {
      sent = request
      return new Response(null, { status: 204 })
    },
  })
  await client.GET(path, { params: { query } })
  if (sent === undefined) throw new Error("The client has sent nothing")
  return sent
}
