import { defineSchema, field } from "desk-filter"
import { sqlMapping } from "desk-filter/sql"

export const articles = defineSchema({
  id: field.integer({ nullable: false }),
  title: field.string({ caseSensitive: false, description: "The headline" }),
  status: field.enum(["draft", "published"]),
  author: field.reference("users"),
  tags: field.many({ name: field.string({ operators: ["$eq", "$contains"] }) }),
})

export const articlesMapping = sqlMapping(articles, {
  table: "articles",
  columns: { author: "author_id" },
  relations: { tags: { table: "tags", on: { id: "article_id" } } },
})
