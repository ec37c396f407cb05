import {
  type Input,
  type NodeSet,
  Parser,
  type PartialParse,
  type Tree,
  type TreeFragment,
} from "@lezer/common"
import { Tokens } from "../../grammar/recovery/tokens.ts"
import { Kind, UNBOUNDED } from "../../grammar/scanner.ts"
import { TreeBuilder } from "./tree-builder.ts"

interface Range {
  readonly from: number
  readonly to: number
}

/** Parses texts of filters into the trees that CodeMirror reads. */
export class FilterParser extends Parser {
  constructor(private readonly nodeSet: NodeSet) {
    super()
  }

  /** Parses the whole text: filters are short, so nothing of an older tree is reused. */
  override createParse(
    input: Input,
    _fragments: readonly TreeFragment[],
    ranges: readonly Range[],
  ): PartialParse {
    const from = ranges[0]?.from ?? 0
    return new FilterParse(textIn(input, ranges, from), from, this.nodeSet)
  }
}

/** The text from an offset to the end of the last range. Spaces replace what is between the ranges. */
function textIn(input: Input, ranges: readonly Range[], start: number): string {
  let text = ""
  for (const { from, to } of ranges) text += " ".repeat(from - start - text.length) + input.read(from, to)
  return text
}

/** The number of tokens after which the editor may interrupt the parser. */
const TOKENS_AT_ONCE = 500

class FilterParse implements PartialParse {
  parsedPos: number
  stoppedAt: number | null = null
  readonly #tokens: Tokens
  readonly #builder: TreeBuilder
  #next = 0

  constructor(
    private readonly text: string,
    private readonly from: number,
    nodeSet: NodeSet,
  ) {
    this.parsedPos = from
    this.#tokens = new Tokens(text, UNBOUNDED)
    this.#builder = new TreeBuilder(text, nodeSet)
  }

  advance(): Tree | null {
    const length = this.stoppedAt === null ? this.text.length : this.stoppedAt - this.from
    for (let count = 0; count < TOKENS_AT_ONCE; count++) {
      const token = this.#tokens.at(this.#next)
      if (token.kind === Kind.End || token.start >= length) {
        const tree = this.#builder.finish(length)
        this.parsedPos = this.from + tree.length
        return tree
      }
      this.#next++
      this.#builder.add(token, this.#tokens.at(this.#next))
      this.parsedPos = this.from + token.end
    }
    return null
  }

  stopAt(pos: number): void {
    this.stoppedAt = pos
  }
}
