import type { Get } from "../backends/predicate/read-property.ts"
import type { Filter } from "../filter/filter.ts"
import { assertSchema } from "../schema/assert-schema.ts"
import type { RecordOf } from "../schema/record-of.ts"
import type { Schema } from "../schema/schema.ts"
import { assertFieldsOf } from "./assert-fields.ts"
import { join, leave } from "./awake.ts"
import type { Column } from "./column.ts"
import { compile } from "./compile.ts"
import { Entry } from "./entry.ts"
import { Network } from "./network.ts"
import { type ReadRecord, recordReader } from "./read-record.ts"
import { Round } from "./round.ts"
import { type Node, NodePart } from "./structures/graph.ts"

/** How {@link filterIndex} reads records. */
export interface FilterIndexOptions<Row = object> {
  /**
   * Reads a property of a record or of a related record. By default, it is the property of that name. It is the `get`
   * of `toPredicate`: for a relation to many, return an array of objects.
   */
  readonly get?: (record: Row, property: string) => unknown
}

/**
 * What a change of a record means for the filters of an index: {@link FilterIndex.change} returns it. A filter that
 * matches the record before and after the change is in neither list. The ids have no particular order.
 *
 * @example
 * ```ts
 * const views = filterIndex(customers).set("active", parseFilter(customers, '{"state":"active"}'))
 * const { entered, left } = views.change({ id: 1, state: "active" }, { id: 1, state: "deleted" })
 * entered // []
 * left // ["active"]
 * ```
 */
export interface Change<Id> {
  /** The ids of the filters that match the record after the change and did not match it before. */
  readonly entered: readonly Id[]
  /** The ids of the filters that matched the record before the change and do not match it after. */
  readonly left: readonly Id[]
}

/**
 * Filters by id, as in a Map. {@link FilterIndex.match} finds those that match a record. {@link filterIndex} makes an
 * index, and has an example.
 */
export interface FilterIndex<S extends Schema, Id = unknown, Row = never> {
  /** The number of filters. */
  readonly size: number
  /**
   * Adds a filter, or replaces the one with this id.
   *
   * @param id any value; ids are compared as the keys of a Map
   * @param filter a checked filter of the schema of the index, or of a schema that `pick` or `omit` made from it
   * @returns the index
   * @throws TypeError if the filter is not a checked filter, or uses a field of another schema
   */
  set(id: Id, filter: Filter<S>): this
  /** The filter with this id: the object that was passed to {@link FilterIndex.set}. Undefined if no filter has this id. */
  get(id: Id): Filter<S> | undefined
  /** Whether there is a filter with this id. */
  has(id: Id): boolean
  /**
   * Removes a filter.
   *
   * @returns whether there was a filter with this id
   */
  delete(id: Id): boolean
  /** Removes all filters. */
  clear(): void
  /**
   * Finds the filters that match a record: those for which `toPredicate(filter)` returns true.
   *
   * @param record a record in the forms that a predicate reads; an empty index does not look at it
   * @returns their ids, each once, in no particular order
   * @throws TypeError if the predicate of any filter in the index would throw one for the record. A value in a wrong
   * form may also throw if a filter uses its field but its predicate would skip it
   */
  match<R>(record: RecordFor<S, Row, R>): Id[]
  /**
   * Compares the filters that match a record before a change with those that match it after.
   *
   * @param before the record before the change, or undefined if the change created it
   * @param after the record after the change, or undefined if the change deleted it
   * @returns the ids of the filters whose answer changed
   * @throws TypeError if {@link FilterIndex.match} would throw one for either record
   */
  change<Before, After>(
    before: RecordFor<S, Row, Before> | undefined,
    after: RecordFor<S, Row, After> | undefined,
  ): Change<Id>
  /** The ids with their filters, in the order of a Map. */
  [Symbol.iterator](): IterableIterator<[Id, Filter<S>]>
}

type RecordFor<S extends Schema, Row, R> = [Row] extends [never] ? (unknown extends R ? R : RecordOf<S>) : Row

