import type { FieldTypeName } from "../../src/index.ts"
import { type Case, everywhere, type Group } from "./case.ts"
import { type Person, people } from "./people.ts"
import { spellingPairs } from "./spellings.ts"

/** Records with these values of one property, and ids from 1. */
function withValues<Property extends keyof Person>(
  property: Property,
  values: readonly Person[Property][],
): Person[] {
  return values.map((value, i) => ({ id: i + 1, ...(value !== undefined && { [property]: value }) }))
}

const json = JSON.stringify

/** The pairs of spellings, each with a field of its type. */
const spelled = [...people.fields.values()]
  .filter(({ name, relation }) => relation === undefined && name !== "id")
  .flatMap((field) =>
    spellingPairs(field.type)
      .filter(({ ignoresCase = false }) => !(ignoresCase && field.caseSensitive))
      .map((pair) => ({ ...pair, field })),
  )

/** The group of the pairs whose fields have this type, or another one. */
const spellingsOf = (
  name: string,
  backends: Group["backends"],
  isIn: (type: FieldTypeName) => boolean,
): Group => ({
  name,
  backends,
  // Each record has the value of one pair.
  records: spelled
    .filter(({ field }) => isIn(field.type))
    .map(({ field, record }, i) => ({ id: i + 1, [field.property]: record })),
  cases: spelled
    .filter(({ field }) => isIn(field.type))
    .flatMap(({ field: { name }, filter }, i): Case[] => [
      [`{"id":${i + 1},"${name}":${filter}}`, [i + 1]],
      [`{"id":${i + 1},"${name}":{"$ne":${filter}}}`, []],
      [`{"id":${i + 1},"${name}":{"$in":[${filter},null]}}`, [i + 1]],
      [`{"id":${i + 1},"${name}":{"$nin":[${filter}]}}`, []],
    ]),
})

/** SQLite has no type for decimals. */
const whereDecimals: Group["backends"] = {
  ...everywhere,
  sqlite: { notSupported: "SQLite has no type for decimals: it makes doubles of them" },
}

const spellings = spellingsOf("spellings", everywhere, (type) => type !== "decimal")
const spellingsOfDecimals = spellingsOf("spellings of decimals", whereDecimals, (type) => type === "decimal")

const structure: Group = {
  name: "structure",
  backends: everywhere,
  records: [
    { id: 1, name: "a", count: 1 },
    { id: 2, name: "a", count: 2 },
    { id: 3, name: "b", count: 1 },
    { id: 4 },
  ],
  cases: [
    ["{}", [1, 2, 3, 4]],
    ['{"$and":[]}', [1, 2, 3, 4]],
    ['{"$or":[]}', []],
    ['{"$or":[]}', [1, 2, 3, 4], { emptyOr: "all" }],
    ['{"$or":[{}]}', [1, 2, 3, 4]],
    ['{"$or":[{"$or":[]},{"id":3}]}', [3]],
    ['{"name":"a"}', [1, 2]],
    ['{"name":{"$eq":"a"}}', [1, 2]],
    ['{"name":"a","count":1}', [1]],
    ['{"$and":[{"name":"a"},{"count":1}]}', [1]],
    ['{"$or":[{"name":"b"},{"count":2}]}', [2, 3]],
    ['{"count":1,"$or":[{"name":"b"},{"count":2}]}', [3]],
    ['{"$or":[{"name":"b","count":1},{"$and":[{"name":"a"},{"count":{"$gt":1}}]}]}', [2, 3]],
    ['{"id":{"$gt":1,"$lte":3}}', [2, 3]],
    ['{"$and":[{"id":{"$gt":1}},{"id":{"$lt":3}},{"id":{"$ne":4}}]}', [2]],
    // Four and five operands: a result must depend on each of them.
    ['{"$or":[{"id":9},{"id":1},{"id":9},{"id":9}]}', [1]],
    ['{"$or":[{"id":1},{"id":2},{"id":3},{"id":4}]}', [1, 2, 3, 4]],
    ['{"$or":[{"id":9},{"id":8},{"id":7},{"name":"b"}]}', [3]],
    ['{"$or":[{"id":9},{"id":8},{"name":"b"},{"id":7}]}', [3]],
    ['{"$or":[{"id":1},{"id":9},{"id":8},{"id":7},{"id":4}]}', [1, 4]],
    ['{"$or":[{"id":9},{"id":2},{"id":3},{"id":4},{"id":8}]}', [2, 3, 4]],
    ['{"$or":[{"id":9},{"id":8},{"id":7},{"id":6},{"id":5}]}', []],
    ['{"$and":[{"id":{"$ne":1}},{"id":{"$ne":2}},{"id":{"$ne":3}},{"id":{"$ne":9}}]}', [4]],
    ['{"$and":[{"id":{"$ne":9}},{"id":{"$ne":1}},{"id":{"$ne":2}},{"id":{"$ne":3}}]}', [4]],
    ['{"$and":[{"id":{"$ne":1}},{"id":{"$ne":9}},{"id":{"$ne":3}},{"id":{"$ne":4}}]}', [2]],
    ['{"$and":[{"id":{"$ne":1}},{"id":{"$ne":2}},{"id":{"$ne":9}},{"id":{"$ne":3}},{"id":{"$ne":8}}]}', [4]],
    [
      '{"$and":[{"id":{"$ne":9}},{"id":{"$ne":8}},{"id":{"$ne":1}},{"id":{"$ne":7}},{"id":{"$ne":4}}]}',
      [2, 3],
    ],
    ['{"$and":[{"id":{"$ne":1}},{"id":{"$ne":2}},{"id":{"$ne":3}},{"id":{"$ne":4}},{"id":{"$ne":5}}]}', []],
  ],
}

