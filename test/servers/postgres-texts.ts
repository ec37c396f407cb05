import type { PostgresTexts } from "./postgres.ts"

/** Collations of text columns in PostgreSQL. No answer may depend on them. */
export const postgresTexts: Readonly<Record<string, PostgresTexts>> = {
  "columns of the default collation": { declared: "" },
  "columns of a language's collation": { declared: 'COLLATE "en-x-icu"' },
  "columns that ignore case and accents": {
    before: "CREATE COLLATION vague (provider = icu, locale = 'und-u-ks-level1', deterministic = false)",
    declared: "COLLATE vague",
    collation: "nondeterministic",
  },
  'columns in "C"': { declared: 'COLLATE "C"', collation: "binary" },
}