/**
 * Makes an empty index of filters. It finds the filters that match a record without testing each of them, for example
 * the saved views and the subscriptions that a changed record concerns.
 *
 * A filter means the same as in `toPredicate`. The index generates no code, so it works under a Content Security Policy.
 * It keeps no records, only the values of the last one.
 *
 * @param schema the schema of the filters
 * @param options how to read records
 * @returns the index
 *
 * @example
 * ```ts
 * const views = filterIndex<typeof customers, string>(customers)
 * views.set("active", parseFilter(customers, '{"state":"active"}'))
 * views.set("example.com", parseFilter(customers, '{"contacts.value":{"$contains":"@example.com"}}'))
 *
 * views.match({ id: 1, state: "active", contacts: [{ value: "+1" }] }) // ["active"]
 * views.change({ id: 1, state: "active" }, { id: 1, state: "deleted" }) // { entered: [], left: ["active"] }
 * views.change(undefined, { id: 2, state: "active" }) // { entered: ["active"], left: [] }
 *
 * views.delete("active") // true
 * views.match({ id: 1, state: "active" }) // []
 * views.size // 1
 * ```
 *
 * @example
 * ```ts
 * const index = filterIndex(customers, { get: (row: ReadonlyMap<string, unknown>, name) => row.get(name) })
 * index.set(7, parseFilter(customers, '{"state":"active"}'))
 * index.match(new Map([["state", "active"]])) // [7]
 * ```
 */
export function filterIndex<S extends Schema, Id = unknown>(
  schema: S,
  options?: FilterIndexOptions & { readonly get?: never },
): FilterIndex<S, Id>
/** For records that `get` reads. */
export function filterIndex<S extends Schema, Id = unknown, Row = object>(
  schema: S,
  options?: FilterIndexOptions<Row>,
): FilterIndex<S, Id, Row>
export function filterIndex(schema: Schema, options: FilterIndexOptions<never> = {}): FilterIndex<never> {
  assertSchema(schema)
  return new Index(schema, options.get as Get | undefined)
}

class Index implements FilterIndex<never> {
  readonly #schema: Schema
  readonly #get: Get | undefined
  readonly #entries = new Map<unknown, Entry>()
  #network = new Network()
  #columns: readonly Column[] = []
  #read: ReadRecord | undefined

  constructor(schema: Schema, get: Get | undefined) {
    this.#schema = schema
    this.#get = get
  }

  get size(): number {
    return this.#entries.size
  }

  set(id: unknown, filter: Filter): this {
    assertFieldsOf(this.#schema, filter)
    // A Map returns 0 for -0.
    const entry = new Entry(id === 0 ? 0 : id, filter, compile(filter, this.#network))
    join(this.#network, entry)
    const replaced = this.#entries.get(id)
    this.#entries.set(id, entry)
    if (replaced !== undefined) leave(this.#network, replaced)
    return this
  }

  get(id: unknown): Filter | undefined {
    return this.#entries.get(id)?.filter
  }

  has(id: unknown): boolean {
    return this.#entries.has(id)
  }

  delete(id: unknown): boolean {
    const entry = this.#entries.get(id)
    if (entry === undefined) return false
    this.#entries.delete(id)
    leave(this.#network, entry)
    return true
  }

  clear(): void {
    this.#entries.clear()
    this.#network = new Network()
  }

  match(record: unknown): unknown[] {
    const [nodes = []] = this.#matching([record])
    return idsOf(this.#network, nodes)
  }

  change(before: unknown, after: unknown): Change<unknown> {
    const records = [before, after].filter((record) => record !== undefined)
    const found = this.#matching(records)
    const was = before === undefined ? [] : (found.at(0) ?? [])
    const is = after === undefined ? [] : (found.at(-1) ?? [])
    const network = this.#network
    return { entered: idsOf(network, difference(is, was)), left: idsOf(network, difference(was, is)) }
  }

  *[Symbol.iterator](): IterableIterator<[unknown, Filter]> {
    for (const { id, filter } of this.#entries.values()) yield [id, filter]
  }

  /** The nodes that hold for each record. All records are read first, because reading may run code that uses the index. */
  #matching(records: readonly unknown[]): readonly (readonly Node[])[] {
    if (this.#entries.size === 0) return []
    const network = this.#network
    const { columns } = network
    if (this.#read === undefined || this.#columns !== columns) {
      this.#columns = columns
      this.#read = recordReader(
        columns.map(({ field }) => field),
        this.#get,
      )
    }
    const values = records.map(this.#read)
    // Such code has made other columns: their values are needed too.
    if (this.#network.columns !== columns) return this.#matching(records)
    return values.map((values) => new Round(network).matching(columns, values))
  }
}

function difference(nodes: readonly Node[], others: readonly Node[]): readonly Node[] {
  const known = new Set(others)
  return nodes.filter((node) => !known.has(node))
}

function idsOf(network: Network, nodes: readonly Node[]): unknown[] {
  const ids: unknown[] = []
  for (const node of nodes) {
    ids.push(network.ids[node])
    if (network.part(node, NodePart.Owners) === 1) continue
    for (let entry = network.owners[node]?.next; entry !== undefined; entry = entry.next) ids.push(entry.id)
  }
  return ids
}