const nulls: Group = {
  name: "null",
  backends: everywhere,
  records: [
    { id: 1, count: 5, name: "a", active: true, role: "agent", score: 1.5, owner: 7, secret: "x" },
    {
      id: 2,
      count: 6,
      name: "",
      active: false,
      role: "admin",
      score: 0,
      owner: { id: 8, type: "users" },
      secret: "",
    },
    {
      id: 3,
      count: null,
      name: null,
      active: null,
      role: null,
      score: null,
      owner: null,
      secret: null,
      seenAt: null,
    },
    { id: 4 },
  ],
  cases: [
    ['{"count":null}', [3, 4]],
    ['{"count":{"$eq":null}}', [3, 4]],
    ['{"count":{"$ne":null}}', [1, 2]],
    ['{"count":{"$ne":5}}', [2, 3, 4]],
    ['{"count":{"$in":[5]}}', [1]],
    ['{"count":{"$in":[5,null]}}', [1, 3, 4]],
    ['{"count":{"$in":[null]}}', [3, 4]],
    ['{"count":{"$in":[]}}', []],
    ['{"count":{"$nin":[5]}}', [2, 3, 4]],
    ['{"count":{"$nin":[5,null]}}', [2]],
    ['{"count":{"$nin":[null]}}', [1, 2]],
    ['{"count":{"$nin":[]}}', [1, 2, 3, 4]],
    ['{"count":{"$lt":100}}', [1, 2]],
    ['{"count":{"$lte":5}}', [1]],
    ['{"count":{"$gt":5}}', [2]],
    ['{"count":{"$gte":-100}}', [1, 2]],
    ['{"name":{"$contains":""}}', [1, 2]],
    ['{"name":""}', [2]],
    ['{"name":{"$ne":""}}', [1, 3, 4]],
    ['{"name":{"$lt":"z"}}', [1, 2]],
    ['{"name":{"$nin":["a",null]}}', [2]],
    ['{"active":null}', [3, 4]],
    ['{"active":{"$ne":true}}', [2, 3, 4]],
    ['{"active":{"$in":[false,null]}}', [2, 3, 4]],
    ['{"role":null}', [3, 4]],
    ['{"role":{"$ne":"agent"}}', [2, 3, 4]],
    ['{"score":null}', [3, 4]],
    ['{"score":{"$ne":null}}', [1, 2]],
    ['{"score":{"$in":[0,null]}}', [2, 3, 4]],
    ['{"score":{"$ne":0}}', [1, 3, 4]],
    ['{"score":{"$lte":0}}', [2]],
    ['{"name":null}', [3, 4]],
    ['{"name":{"$ne":null}}', [1, 2]],
    ['{"name":{"$in":["a",null]}}', [1, 3, 4]],
    ['{"active":{"$ne":null}}', [1, 2]],
    ['{"active":{"$nin":[true,null]}}', [2]],
    ['{"role":{"$ne":null}}', [1, 2]],
    ['{"role":{"$nin":["agent",null]}}', [2]],
    ['{"seenAt":{"$ne":null}}', []],
    ['{"owner":{"$ne":null}}', [1, 2]],
    ['{"owner":{"$in":[7,null]}}', [1, 3, 4]],
    ['{"score":{"$nin":[0,null]}}', [1]],
    ['{"seenAt":null}', [1, 2, 3, 4]],
    ['{"seenAt":{"$ne":"2024-01-01"}}', [1, 2, 3, 4]],
    ['{"owner":null}', [3, 4]],
    ['{"owner":{"$ne":7}}', [2, 3, 4]],
    ['{"secret":null}', [3, 4]],
    ['{"secret":{"$eq":null}}', [3, 4]],
    ['{"secret":{"$ne":null}}', [1, 2]],
    ['{"$or":[{"count":null},{"count":{"$ne":null}}]}', [1, 2, 3, 4]],
    ['{"$and":[{"count":{"$ne":5}},{"count":{"$ne":6}}]}', [3, 4]],
  ],
}

const texts = [
  "",
  "a",
  "a ",
  "A",
  "\u00e1",
  "a\u0301",
  "\u00df",
  "ss",
  "\u0130",
  "i",
  "\u{1F600}",
  "\ufffd",
  "\ue000",
  "100%",
  "1_0",
  "1x0",
  "\\",
  "\\%",
  "it's",
  'say "a"',
  "line\nbreak",
  "*",
  "tab\there",
  "\u0001",
]
const idOf = (text: string) => texts.indexOf(text) + 1
const byCodePoint = [...texts].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))

