import { describe } from "vitest"
import { provokeOn } from "./provoke.ts"
import { openSqliteCatalog, sqliteProvocations } from "./sqlite.ts"

describe("each finding on SQLite", () => provokeOn("sql.js", sqliteProvocations, openSqliteCatalog))
