import type { Finding, Outcome, Row } from "./compare.ts"
import { exportsTable } from "./exports-table.ts"
import { kindsOf } from "./kinds.ts"
import { code, idList, table } from "./markdown.ts"
import type { Answer, Peer } from "./peer.ts"
import { background, introduction, method, promises } from "./prose.ts"

/** What peers answered. */
export interface Results {
  readonly peers: readonly Peer[]
  readonly rows: readonly Row[]
}

/** The outcomes in the order of harm: a name and a sign for each. */
const outcomes: Readonly<Record<Outcome, readonly [name: string, sign: string]>> = {
  same: ["as defined", "="],
  wider: ["wider", "+"],
  both: ["both", "±"],
  narrower: ["narrower", "−"],
  refuses: ["refused", "×"],
  "left out": ["left out", "·"],
}

const outcomeNames = Object.keys(outcomes) as readonly Outcome[]
const nameOf = (outcome: Outcome) => outcomes[outcome][0]
const signOf = (outcome: Outcome) => outcomes[outcome][1]

const harms: readonly (readonly [outcome: Outcome, heading: string, meaning: string])[] = [
  [
    "wider",
    "Wider: records that the filter does not match",
    "These differences are dangerous. A bulk update changes too many records, and a permission lets a user see too much. In this table and the next ones, each row has the cases of one group in which the same libraries differ. The example is the first of them. The rows with the most cases come first.",
  ],
  [
    "both",
    "Both: other records",
    "Some records that the filter matches are missing, and others are there instead.",
  ],
  [
    "narrower",
    "Narrower: records are missing",
    "Every record that is found matches, but some are not found.",
  ],
  [
    "refuses",
    "Refused",
    "The library or the database throws an error. An error of the JavaScript engine has only its name here.",
  ],
]

/** docs/peers.md. `before` is what the exports of the older version answered. */
export function page(
  { peers, rows }: Results,
  before: Results,
  versions: readonly string[],
  date: string,
): string {
  return `${[
    "# Where other libraries differ",
    introduction(date, versions.join(", ")),
    "## How the libraries are compared",
    method,
    "## What each library promises",
    promises,
    "## Summary",
    "The numbers of cases, and the names of the libraries in the tables below. There, `ucast SQL` and `RQB SQL` stand for every line with SQL of that library.",
    ...onOthers({ peers, rows }),
    summary({ peers, rows }),
    "The exports of React Query Builder 7 have another outcome than those of version 8 in these cases:",
    changes({ peers, rows }, before),
    "## What is behind the differences",
    "The reasons for a wider answer come first.",
    background,
    "## What React Query Builder exports",
    "Each row has rules whose meaning some export changes, and what versions 8 and 7 write for PostgreSQL and for MongoDB.",
    exportsTable(),
    ...harms.flatMap(([outcome, heading, meaning]) => [
      `## ${heading}`,
      meaning,
      kindsTable(outcome, { peers, rows }),
    ]),
    "## Every case",
    everyCase({ peers, rows }),
  ].join("\n\n")}\n`
}

/** How many differences a peer shares with the peer that evaluates its queries. */
function onOthers({ peers, rows }: Results): readonly string[] {
  return peers.flatMap(({ short, evaluator }, i) => {
    if (evaluator === undefined) return []
    const place = peers.findIndex((peer) => peer.short === evaluator)
    const different = rows.filter(({ findings }) => isDifferent(findings[i]))
    const shared = different.filter(
      ({ findings }) => JSON.stringify(findings[i]?.answer) === JSON.stringify(findings[place]?.answer),
    ).length
    return `\`${short}\` runs on ${evaluator}, so its line has differences of ${evaluator} too. Of its ${different.length} differences, ${shared} are those of ${evaluator}, which answers the same to the filter itself. The other ${different.length - shared} are its own.`
  })
}

const isDifferent = (finding: Finding | undefined) =>
  finding !== undefined && finding.outcome !== "same" && finding.outcome !== "left out"

function summary({ peers, rows }: Results): string {
  const numberOf = (i: number, outcome: Outcome) =>
    rows.filter(({ findings }) => findings[i]?.outcome === outcome).length
  return table(
    ["library", "in tables", ...outcomeNames.map(nameOf), "cases"],
    peers.map(({ name, short }, i) => [
      name,
      short,
      ...outcomeNames.map((outcome) => String(numberOf(i, outcome))),
      String(rows.length),
    ]),
  )
}

function kindsTable(outcome: Outcome, { peers, rows }: Results): string {
  return table(
    ["cases", "of the group", "for example", "defined", "answered", "by"],
    kindsOf(outcome, rows, peers).map((kind) => [
      String(kind.cases),
      kind.group,
      code(kind.filter),
      idList(kind.ids),
      kind.answers.map(answered).join("; "),
      kind.peers.join(", "),
    ]),
  )
}

function answered(answer: Answer): string {
  return "error" in answer ? code(answer.error.split("\n")[0] ?? "") : idList(answer.ids)
}

/** The cases in which an export has another outcome than in the version before. */
function changes({ peers, rows }: Results, before: Results): string {
  const changed = before.rows.flatMap(({ filter, findings }, i) =>
    findings.flatMap(({ outcome }, j) => {
      const short = before.peers[j]?.short ?? ""
      const now = rows[i]?.findings[peers.findIndex((peer) => peer.short === short)]?.outcome ?? "left out"
      return now === outcome ? [] : [{ filter, cells: [short, nameOf(outcome), nameOf(now)] }]
    }),
  )
  const kinds = groupBy(changed, ({ cells }) => String(cells))
  return table(
    ["cases", "for example", "export", "version 7", "version 8"],
    [...kinds.values()].map((same) => [
      String(same.length),
      code(same[0]?.filter ?? ""),
      ...(same[0]?.cells ?? []),
    ]),
  )
}

/** The cases with the same outcomes in one row. */
function everyCase({ peers, rows }: Results): string {
  const signs = outcomeNames.map((outcome) => `\`${signOf(outcome)}\` ${nameOf(outcome)}`).join(", ")
  const lists = [...groupBy(rows, ({ findings }) => findings.map(({ outcome }) => signOf(outcome)).join(""))]
  return [
    `The signs: ${signs}. Cases with the same outcomes are in one row, after the name of their group. Where every library answers as defined, the number of cases stands for them.`,
    "<details><summary>All cases</summary>",
    table(
      [...peers.map(({ short }) => short), "filters"],
      lists.map(([outcome, cases]) => [...outcome, asDefined(cases) ? numbersOf(cases) : filtersOf(cases)]),
    ),
    "</details>",
  ].join("\n\n")
}

/** Whether every library answers the cases as defined. */
const asDefined = (cases: readonly Row[]) =>
  cases.every(({ findings }) => findings.every(({ outcome }) => outcome === "same"))

function numbersOf(cases: readonly Row[]): string {
  const groups = [...groupBy(cases, ({ group }) => group)]
  return groups
    .map(([group, { length }]) => `${group}: ${length === 1 ? "1 case" : `${length} cases`}`)
    .join("<br>")
}

function filtersOf(cases: readonly Row[]): string {
  return [...groupBy(cases, ({ group }) => group)]
    .map(([group, list]) => `${group}: ${list.map(({ filter }) => code(filter)).join(" ")}`)
    .join("<br>")
}

/** Lists by a key, in the order of the first item of each. Node 20 has no Map.groupBy. */
function groupBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const lists = new Map<string, Item[]>()
  for (const item of items) lists.set(keyOf(item), [...(lists.get(keyOf(item)) ?? []), item])
  return lists
}
