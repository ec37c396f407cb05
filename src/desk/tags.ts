import { field } from "../schema/field-declarators.ts"
import type { Schema } from "../schema/schema.ts"
import { recordSchema } from "./record.ts"

const client = "https://github.com/Teamwork/mcp/blob/HEAD/internal/twdesk/tags.go"

const schema = /* @__PURE__ */ recordSchema(() => ({
  /** The tag's name */
  name: field.string({ description: "The tag's name", source: client, inferred: true }),
  /** The colour, as #rrggbb */
  color: field.string({ description: "The colour, as #rrggbb", source: client, inferred: true }),
  inboxes: field.many({
    /** The id of an inbox that the tag is limited to */
    id: field.integer({
      nullable: false,
      description: "The id of an inbox that the tag is limited to",
      source: client,
      inferred: true,
    }),
  }),
}))

/** The type of {@link tags}. */
export interface TagsSchema extends Schema<typeof schema.declarations> {}

/**
 * The tags of Teamwork Desk, `GET /desk/api/v2/tags.json`. No page lists their filter fields. The fields are those
 * that Desk's own client filters by, and those of every record. All types are inferred.
 *
 * @example
 * ```ts
 * safeParseFilter(tags, '{"color":"#ff0000","inboxes.id":{"$in":[1001]}}').ok // true
 * ```
 */
export const tags: TagsSchema = schema
