import { defineSchema, field } from "../../../src/index.ts"
import type { World } from "./world.ts"

const ORDERED = ["$eq", "$ne", "$lt", "$lte", "$gt", "$gte", "$in", "$nin"] as const
const ids = ["018fd1b1-7c2e-7b3a-9d4e-5f60718293a4", "F0000000-0000-4000-8000-000000000001"]

/** Two fields of a type, of which one always has a value, with few values each. */
export const scalarWorlds: Readonly<Record<string, World>> = {
  numbers: {
    schema: defineSchema({ x: field.number(), y: field.number() }),
    constants: { x: [0, 1, 2], y: [0, 1, 2] },
  },
  "numbers that are not null": {
    schema: defineSchema({ x: field.number({ nullable: false }), y: field.number() }),
    constants: { x: [0, 1.5], y: [-1, 1e21] },
  },
  "integers beside each other": {
    schema: defineSchema({ x: field.integer(), y: field.integer({ nullable: false }) }),
    constants: { x: [0, 1, 2], y: [0, 1, 3] },
  },
  "integers at the ends": {
    schema: defineSchema({ x: field.integer(), y: field.integer({ nullable: false }) }),
    constants: {
      x: ["-9223372036854775808", "-9223372036854775807", "9007199254740992"],
      y: ["9007199254740993", "9223372036854775806", "9223372036854775807"],
    },
  },
  decimals: {
    schema: defineSchema({ x: field.decimal(), y: field.decimal({ nullable: false }) }),
    constants: { x: ["0", "0.1", 2], y: ["-1.5", "0.10", "1e2"] },
  },
  texts: {
    schema: defineSchema({
      x: field.string({ operators: ORDERED }),
      y: field.string({ operators: ORDERED, nullable: false }),
    }),
    constants: { x: ["", "a", "a\u0001"], y: ["B", "a", "\u{1f600}"] },
  },
  "texts of any case": {
    schema: defineSchema({
      x: field.string({ operators: ORDERED, caseSensitive: false }),
      y: field.string({ operators: ORDERED, caseSensitive: false, nullable: false }),
    }),
    constants: { x: ["A", "a", "B"], y: ["", "_", "a"] },
  },
  booleans: {
    schema: defineSchema({ x: field.boolean(), y: field.boolean({ nullable: false }), z: field.boolean() }),
    constants: { x: [false, true], y: [false, true], z: [false, true] },
  },
  enums: {
    schema: defineSchema({
      x: field.enum(["a", "b"]),
      y: field.enum(["a", "b", "c"], { nullable: false }),
      z: field.enum(["a"]),
    }),
    constants: { x: ["a", "b"], y: ["a", "b", "c"], z: ["a"] },
  },
  "date-times": {
    schema: defineSchema({ x: field.datetime(), y: field.datetime({ nullable: false }) }),
    constants: {
      x: ["2024-02-29", "2024-02-29T00:00:00.000000001Z", "2024-02-29T00:00:00.5Z"],
      y: ["0000-01-01T00:00:00Z", "1969-12-31T23:59:59.999999999Z", "9999-12-31T23:59:59.999999999Z"],
    },
  },
  dates: {
    schema: defineSchema({ x: field.date(), y: field.date({ nullable: false }) }),
    constants: {
      x: ["2024-02-28", "2024-02-29", "2024-03-01"],
      y: ["0000-01-01", "0000-01-03", "9999-12-31"],
    },
  },
  references: {
    schema: defineSchema({ x: field.reference("users"), y: field.reference("users", { nullable: false }) }),
    constants: { x: [1, 2, 3], y: [1, "9223372036854775807"] },
  },
  UUIDs: {
    schema: defineSchema({ x: field.uuid(), y: field.uuid({ nullable: false }) }),
    constants: { x: ids, y: ids },
  },
  "opaque values": {
    schema: defineSchema({ x: field.opaque(), y: field.opaque(), z: field.boolean() }),
    constants: { x: [], y: [], z: [false, true] },
  },
  "several types": {
    schema: defineSchema({
      n: field.integer(),
      b: field.boolean({ nullable: false }),
      e: field.enum(["a", "b"]),
      d: field.date(),
    }),
    constants: { n: [0, 1], b: [false, true], e: ["a", "b"], d: ["2024-01-01"] },
  },
  "fields with few operators": {
    schema: defineSchema({
      x: field.integer({ operators: ["$in", "$gt"] }),
      y: field.string({ operators: ["$eq"] }),
      z: field.boolean({ operators: ["$ne"] }),
    }),
    constants: { x: [0, 1], y: ["a", "b"], z: [false, true] },
  },
  "a relation to one": {
    schema: defineSchema({
      id: field.integer({ nullable: false }),
      one: field.one({ n: field.integer(), b: field.boolean() }),
    }),
    constants: { id: [0, 1], "one.n": [0, 1], "one.b": [false, true] },
  },
  // If one of these has no value, there is no related record, and so none of the others has one.
  "a relation to one, with fields that are not null": {
    schema: defineSchema({
      one: field.one({
        n: field.integer({ nullable: false }),
        b: field.boolean({ nullable: false }),
        e: field.enum(["a", "b"]),
      }),
    }),
    constants: { "one.n": [0, 1], "one.b": [false, true], "one.e": ["a", "b"] },
  },
}

