import fc from "fast-check"
import { expect, test } from "vitest"
import {
  at,
  type Edge,
  EdgePart,
  Graph,
  type Node,
  NodeDouble,
  NodePart,
} from "../../../src/filter-index/structures/graph.ts"
import { runs } from "../../properties/runs.ts"

/** A parent that a walk finds, and what must hold too. */
interface Watch {
  readonly parent: Node
  readonly rest: readonly Node[]
}

/** What a walk from a node finds. It has no promised order. */
function watchesOf(graph: Graph, node: Node): readonly Watch[] {
  const { edges } = graph
  const found: Watch[] = []
  let edge = graph.part(node, NodePart.FirstWatch)
  while (edge !== 0) {
    const parent = at(edges, edge + EdgePart.Parent)
    found.push({ parent, rest: operandsFrom(graph, at(edges, edge + EdgePart.Rest)) })
    edge = at(edges, edge + EdgePart.NextWatch)
  }
  return sorted(found)
}

function operandsFrom({ edges }: Graph, first: Edge): readonly Node[] {
  const operands: Node[] = []
  for (let edge = first; edge !== 0; edge = at(edges, edge + EdgePart.NextOperand))
    operands.push(at(edges, edge + EdgePart.Operand))
  return operands
}

function sorted(watches: readonly Watch[]): readonly Watch[] {
  const textOf = (watch: Watch) => JSON.stringify(watch)
  return [...watches].sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1))
}

function nodesOf(graph: Graph, count: number): readonly Node[] {
  return Array.from({ length: count }, () => graph.add([]))
}

function edgeOf(graph: Graph, node: Node, index: number): Edge {
  return graph.edgesOf(node)[index] as Edge
}

test("operands keep their order, and an operand may occur twice", () => {
  const graph = new Graph()
  const [a = 0, b = 0, c = 0] = nodesOf(graph, 3)
  const node = graph.add([c, a, b, a])
  expect(graph.operandsOf(node)).toEqual([c, a, b, a])
  expect(graph.edgesOf(node).map((edge) => graph.operandOf(edge))).toEqual([c, a, b, a])
  expect(graph.operandsOf(a)).toEqual([])
})

test("a new node gets the number of a removed one, and nothing else of it", () => {
  const graph = new Graph()
  const [a = 0, b = 0] = nodesOf(graph, 2)
  const node = graph.add([a, b])
  for (const part of [NodePart.Kind, NodePart.Column, NodePart.Uses, NodePart.Owners, NodePart.Mark])
    graph.setPart(node, part, 7)
  for (const double of [NodeDouble.Low, NodeDouble.High])
    graph.doubles[node * NodeDouble.Count + double] = 0.5
  graph.remove(node)
  expect(graph.add([])).toBe(node)
  const place = node * NodePart.Count
  expect([...graph.nodes.slice(place, place + NodePart.Count)]).toEqual(Array(NodePart.Count).fill(0))
})

test("nodes that come and go need no more room", () => {
  const graph = new Graph()
  const operands = nodesOf(graph, 4)
  const { nodes, edges } = graph
  for (let i = 0; i < 1000; i++) {
    const added = [graph.add(operands), graph.add(operands.slice(i % 4)), graph.add([])]
    for (const node of added) graph.remove(node)
  }
  expect([graph.nodes.length, graph.edges.length]).toEqual([nodes.length, edges.length])
})

test("parts, doubles, operands and watches survive growth", () => {
  const graph = new Graph()
  const count = 2000
  const operand = graph.add([])
  for (let i = 1; i < count; i++) {
    const node = graph.add([operand, i - 1])
    graph.setPart(node, NodePart.Kind, i)
    graph.setPart(node, NodePart.Mark, -i)
    graph.doubles[node * NodeDouble.Count + NodeDouble.Low] = i / 3
    graph.doubles[node * NodeDouble.Count + NodeDouble.High] = Number.POSITIVE_INFINITY
    graph.watch(edgeOf(graph, node, 0), true)
  }
  const numbers = Array.from({ length: count - 1 }, (_, i) => i + 1)
  const doubleOf = (node: Node, double: NodeDouble) => graph.doubles[node * NodeDouble.Count + double]
  expect(numbers.map((node) => graph.operandsOf(node))).toEqual(numbers.map((i) => [operand, i - 1]))
  expect(numbers.map((node) => graph.part(node, NodePart.Kind))).toEqual(numbers)
  expect(numbers.map((node) => graph.part(node, NodePart.Mark))).toEqual(numbers.map((i) => -i))
  expect(numbers.map((node) => doubleOf(node, NodeDouble.Low))).toEqual(numbers.map((i) => i / 3))
  expect(new Set(numbers.map((node) => doubleOf(node, NodeDouble.High)))).toEqual(new Set([Infinity]))
  expect(watchesOf(graph, operand)).toEqual(sorted(numbers.map((i) => ({ parent: i, rest: [i - 1] }))))
})

