import type { Person } from "../conformance/people.ts"

const texts = ["?", "??", ":value1", "::text", "O'Brien", "\\", "\\'", "$1", "$$", "😀", "a", "A", "%", ""]

/** Records whose values drivers have confused with their own notation. */
export const records: readonly Person[] = [
  ...texts.map((name, i) => ({ id: i + 1, name, label: name, tags: [{ name }] })),
  { id: 101 },
  { id: 102, count: "9223372036854775807", score: 1e300, active: true, role: "agent" },
  { id: 103, count: "-9223372036854775808", score: -1e300, active: false, role: "admin" },
  { id: 104, count: "9007199254740993", score: 0.1, seenAt: "2024-02-29T12:30:00.123Z" },
  { id: 105, count: 0, score: 0, seenAt: "2024-02-29T12:30:00.124Z", owner: 7, tags: [{ rank: 1 }] },
  { id: 106, company: { name: "O'Brien", size: "9007199254740993" }, tags: [{ name: "?" }, { name: "a" }] },
]

const json = JSON.stringify

/** Each filter matches some of the records. */
export const filters: readonly string[] = [
  ...texts.map((text) => json({ name: text })),
  json({ name: { $in: texts.slice(0, 9) } }),
  json({ name: { $nin: texts.slice(3) } }),
  json({ label: { $in: ["?", "a", "$1"] } }),
  json({ name: { $contains: "'" } }),
  json({ name: { $contains: "\\" } }),
  json({ name: { $ne: "O'Brien" }, label: { $ne: "?" } }),
  json({ name: { $gte: "\\" } }),
  json({ name: null }),
  json({ name: { $in: [null, "?"] } }),
  json({ name: { $nin: [] } }),
  json({ $or: [{ name: { $in: [] } }, { name: "$1" }] }),
  json({ $or: [{ name: "?" }, { $and: [{ name: ":value1" }, { $or: [{ id: 3 }, { label: "$$" }] }] }] }),
  json({ active: true }),
  json({ active: { $ne: true } }),
  json({ active: { $in: [false, null] } }),
  json({ role: { $in: ["agent", "admin"] } }),
  json({ count: "9223372036854775807" }),
  json({ count: { $in: ["9223372036854775807", "-9223372036854775808", 0] } }),
  json({ count: { $gt: "9007199254740992" } }),
  json({ score: 1e300 }),
  json({ score: { $in: [0.1, 1e300, -1e300] } }),
  json({ score: { $lte: 0 } }),
  json({ seenAt: "2024-02-29T12:30:00.123Z" }),
  json({ seenAt: { $gt: "2024-02-29T12:30:00.123Z" } }),
  json({ seenAt: { $gt: "2024-02-29T12:30:00.123000001Z" } }),
  json({ seenAt: { $in: ["2024-02-29T12:30:00.123Z", "2024-02-29T12:30:00.124Z"] } }),
  json({ owner: { $in: [7, 8] } }),
  json({ "tags.name": "?" }),
  json({ "tags.name": { $in: ["O'Brien", "$1", ":value1"] } }),
  json({ "tags.name": { $ne: "?" } }),
  json({ "tags.rank": 1, "company.name": null }),
  json({ "company.size": "9007199254740993" }),
]
