import { describe, inject } from "vitest"
import { provocations } from "../inspection/all.ts"
import { provokeOn } from "../inspection/provoke.ts"
import { openPostgresCatalog } from "../servers/postgres-catalog.ts"

// PGlite is PostgreSQL 18 too, but no server.
describe("each finding on a server of PostgreSQL 18", () =>
  provokeOn("PostgreSQL", provocations.PostgreSQL, () => openPostgresCatalog(inject("postgres18"))))