test("a part changes by one", () => {
  const graph = new Graph()
  const node = graph.add([])
  graph.change(node, NodePart.Uses, 1)
  graph.change(node, NodePart.Uses, 1)
  graph.change(node, NodePart.Uses, -1)
  expect(graph.part(node, NodePart.Uses)).toBe(1)
  expect(graph.part(node, NodePart.Owners)).toBe(0)
})

test("only a strict watch names the operands that must hold too: those that follow", () => {
  const graph = new Graph()
  const [a = 0, b = 0, c = 0] = nodesOf(graph, 3)
  const node = graph.add([a, b, c])
  const [first = 0, second = 0, third = 0] = graph.edgesOf(node)
  const restsOf = () => [a, b, c].map((operand) => watchesOf(graph, operand).map(({ rest }) => rest))
  for (const edge of [first, second, third]) graph.watch(edge, true)
  expect(restsOf()).toEqual([[[b, c]], [[c]], [[]]])
  for (const edge of [first, second, third]) graph.unwatch(edge)
  expect(restsOf()).toEqual([[], [], []])
  for (const edge of [first, second, third]) graph.watch(edge, false)
  expect(restsOf()).toEqual([[[]], [[]], [[]]])
})

const pick = fc.nat(999)
const command = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("add"), picks: fc.array(pick, { maxLength: 4 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("remove"), pick }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("watch"), pick, isStrict: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("unwatch"), pick }) },
)

/** A graph in lists. */
interface Model {
  readonly operands: Map<Node, readonly Node[]>
  /** The edges that are watched, with what a walk from an operand finds. */
  readonly watches: Map<Edge, Watch & { readonly operand: Node }>
}

/** The nodes that may be removed. */
function loose({ operands, watches }: Model): readonly Node[] {
  const used = new Set([...operands.values()].flat())
  const watching = new Set([...watches.values()].map(({ parent }) => parent))
  return [...operands.keys()].filter((node) => !used.has(node) && !watching.has(node))
}

test("adding, removing, watching and unwatching in any order agree with lists", () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 80, size: "max" }), (commands) => {
      const graph = new Graph()
      const model: Model = { operands: new Map(), watches: new Map() }
      const chosen = <Item>(items: readonly Item[], pick: number) => items[pick % items.length]
      for (const command of commands) {
        if ("picks" in command) {
          const known = [...model.operands.keys()]
          const operands = command.picks.flatMap((pick) => chosen(known, pick) ?? [])
          const node = graph.add(operands)
          expect(known).not.toContain(node)
          model.operands.set(node, operands)
        } else if ("isStrict" in command) {
          const places = [...model.operands].flatMap(([parent, operands]) =>
            graph.edgesOf(parent).map((edge, i) => ({ edge, parent, operands: operands.slice(i) })),
          )
          const place = chosen(
            places.filter(({ edge }) => !model.watches.has(edge)),
            command.pick,
          )
          if (place === undefined) continue
          const { edge, parent, operands } = place
          const [operand = Number.NaN, ...rest] = operands
          model.watches.set(edge, { parent, operand, rest: command.isStrict ? rest : [] })
          graph.watch(edge, command.isStrict)
        } else if (command.kind === "remove") {
          const node = chosen(loose(model), command.pick)
          if (node === undefined) continue
          model.operands.delete(node)
          graph.remove(node)
        } else {
          const edge = chosen([...model.watches.keys()], command.pick)
          if (edge === undefined) continue
          model.watches.delete(edge)
          graph.unwatch(edge)
        }
        agree(graph, model)
      }
    }),
    runs(200),
  )
})

function agree(graph: Graph, { operands, watches }: Model): void {
  const nodes = [...operands.keys()]
  const watchesIn = (node: Node) => [...watches.values()].filter(({ operand }) => operand === node)
  expect(
    nodes.map((node) => [node, graph.operandsOf(node), watchesOf(graph, node), graph.isWatched(node)]),
  ).toEqual(
    nodes.map((node) => [
      node,
      operands.get(node),
      sorted(watchesIn(node).map(({ parent, rest }) => ({ parent, rest }))),
      watchesIn(node).length > 0,
    ]),
  )
}
