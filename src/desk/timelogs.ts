import { field } from "../schema/field-declarators.ts"
import type { Schema } from "../schema/schema.ts"
import { recordSchema } from "./record.ts"

const sample =
  "https://github.com/Teamwork/Teamwork-Desk-API-Request-Body-Examples/blob/HEAD/getRequest/timelogs/Get%20all%20timelogs%20(filtered%20by%20company).js"
const model = "https://github.com/Teamwork/desksdkgo/blob/HEAD/models/time_log.go"

const schema = /* @__PURE__ */ recordSchema(() => ({
  /** When the work was done */
  date: field.datetime({ description: "When the work was done", source: sample }),
  /** The duration in seconds */
  seconds: field.integer({ description: "The duration in seconds", source: model, inferred: true }),
  /** The offset of the time zone from UTC, in minutes */
  timezoneOffset: field.integer({
    description: "The offset of the time zone from UTC, in minutes",
    source: model,
    inferred: true,
  }),
  /** Whether the time is billable */
  billable: field.boolean({ description: "Whether the time is billable", source: model, inferred: true }),
  /** A description of the work */
  description: field.string({ description: "A description of the work", source: model, inferred: true }),
  /** The ticket that the work was for */
  ticket: field.reference("tickets", {
    description: "The ticket that the work was for",
    source: model,
    inferred: true,
  }),
  /** The agent who did the work */
  user: field.reference("users", {
    description: "The agent who did the work",
    source: model,
    inferred: true,
  }),
  /** The id of a related time log */
  timelogs_id: field.integer({
    description: "The id of a related time log",
    source: model,
    inferred: true,
  }),
  companies: field.many({
    /** The id of the ticket's company */
    id: field.integer({
      nullable: false,
      description: "The id of the ticket's company",
      source: sample,
      inferred: true,
    }),
  }),
}))

/** The type of {@link timelogs}. */
export interface TimelogsSchema extends Schema<typeof schema.declarations> {}

/**
 * The time logs of agents of Teamwork Desk, `GET /desk/api/v2/timelogs.json`. No page lists their filter fields. The
 * fields are those that one of Desk's samples filters by, and those of the model in its Go client. All types except that
 * of `date` are inferred.
 *
 * @example
 * ```ts
 * safeParseFilter(timelogs, '{"companies.id":{"$in":["1001"]},"date":{"$gte":"2025-02-01"}}').ok // true
 * ```
 */
export const timelogs: TimelogsSchema = schema
