import { field } from "../schema/field-declarators.ts"
import { defineSchema } from "../schema/schema.ts"
import { record } from "./record.ts"

const sample =
  "https://github.com/Teamwork/Teamwork-Desk-API-Request-Body-Examples/blob/HEAD/getRequest/timelogs/Get%20all%20timelogs%20(filtered%20by%20company).js"
const model = "https://github.com/Teamwork/desksdkgo/blob/HEAD/models/time_log.go"

/**
 * The time that agents of Teamwork Desk have logged, `GET /desk/api/v2/timelogs.json`. No list of its fields
 * is at hand: these are the ones by which a sample of Desk's filters, and those of the model in its Go
 * client. Types are inferred, but for that of `date`.
 *
 * @example
 * ```ts
 * safeParseFilter(timelogs, '{"companies.id":{"$in":["1001"]},"date":{"$gte":"2025-02-01"}}').ok // true
 * ```
 */
export const timelogs = defineSchema({
  ...record,
  date: field.datetime({ description: "When the work was done", source: sample }),
  seconds: field.integer({ description: "How long it took", source: model, inferred: true }),
  timezoneOffset: field.integer({
    description: "The zone's minutes from UTC",
    source: model,
    inferred: true,
  }),
  billable: field.boolean({ description: "Whether it is billed", source: model, inferred: true }),
  description: field.string({ description: "What was done", source: model, inferred: true }),
  ticket: field.reference("tickets", { description: "The ticket worked on", source: model, inferred: true }),
  user: field.reference("users", { description: "The agent who did it", source: model, inferred: true }),
  timelogs_id: field.integer({
    description: "The id of a time log that it belongs with",
    source: model,
    inferred: true,
  }),
  companies: field.many({
    id: field.integer({
      nullable: false,
      description: "The id of the ticket's company",
      source: sample,
      inferred: true,
    }),
  }),
})