/** Texts inside texts. */
export const textWorlds: Readonly<Record<string, World>> = {
  "texts inside": {
    schema: defineSchema({ x: field.string(), y: field.boolean() }),
    constants: { x: ["", "a", "ab", "b"], y: [true] },
  },
  "texts inside, not null, of any case": {
    schema: defineSchema({ x: field.string({ nullable: false, caseSensitive: false }), y: field.boolean() }),
    constants: { x: ["A", "ab", "ba"], y: [true] },
  },
}

/** Texts of which some contain the end of one constant and the beginning of another. */
export const overlappingWorlds: Readonly<Record<string, World>> = {
  "overlapping texts": {
    schema: defineSchema({ x: field.string({ operators: ["$eq", "$nin", "$contains"] }) }),
    constants: { x: ["ab", "ba", "aba", "b"] },
  },
  "overlapping texts in order": {
    schema: defineSchema({ x: field.string({ operators: ["$lt", "$gte", "$contains"] }) }),
    constants: { x: ["a", "b", "ab", "ba", "bab"] },
  },
  "overlapping texts in order, of any case": {
    schema: defineSchema({
      x: field.string({ operators: ["$ne", "$lte", "$contains"], caseSensitive: false }),
    }),
    constants: { x: ["AB", "bA", "b", "z"] },
  },
}

/** Relations to many, with and without other fields. */
export const relatedWorlds: Readonly<Record<string, World>> = {
  "related integers": {
    schema: defineSchema({ t: field.many({ n: field.integer() }), b: field.boolean() }),
    constants: { "t.n": [0, 1, 3], b: [true] },
  },
  "related integers that are not null": {
    schema: defineSchema({ t: field.many({ n: field.integer({ nullable: false }) }) }),
    constants: { "t.n": [0, 1, 3] },
  },
  "related booleans and enums": {
    schema: defineSchema({
      t: field.many({
        b: field.boolean({ nullable: false }),
        c: field.boolean(),
        e: field.enum(["a", "b"]),
      }),
    }),
    constants: { "t.b": [false, true], "t.c": [false, true], "t.e": ["a", "b"] },
  },
  "related numbers and references": {
    schema: defineSchema({
      t: field.many({ x: field.number({ nullable: false }), r: field.reference("users") }),
    }),
    constants: { "t.x": [0, 1], "t.r": [1, 2] },
  },
  "related texts": {
    schema: defineSchema({ t: field.many({ x: field.string({ operators: ["$eq", "$nin", "$contains"] }) }) }),
    constants: { "t.x": ["", "a", "ab"] },
  },
  "related texts in order": {
    schema: defineSchema({ t: field.many({ x: field.string({ operators: ["$lt", "$gte", "$contains"] }) }) }),
    constants: { "t.x": ["a", "b"] },
  },
  "related opaque values": {
    schema: defineSchema({
      t: field.many({ o: field.opaque(), n: field.integer() }),
      u: field.many({ n: field.integer() }),
    }),
    constants: { "t.o": [], "t.n": [0], "u.n": [0] },
  },
}