const strings: Group = {
  name: "strings",
  backends: everywhere,
  records: withValues("name", [...texts, null]),
  cases: [
    // Each text equals only itself: case, accents, normal form and trailing spaces count.
    ...texts.map((text) => [json({ name: text }), [idOf(text)]] as const),
    ...texts.map((text) => [json({ name: { $in: [text] } }), [idOf(text)]] as const),
    ...texts.map(
      (text) =>
        [
          json({ name: { $ne: text } }),
          [...texts, null].flatMap((other, i) => (other === text ? [] : [i + 1])),
        ] as const,
    ),
    ...texts.map(
      (text) =>
        [
          json({ name: { $nin: [text, null] } }),
          texts.flatMap((other, i) => (other === text ? [] : [i + 1])),
        ] as const,
    ),
    // By code point: U+1F600 comes after U+FFFD, although its UTF-16 units come before.
    ...texts.flatMap((text) => {
      const at = byCodePoint.indexOf(text)
      const ids = (list: readonly string[]) => list.map(idOf).sort((a, b) => a - b)
      return [
        [json({ name: { $lt: text } }), ids(byCodePoint.slice(0, at))],
        [json({ name: { $lte: text } }), ids(byCodePoint.slice(0, at + 1))],
        [json({ name: { $gt: text } }), ids(byCodePoint.slice(at + 1))],
        [json({ name: { $gte: text } }), ids(byCodePoint.slice(at))],
      ] as const
    }),
    // Every character means itself, and the empty text is in every text.
    ['{"name":{"$contains":"%"}}', [idOf("100%"), idOf("\\%")]],
    ['{"name":{"$contains":"_"}}', [idOf("1_0")]],
    ['{"name":{"$contains":"*"}}', [idOf("*")]],
    ['{"name":{"$contains":"\\\\"}}', [idOf("\\"), idOf("\\%")]],
    ['{"name":{"$contains":"\'"}}', [idOf("it's")]],
    ['{"name":{"$contains":"\\""}}', [idOf('say "a"')]],
    ['{"name":{"$contains":"\\n"}}', [idOf("line\nbreak")]],
    ['{"name":{"$contains":"\\ud83d\\ude00"}}', [idOf("\u{1F600}")]],
    ['{"name":{"$contains":"S"}}', []],
    ['{"name":{"$contains":" "}}', [idOf("a "), idOf('say "a"')]],
    ['{"name":{"$contains":""}}', texts.map(idOf)],
    ['{"name":{"$contains":"a\\u0301"}}', [idOf("a\u0301")]],
  ],
}

