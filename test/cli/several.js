import { defineSchema, field } from "desk-filter"

export const articles = defineSchema({ title: field.string() })
export const authors = defineSchema({ name: field.string() })
