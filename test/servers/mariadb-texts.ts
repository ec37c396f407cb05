import type { MariadbTexts } from "./mariadb.ts"

/** Collations of text columns in MariaDB. No answer may depend on them. */
export const mariadbTexts: Readonly<Record<string, MariadbTexts>> = {
  "columns of the default collation": { declared: "" },
  "columns that ignore case, accents and trailing spaces": {
    declared: "CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci",
  },
  "columns of bytes that ignore trailing spaces": { declared: "CHARACTER SET utf8mb4 COLLATE utf8mb4_bin" },
  "columns of bytes": {
    declared: "CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin",
    collation: "binary",
  },
}