const folding: Group = {
  name: "a field declared with caseSensitive: false",
  backends: everywhere,
  records: withValues("label", [
    "abc",
    "ABC",
    "Abd",
    "\u00e1",
    "\u00c1",
    "\u0130",
    "i",
    "K",
    "\u212a",
    "_",
    "Z",
    null,
  ]),
  cases: [
    ['{"label":"aBc"}', [1, 2]],
    ['{"label":{"$ne":"ABC"}}', [3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
    ['{"label":{"$in":["ABD","z"]}}', [3, 11]],
    ['{"label":{"$nin":["abc",null]}}', [3, 4, 5, 6, 7, 8, 9, 10, 11]],
    // Only ASCII letters fold: letters with accents, the dotted İ and the Kelvin sign do not.
    ['{"label":"\\u00c1"}', [5]],
    ['{"label":"I"}', [7]],
    ['{"label":"k"}', [8]],
    // Folded to lower case: _ (U+005F) comes before every letter.
    ['{"label":{"$gt":"_"}}', [1, 2, 3, 4, 5, 6, 7, 8, 9, 11]],
    ['{"label":{"$lt":"A"}}', [10]],
    ['{"label":{"$lte":"ABC"}}', [1, 2, 10]],
    ['{"label":{"$gte":"ABD"}}', [3, 4, 5, 6, 7, 8, 9, 11]],
    ['{"label":{"$contains":"B"}}', [1, 2, 3]],
    ['{"label":{"$contains":"\\u00c1"}}', [5]],
    ['{"label":{"$contains":""}}', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]],
  ],
}

const integers: Group = {
  name: "integers",
  backends: everywhere,
  records: withValues("count", [
    0,
    -1,
    42,
    "9007199254740992",
    "9007199254740993",
    "9223372036854775807",
    "-9223372036854775808",
    null,
  ]),
  cases: [
    ['{"count":0}', [1]],
    ['{"count":-0}', [1]],
    ['{"count":42.0}', [3]],
    ['{"count":4.2e1}', [3]],
    ['{"count":"42"}', [3]],
    ['{"count":9007199254740992}', [4]],
    ['{"count":9007199254740993}', [5]],
    ['{"count":"9007199254740993"}', [5]],
    ['{"count":{"$gt":9007199254740992}}', [5, 6]],
    ['{"count":{"$ne":9007199254740993}}', [1, 2, 3, 4, 6, 7, 8]],
    ['{"count":{"$in":[9007199254740993,"-1",-9223372036854775808]}}', [2, 5, 7]],
    ['{"count":{"$nin":[9007199254740993,"-1",null]}}', [1, 3, 4, 6, 7]],
    ['{"count":9223372036854775807}', [6]],
    ['{"count":{"$lt":9223372036854775807}}', [1, 2, 3, 4, 5, 7]],
    ['{"count":{"$gte":-9223372036854775808}}', [1, 2, 3, 4, 5, 6, 7]],
    ['{"count":{"$lte":-9223372036854775808}}', [7]],
  ],
}

const numbers: Group = {
  name: "numbers",
  backends: everywhere,
  records: withValues("score", [
    0,
    -0,
    0.1,
    0.30000000000000004,
    0.3,
    1e300,
    5e-324,
    -1.5,
    1e21,
    9007199254740992,
    null,
  ]),
  cases: [
    ['{"score":0}', [1, 2]],
    ['{"score":-0.0}', [1, 2]],
    ['{"score":{"$lt":0}}', [8]],
    ['{"score":0.1}', [3]],
    ['{"score":{"$in":[0.30000000000000004,5e-324]}}', [4, 7]],
    // A set that hashes the bits of a double would distinguish -0 from 0.
    ['{"score":{"$in":[0]}}', [1, 2]],
    ['{"score":{"$in":[-0.0,0.1,0.3]}}', [1, 2, 3, 5]],
    ['{"score":{"$nin":[0,null]}}', [3, 4, 5, 6, 7, 8, 9, 10]],
    ['{"score":{"$in":[1,2,3,4,5,6,7,8,9,0]}}', [1, 2]],
    ['{"score":{"$gt":0.3}}', [4, 6, 9, 10]],
    ['{"score":1e300}', [6]],
    ['{"score":{"$gte":1e21}}', [6, 9]],
    ['{"score":{"$ne":5e-324}}', [1, 2, 3, 4, 5, 6, 8, 9, 10, 11]],
    ['{"score":{"$nin":[0.1,0.3,null]}}', [1, 2, 4, 6, 7, 8, 9, 10]],
    ['{"score":9007199254740992}', [10]],
  ],
}

const booleansAndEnums: Group = {
  name: "booleans and enums",
  backends: everywhere,
  records: [{ id: 1, active: true, role: "agent" }, { id: 2, active: false, role: "admin" }, { id: 3 }],
  cases: [
    ['{"active":true}', [1]],
    ['{"active":{"$eq":false}}', [2]],
    ['{"active":{"$ne":false}}', [1, 3]],
    ['{"active":{"$in":[true,false]}}', [1, 2]],
    ['{"active":{"$nin":[true]}}', [2, 3]],
    ['{"role":"agent"}', [1]],
    ['{"role":{"$ne":"agent"}}', [2, 3]],
    ['{"role":{"$in":["admin",null]}}', [2, 3]],
    ['{"role":{"$nin":["admin"]}}', [1, 3]],
  ],
}

const references: Group = {
  name: "references",
  backends: everywhere,
  records: [
    { id: 1, owner: { id: 7, type: "users" } },
    { id: 2, owner: 8 },
    { id: 3, owner: null },
    { id: 4, owner: 0 },
  ],
  cases: [
    ['{"owner":7}', [1]],
    ['{"owner":"8"}', [2]],
    ['{"owner":{"$in":[7,"8"]}}', [1, 2]],
    ['{"owner":{"$ne":7}}', [2, 3, 4]],
    ['{"owner":{"$nin":[7,null]}}', [2, 4]],
    ['{"owner":0}', [4]],
  ],
}

const datetimes: Group = {
  name: "date-times",
  backends: everywhere,
  records: withValues("seenAt", [
    "2024-02-29T00:00:00Z",
    "2024-02-29T00:00:00.001Z",
    "2024-02-28T23:00:00-01:00",
    "1969-12-31T23:59:59.999Z",
    "0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999Z",
    "2024-03-01t00:00:00z",
    null,
  ]),
  cases: [
    ['{"seenAt":"2024-02-29"}', [1, 3]],
    ['{"seenAt":"2024-02-29T00:00:00.000000000Z"}', [1, 3]],
    ['{"seenAt":"2024-02-29T05:30:00+05:30"}', [1, 3]],
    ['{"seenAt":{"$in":["2024-02-29","2024-03-01T00:00:00Z",null]}}', [1, 3, 7, 8]],
    ['{"seenAt":{"$nin":["2024-02-29",null]}}', [2, 4, 5, 6, 7]],
    ['{"seenAt":{"$ne":"2024-02-29"}}', [2, 4, 5, 6, 7, 8]],
    ['{"seenAt":{"$lt":"2024-02-29"}}', [4, 5]],
    ['{"seenAt":{"$lte":"2024-02-29"}}', [1, 3, 4, 5]],
    ['{"seenAt":{"$gt":"2024-02-29"}}', [2, 6, 7]],
    ['{"seenAt":{"$gte":"2024-02-29T00:00:00.001Z","$lt":"2024-03-01"}}', [2]],
    // Finer than every column: never rounded.
    ['{"seenAt":"2024-02-29T00:00:00.000000001Z"}', []],
    ['{"seenAt":{"$ne":"2024-02-29T00:00:00.000000001Z"}}', [1, 2, 3, 4, 5, 6, 7, 8]],
    ['{"seenAt":{"$lt":"2024-02-29T00:00:00.000000001Z"}}', [1, 3, 4, 5]],
    ['{"seenAt":{"$lte":"2024-02-29T00:00:00.000000001Z"}}', [1, 3, 4, 5]],
    ['{"seenAt":{"$gt":"2024-02-29T00:00:00.000000001Z"}}', [2, 6, 7]],
    ['{"seenAt":{"$gte":"2024-02-29T00:00:00.000000001Z"}}', [2, 6, 7]],
    ['{"seenAt":{"$gt":"2024-02-29T00:00:00.000999999Z"}}', [2, 6, 7]],
    ['{"seenAt":{"$in":["2024-02-29T00:00:00.000000001Z"]}}', []],
    ['{"seenAt":{"$in":["2024-02-29T00:00:00.000000001Z",null]}}', [8]],
    ['{"seenAt":{"$nin":["2024-02-29T00:00:00.000000001Z"]}}', [1, 2, 3, 4, 5, 6, 7, 8]],
    ['{"seenAt":{"$nin":["2024-02-29T00:00:00.000000001Z",null]}}', [1, 2, 3, 4, 5, 6, 7]],
    ['{"seenAt":{"$gte":"1969-12-31T23:59:59.998000001Z"}}', [1, 2, 3, 4, 6, 7]],
    ['{"seenAt":"1969-12-31T23:59:59.999Z"}', [4]],
    // The first and the last date-times.
    ['{"seenAt":{"$gt":"0000-01-01"}}', [1, 2, 3, 4, 5, 6, 7]],
    ['{"seenAt":{"$lt":"0000-01-01"}}', []],
    ['{"seenAt":"0000-01-01"}', []],
    ['{"seenAt":{"$in":["0000-01-01","0000-12-31T23:59:59.999999Z","0001-01-01"]}}', [5]],
    ['{"seenAt":{"$gte":"9999-12-31T23:59:59.999999999Z"}}', []],
    ['{"seenAt":{"$lte":"9999-12-31T23:59:59.999999999Z"}}', [1, 2, 3, 4, 5, 6, 7]],
    ['{"seenAt":"0001-01-01"}', [5]],
  ],
}

const uuids: Group = {
  name: "UUIDs",
  backends: everywhere,
  records: [
    { id: 1, ref: "018fd1b1-7c2e-7b3a-9d4e-5f60718293a4" },
    { id: 2, ref: "018FD1B1-7C2E-7B3A-9D4E-5F60718293A5" },
    { id: 3, ref: "00000000-0000-0000-0000-000000000000" },
    { id: 4, ref: "ffffffff-ffff-ffff-ffff-ffffffffffff" },
    { id: 5, ref: null, tags: [{ ref: "018fd1b1-7c2e-7b3a-9d4e-5f60718293a4" }, { ref: null }] },
    { id: 6, tags: [{ ref: "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF" }] },
  ],
  cases: [
    ['{"ref":"018fd1b1-7c2e-7b3a-9d4e-5f60718293a4"}', [1]],
    ['{"ref":"018FD1B1-7C2E-7B3A-9D4E-5F60718293A4"}', [1]],
    ['{"ref":"018fd1b1-7c2e-7b3a-9d4e-5f60718293a5"}', [2]],
    ['{"ref":{"$ne":"018fd1b1-7c2e-7b3a-9d4e-5F60718293A4"}}', [2, 3, 4, 5, 6]],
    ['{"ref":null}', [5, 6]],
    ['{"ref":{"$ne":null}}', [1, 2, 3, 4]],
    [
      '{"ref":{"$in":["00000000-0000-0000-0000-000000000000","FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF"]}}',
      [3, 4],
    ],
    ['{"ref":{"$in":["018fd1b1-7c2e-7b3a-9d4e-5f60718293a5",null]}}', [2, 5, 6]],
    ['{"ref":{"$in":[]}}', []],
    ['{"ref":{"$nin":["018FD1B1-7C2E-7B3A-9D4E-5F60718293A5"]}}', [1, 3, 4, 5, 6]],
    ['{"ref":{"$nin":["018fd1b1-7c2e-7b3a-9d4e-5f60718293a5",null]}}', [1, 3, 4]],
    ['{"ref":"018fd1b1-7c2e-7b3a-9d4e-5f60718293a6"}', []],
    ['{"tags.ref":"018FD1B1-7C2E-7B3A-9D4E-5F60718293A4"}', [5]],
    ['{"tags.ref":{"$ne":"018fd1b1-7c2e-7b3a-9d4e-5f60718293a4"}}', [1, 2, 3, 4, 6]],
    ['{"tags.ref":{"$in":["ffffffff-ffff-ffff-ffff-ffffffffffff",null]}}', [5, 6]],
    ['{"tags.ref":{"$nin":["ffffffff-ffff-ffff-ffff-ffffffffffff"]}}', [1, 2, 3, 4, 5]],
    ['{"tags.ref":null}', [5]],
    ['{"tags.ref":{"$ne":null}}', [1, 2, 3, 4, 6]],
  ],
}

const decimals: Group = {
  name: "decimals",
  backends: whereDecimals,
  records: withValues("price", [
    "0",
    "-0.5",
    0.1,
    "0.3",
    "19.99",
    1000,
    "9007199254740992",
    "9007199254740993",
    "9007199254740993.0000000001",
    "-1234567890123456789012345678.0123456789",
    "9999999999999999999999999999.9999999999",
    "19.990000",
    null,
  ]),
  cases: [
    ['{"price":0}', [1]],
    ['{"price":-0.0}', [1]],
    ['{"price":-0.5}', [2]],
    ['{"price":0.1}', [3]],
    ['{"price":"0.10"}', [3]],
    ['{"price":0.3}', [4]],
    // The sum of the doubles 0.1 and 0.2.
    ['{"price":0.30000000000000004}', []],
    ['{"price":19.99}', [5, 12]],
    ['{"price":"1999e-2"}', [5, 12]],
    ['{"price":1e3}', [6]],
    // Three decimals, and one double.
    ['{"price":9007199254740992}', [7]],
    ['{"price":9007199254740993}', [8]],
    ['{"price":"9007199254740993.0000000001"}', [9]],
    ['{"price":{"$gt":9007199254740992,"$lt":9007199254740993.0000000001}}', [8]],
    ['{"price":{"$ne":9007199254740993}}', [1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13]],
    ['{"price":{"$in":[9007199254740993,"-0.5",19.99]}}', [2, 5, 8, 12]],
    ['{"price":{"$in":[0.1,null]}}', [3, 13]],
    ['{"price":{"$in":[]}}', []],
    ['{"price":{"$nin":[19.99,0]}}', [2, 3, 4, 6, 7, 8, 9, 10, 11, 13]],
    ['{"price":{"$nin":[19.99,0,null]}}', [2, 3, 4, 6, 7, 8, 9, 10, 11]],
    ['{"price":null}', [13]],
    ['{"price":{"$ne":null}}', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
    ['{"price":{"$lt":0.1}}', [1, 2, 10]],
    ['{"price":{"$lte":0.1}}', [1, 2, 3, 10]],
    ['{"price":{"$gt":19.99}}', [6, 7, 8, 9, 11]],
    ['{"price":{"$gte":19.99}}', [5, 6, 7, 8, 9, 11, 12]],
    ['{"price":{"$lt":-0.4999999999}}', [2, 10]],
    // Finer than every column: never rounded.
    ['{"price":19.9900000000000000000000000001}', []],
    ['{"price":{"$ne":19.9900000000000000000000000001}}', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]],
    ['{"price":{"$lt":19.9900000000000000000000000001}}', [1, 2, 3, 4, 5, 10, 12]],
    ['{"price":{"$lte":19.9900000000000000000000000001}}', [1, 2, 3, 4, 5, 10, 12]],
    ['{"price":{"$gt":19.9900000000000000000000000001}}', [6, 7, 8, 9, 11]],
    ['{"price":{"$gte":19.9900000000000000000000000001}}', [6, 7, 8, 9, 11]],
    ['{"price":{"$gt":-0.50000000000000000000000000000000000001}}', [1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12]],
    ['{"price":{"$lt":-0.50000000000000000000000000000000000001}}', [10]],
    ['{"price":{"$in":[19.9900000000000000000000000001,1000]}}', [6]],
    ['{"price":{"$nin":[19.9900000000000000000000000001,null]}}', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
    ['{"price":{"$gt":1e-38}}', [3, 4, 5, 6, 7, 8, 9, 11, 12]],
    ['{"price":{"$lt":-1e-38}}', [2, 10]],
    // The least and the greatest decimals.
    ['{"price":{"$lt":"99999999999999999999999999999999999999"}}', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
    ['{"price":{"$gte":1e37}}', []],
    ['{"price":{"$gt":"-99999999999999999999999999999999999999"}}', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
    ['{"price":{"$lte":-1e37}}', []],
    ['{"price":{"$in":[1e37,-1e37]}}', []],
    ['{"price":{"$gte":"9999999999999999999999999999.9999999999"}}', [11]],
    ['{"price":{"$gte":"10000000000000000000000000000"}}', []],
    ['{"price":{"$lte":"-1234567890123456789012345678.0123456789"}}', [10]],
    ['{"price":{"$lt":"-1234567890123456789012345678.0123456789"}}', []],
  ],
}

const dates: Group = {
  name: "dates",
  backends: everywhere,
  records: [
    { id: 1, born: "2024-02-29" },
    { id: 2, born: "2024-03-01" },
    { id: 3, born: "1969-12-31" },
    { id: 4, born: "1970-01-01" },
    { id: 5, born: "2299-12-31" },
    { id: 6, born: null, tags: [{ due: "2024-02-29" }, { due: null }] },
    { id: 7, born: "1900-01-01", tags: [{ due: "2024-02-28" }, { due: "2024-03-01" }] },
    { id: 8, tags: [] },
  ],
  cases: [
    ['{"born":"2024-02-29"}', [1]],
    ['{"born":{"$ne":"2024-02-29"}}', [2, 3, 4, 5, 6, 7, 8]],
    ['{"born":{"$in":["2024-02-29","1900-01-01"]}}', [1, 7]],
    ['{"born":{"$in":["2024-02-29",null]}}', [1, 6, 8]],
    ['{"born":{"$in":[]}}', []],
    ['{"born":{"$nin":["2024-02-29","1970-01-01"]}}', [2, 3, 5, 6, 7, 8]],
    ['{"born":{"$nin":["2024-02-29",null]}}', [2, 3, 4, 5, 7]],
    ['{"born":null}', [6, 8]],
    ['{"born":{"$ne":null}}', [1, 2, 3, 4, 5, 7]],
    ['{"born":{"$lt":"1970-01-01"}}', [3, 7]],
    ['{"born":{"$lte":"1970-01-01"}}', [3, 4, 7]],
    ['{"born":{"$gt":"2024-02-28"}}', [1, 2, 5]],
    ['{"born":{"$gt":"2024-02-29"}}', [2, 5]],
    ['{"born":{"$gte":"2024-02-29","$lt":"2024-03-01"}}', [1]],
    // The first and the last days, which not every column can hold.
    ['{"born":"0000-01-01"}', []],
    ['{"born":{"$ne":"0000-01-01"}}', [1, 2, 3, 4, 5, 6, 7, 8]],
    ['{"born":{"$gt":"0000-01-01"}}', [1, 2, 3, 4, 5, 7]],
    ['{"born":{"$lt":"0000-01-01"}}', []],
    ['{"born":{"$lte":"0000-02-29"}}', []],
    ['{"born":{"$lte":"9999-12-31"}}', [1, 2, 3, 4, 5, 7]],
    ['{"born":{"$gte":"9999-12-31"}}', []],
    ['{"born":{"$gt":"1899-12-31"}}', [1, 2, 3, 4, 5, 7]],
    ['{"born":{"$in":["0000-01-01","9999-12-31","1900-01-01"]}}', [7]],
    ['{"born":{"$nin":["0000-01-01","9999-12-31","1900-01-01"]}}', [1, 2, 3, 4, 5, 6, 8]],
    ['{"tags.due":"2024-02-29"}', [6]],
    ['{"tags.due":{"$ne":"2024-02-29"}}', [1, 2, 3, 4, 5, 7, 8]],
    ['{"tags.due":{"$gt":"2024-02-28","$lt":"2024-03-01"}}', [6, 7]],
    ['{"tags.due":{"$gte":"2024-03-01"}}', [7]],
    ['{"tags.due":{"$in":["2024-02-28",null]}}', [6, 7]],
    ['{"tags.due":{"$nin":["2024-02-28"]}}', [1, 2, 3, 4, 5, 6, 8]],
  ],
}

const toMany: Group = {
  name: "a relation to many",
  backends: everywhere,
  records: [
    {
      id: 1,
      tags: [
        { name: "a", rank: 1 },
        { name: "b", rank: 2 },
      ],
    },
    { id: 2, tags: [{ name: "b", rank: 1 }] },
    { id: 3, tags: [] },
    { id: 4 },
    { id: 5, tags: [{ name: null, rank: null }] },
    { id: 6, tags: [{ name: "A ", label: "X", rank: "9007199254740993", at: "2024-02-29T00:00:00Z" }, {}] },
  ],
  cases: [
    ['{"tags.name":"a"}', [1]],
    ['{"tags.name":"b"}', [1, 2]],
    // $ne and $nin mean that NO related record is equal.
    ['{"tags.name":{"$ne":"a"}}', [2, 3, 4, 5, 6]],
    ['{"tags.name":{"$ne":"b"}}', [3, 4, 5, 6]],
    ['{"tags.name":{"$in":["a","b"]}}', [1, 2]],
    ['{"tags.name":{"$nin":["a","b"]}}', [3, 4, 5, 6]],
    ['{"tags.name":{"$in":[]}}', []],
    ['{"tags.name":{"$nin":[]}}', [1, 2, 3, 4, 5, 6]],
    // A related record may have no value. A record without related records has no related value.
    ['{"tags.name":null}', [5, 6]],
    ['{"tags.name":{"$ne":null}}', [1, 2, 3, 4]],
    ['{"tags.name":{"$in":["a",null]}}', [1, 5, 6]],
    ['{"tags.name":{"$nin":["a",null]}}', [2, 3, 4]],
    ['{"tags.rank":{"$gt":1}}', [1, 6]],
    ['{"tags.rank":{"$lte":1}}', [1, 2]],
    ['{"tags.rank":9007199254740993}', [6]],
    ['{"tags.name":{"$lt":"a"}}', [6]],
    ['{"tags.name":{"$lte":"a"}}', [1, 6]],
    ['{"tags.name":{"$gt":"a"}}', [1, 2]],
    ['{"tags.name":{"$gte":"b"}}', [1, 2]],
    ['{"tags.name":{"$contains":""}}', [1, 2, 6]],
    ['{"tags.name":{"$contains":" "}}', [6]],
    ['{"tags.label":"x"}', [6]],
    ['{"tags.label":{"$ne":"x"}}', [1, 2, 3, 4, 5]],
    ['{"tags.at":{"$gt":"2024-02-28T23:59:59.9999999Z"}}', [6]],
    ['{"tags.at":{"$ne":"2024-02-29T00:00:00.0000001Z"}}', [1, 2, 3, 4, 5, 6]],
    ['{"tags.at":"2024-02-29T00:00:00.0000001Z"}', []],
    // Two different related records may satisfy two entries.
    ['{"tags.name":"a","tags.rank":2}', [1]],
    ['{"$and":[{"tags.name":"a"},{"tags.name":"b"}]}', [1]],
    ['{"tags.rank":{"$gt":1,"$lt":2}}', [1]],
    ['{"$or":[{"tags.name":"a"},{"id":4},{"tags.name":null}]}', [1, 4, 5, 6]],
    [
      '{"$or":[{"tags.name":{"$ne":"b"},"id":{"$lt":4}},{"$and":[{"tags.rank":1},{"tags.name":"b"}]}]}',
      [1, 2, 3],
    ],
  ],
}

const toOne: Group = {
  name: "a relation to one",
  backends: everywhere,
  records: [
    { id: 1, company: { name: "Acme", size: 10 } },
    { id: 2, company: { name: null, size: 20 } },
    { id: 3, company: null },
    { id: 4 },
    { id: 5, company: { name: "Beta", size: 5 } },
  ],
  cases: [
    ['{"company.name":"Acme"}', [1]],
    ['{"company.name":{"$ne":"Acme"}}', [2, 3, 4, 5]],
    ['{"company.name":null}', [2, 3, 4]],
    ['{"company.name":{"$ne":null}}', [1, 5]],
    ['{"company.name":{"$in":["Acme",null]}}', [1, 2, 3, 4]],
    ['{"company.name":{"$in":["Acme"]}}', [1]],
    ['{"company.name":{"$nin":["Acme",null]}}', [5]],
    ['{"company.name":{"$nin":["Acme"]}}', [2, 3, 4, 5]],
    ['{"company.name":{"$nin":[]}}', [1, 2, 3, 4, 5]],
    ['{"company.name":{"$in":[]}}', []],
    ['{"company.name":{"$lt":"Beta"}}', [1]],
    ['{"company.name":{"$lte":"Acme"}}', [1]],
    ['{"company.name":{"$gt":"Acme"}}', [5]],
    ['{"company.name":{"$gte":"Acme"}}', [1, 5]],
    ['{"company.name":{"$contains":"e"}}', [1, 5]],
    // A record without a company has no size.
    ['{"company.size":null}', [3, 4]],
    ['{"company.size":{"$ne":null}}', [1, 2, 5]],
    ['{"company.size":{"$gte":10}}', [1, 2]],
    ['{"company.size":{"$ne":10}}', [2, 3, 4, 5]],
    ['{"$or":[{"company.name":"Acme"},{"company.size":{"$lt":10}}]}', [1, 5]],
  ],
}

const joinedRelations: Group = {
  name: "several conditions on one relation",
  backends: everywhere,
  records: [
    {
      id: 1,
      tags: [
        { name: "a", rank: 1 },
        { name: "b", rank: 2 },
      ],
      company: { name: "Acme", size: 10 },
    },
    { id: 2, tags: [{ name: "b", rank: 1 }], company: { name: "Beta", size: 5 } },
    { id: 3, tags: [], company: { name: null, size: 20 } },
    { id: 4 },
    { id: 5, tags: [{ name: null, rank: null }], company: null },
    {
      id: 6,
      tags: [
        { name: "c", rank: 3 },
        { name: "a", rank: 3 },
      ],
      company: { name: "Acme", size: 5 },
    },
  ],
  cases: [
    // Some row is A or B if some row is A, or some row is B.
    ['{"$or":[{"tags.name":"a"},{"tags.rank":{"$lt":2}},{"tags.name":{"$contains":"c"}}]}', [1, 2, 6]],
    ['{"$or":[{"tags.name":"c"},{"tags.name":"d"}]}', [6]],
    // Some row is A, and some row is B: it may be another row.
    ['{"$and":[{"tags.name":"a"},{"tags.rank":2}]}', [1]],
    ['{"$and":[{"tags.name":"c"},{"tags.name":"a"}]}', [6]],
    // No row is A or B if no row is A, and no row is B.
    ['{"$and":[{"tags.name":{"$ne":"a"}},{"tags.rank":{"$nin":[1]}}]}', [3, 4, 5]],
    ['{"tags.name":{"$ne":"a","$nin":["c"]},"tags.rank":{"$ne":2}}', [2, 3, 4, 5]],
    // No row is A, or no row is B: a record with one of them matches.
    ['{"$or":[{"tags.name":{"$ne":"a"}},{"tags.rank":{"$ne":2}}]}', [2, 3, 4, 5, 6]],
    ['{"$or":[{"tags.name":{"$ne":"a"}},{"tags.name":{"$nin":["b"]}}]}', [2, 3, 4, 5, 6]],
    // Both kinds, side by side and in each other.
    ['{"$or":[{"tags.name":"c"},{"tags.name":{"$ne":"b"}},{"tags.rank":2}]}', [1, 3, 4, 5, 6]],
    ['{"$and":[{"tags.name":{"$ne":"c"}},{"tags.rank":1},{"tags.rank":{"$ne":2}}]}', [2]],
    ['{"tags.name":{"$ne":"c"},"$or":[{"tags.name":"a"},{"tags.rank":1}]}', [1, 2]],
    [
      '{"$or":[{"$and":[{"tags.name":{"$ne":"a"}},{"tags.rank":{"$ne":null}}]},{"tags.name":"c"}]}',
      [2, 3, 4, 6],
    ],
    [
      '{"$or":[{"tags.rank":3,"$or":[{"tags.name":"b"},{"tags.name":"c"}]},{"tags.name":{"$ne":"b"},"tags.rank":{"$ne":3}},{"tags.name":null}]}',
      [3, 4, 5, 6],
    ],
    // Null as an operand, for a row without a value.
    ['{"$or":[{"tags.name":null},{"tags.rank":null},{"tags.name":"b"}]}', [1, 2, 5]],
    ['{"$or":[{"tags.name":{"$in":["c",null]}},{"tags.rank":{"$in":[2]}}]}', [1, 5, 6]],
    ['{"tags.name":{"$ne":null},"tags.rank":{"$ne":1}}', [3, 4, 6]],
    ['{"$and":[{"tags.name":{"$nin":["b",null]}},{"tags.label":{"$ne":"x"}}]}', [3, 4, 6]],
    // Tests that no row passes.
    ['{"$or":[{"tags.name":{"$in":[]}},{"tags.rank":3},{"tags.at":"2024-02-29T00:00:00.0000001Z"}]}', [6]],
    [
      '{"$and":[{"tags.name":{"$nin":[]}},{"tags.at":{"$ne":"2024-02-29T00:00:00.0000001Z"}},{"tags.rank":{"$ne":1}}]}',
      [3, 4, 5, 6],
    ],
    // Two relations.
    [
      '{"$or":[{"tags.name":"c"},{"company.name":"Beta"},{"tags.rank":null},{"company.size":{"$gt":19}}]}',
      [2, 3, 5, 6],
    ],
    [
      '{"$and":[{"tags.name":{"$ne":"b"}},{"company.name":{"$ne":"Beta"}},{"tags.rank":{"$nin":[3]}},{"company.name":{"$ne":"Acme"}}]}',
      [3, 4, 5],
    ],
    // A relation to one: a missing record has null in each field.
    ['{"$or":[{"company.name":"Beta"},{"company.size":{"$gte":10}}]}', [1, 2, 3]],
    ['{"$or":[{"company.name":null},{"company.size":20},{"company.name":"Beta"}]}', [2, 3, 4, 5]],
    ['{"$or":[{"company.name":{"$ne":"Acme"}},{"company.size":{"$ne":10}}]}', [2, 3, 4, 5, 6]],
    ['{"$and":[{"company.name":"Acme"},{"company.size":5}]}', [6]],
    [
      '{"$and":[{"company.name":{"$ne":"Acme"}},{"company.name":{"$ne":"Beta"}},{"company.size":{"$ne":20}}]}',
      [4, 5],
    ],
    ['{"$and":[{"company.name":{"$ne":null}},{"company.name":{"$nin":["Beta"]}}]}', [1, 6]],
  ],
}

/** The meaning of filters, as cases. */
export const groups: readonly Group[] = [
  structure,
  nulls,
  strings,
  folding,
  integers,
  numbers,
  booleansAndEnums,
  references,
  datetimes,
  uuids,
  decimals,
  dates,
  toMany,
  toOne,
  joinedRelations,
  spellings,
  spellingsOfDecimals,
]
