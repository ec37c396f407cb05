import { openPostgres, openSqlite } from "./databases.ts"
import { inMemoryPeers } from "./in-memory.ts"
import type { Peer } from "./peer.ts"
import { exportedMongo, exportedSql, type Version, version8 } from "./react-querybuilder.ts"
import { ucastSql } from "./ucast-sql.ts"

/** The exports of a version of React Query Builder. */
export async function openExports(version: Version): Promise<readonly Peer[]> {
  return [
    exportedSql(version, "sql", await openSqlite()),
    exportedSql(version, "parameterized", await openSqlite()),
    exportedSql(version, "sql", await openPostgres()),
    exportedSql(version, "parameterized", await openPostgres()),
    exportedMongo(version),
  ]
}

/** The peers of the page, in the order of its columns. */
export async function openPeers(): Promise<readonly Peer[]> {
  return [
    ...(await Promise.all(inMemoryPeers.map((open) => open()))),
    ucastSql(await openSqlite()),
    ucastSql(await openPostgres()),
    ...(await openExports(version8)),
  ]
}
