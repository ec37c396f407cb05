import { createRequire } from "node:module"
import type { JsonSchema } from "../../src/json-schema.ts"

const load = createRequire(import.meta.url)

/** The parts of vscode-json-languageservice that this suite uses. Only the suite installs it. */
interface LanguageService {
  configure(settings: object): void
  parseJSONDocument(document: Document): object
  doHover(document: Document, position: object, parsed: object): Promise<{ contents: string[] } | null>
  doComplete(
    document: Document,
    position: object,
    parsed: object,
  ): Promise<{ items: readonly { label: string; documentation?: string }[] }>
  doValidation(
    document: Document,
    parsed: object,
  ): Promise<readonly { message: string; range: { start: object; end: object } }[]>
}

interface Document {
  positionAt(offset: number): object
  offsetAt(position: object): number
}

/** A problem that an editor underlines. */
export interface Problem {
  readonly message: string
  /** The text that is underlined. */
  readonly at: string
}

/** VS Code's editor of a JSON file that has this schema. The `|` in a text is the cursor. */
export class Editor {
  readonly #service: LanguageService

  constructor(schema: JsonSchema) {
    this.#service = load("vscode-json-languageservice").getLanguageService({})
    this.#service.configure({ schemas: [{ uri: "filter", fileMatch: ["*.json"], schema }] })
  }

  /** The text that the editor shows when the pointer is at the cursor, without Markdown's backslashes. */
  async hover(text: string): Promise<string | undefined> {
    const { document, parsed, cursor } = this.#open(text)
    const shown = await this.#service.doHover(document, cursor, parsed)
    return shown?.contents.join("\n").replaceAll("\\", "")
  }

  /** The proposals at the cursor: label and explanation. */
  async complete(text: string): Promise<ReadonlyMap<string, string | undefined>> {
    const { document, parsed, cursor } = this.#open(text)
    const { items } = await this.#service.doComplete(document, cursor, parsed)
    return new Map(items.map(({ label, documentation }) => [label, documentation]))
  }

  async problems(text: string): Promise<readonly Problem[]> {
    const { document, parsed } = this.#open(text)
    const found = await this.#service.doValidation(document, parsed)
    return found.map(({ message, range }) => ({
      message,
      at: text.slice(document.offsetAt(range.start), document.offsetAt(range.end)),
    }))
  }

  #open(text: string) {
    const { TextDocument } = load("vscode-languageserver-textdocument")
    const offset = text.indexOf("|")
    const document: Document = TextDocument.create("file:///filter.json", "json", 1, text.replace("|", ""))
    return {
      document,
      parsed: this.#service.parseJSONDocument(document),
      cursor: document.positionAt(offset),
    }
  }
}
