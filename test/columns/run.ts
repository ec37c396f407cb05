import { spawnSync } from "node:child_process"
import { parseArgs } from "node:util"

// `npm run test:columns -- --full` tries each row with 2,000 filters. `--pending` runs the rows that do not hold yet.
// `--row` is a part of a row's name, and a file's name runs the table of one engine.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { full: { type: "boolean" }, pending: { type: "boolean" }, row: { type: "string" } },
})
const { status } = spawnSync(
  "vitest",
  [
    ...["run", "--config", "test/columns/vitest.config.ts"],
    ...(values.row === undefined ? [] : ["-t", values.row.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&")]),
    ...positionals,
  ],
  {
    stdio: "inherit",
    env: {
      ...process.env,
      COLUMNS_FILES: positionals.join(),
      ...(values.full && { COLUMNS_FILTERS: "2000" }),
      ...(values.pending && { COLUMNS_PENDING: "1" }),
    },
  },
)
process.exitCode = status ?? 1
