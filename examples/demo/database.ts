import type { Filter } from "desk-filter"
import type { customers } from "desk-filter/desk"
import { type SqlMapping, sqlite, toSql } from "desk-filter/sql"
import initSqlJs, { type SqlValue } from "sql.js"
import type { Customer } from "./customers.ts"

/** The customers in an embedded SQLite database. */
export interface CustomerDatabase {
  /** The ids of the customers that match the filter, in ascending order. */
  find(filter: Filter<typeof customers>): number[]
}

/** Creates tables of customers, companies and contacts, with column names in snake case. */
export async function openDatabase(
  records: readonly Customer[],
  mapping: SqlMapping,
): Promise<CustomerDatabase> {
  const { Database } = await initSqlJs()
  const database = new Database()
  database.run(`
    CREATE TABLE customers (
      id INTEGER PRIMARY KEY, first_name TEXT, last_name TEXT, organization TEXT, job_title TEXT,
      trusted INTEGER, permission TEXT, created_at TEXT, deleted_at TEXT, created_by INTEGER, state TEXT
    );
    CREATE TABLE customer_companies (customer_id INTEGER, id INTEGER, name TEXT);
    CREATE TABLE contacts (customer_id INTEGER, value TEXT);
  `)
  const insert = (table: string, row: readonly (SqlValue | boolean)[]) =>
    database.run(
      `INSERT INTO ${table} VALUES (${row.map(() => "?").join()})`,
      row.map((value) => (typeof value === "boolean" ? Number(value) : value)),
    )
  for (const record of records) {
    insert("customers", [
      ...[record.id, record.firstName, record.lastName, record.organization, record.jobTitle],
      ...[record.trusted, record.permission, record.createdAt, record.deletedAt],
      ...[record.createdBy?.id ?? null, record.state],
    ])
    for (const { id, name } of record.companies) insert("customer_companies", [record.id, id, name])
    for (const { value } of record.contacts) insert("contacts", [record.id, value])
  }
  return {
    find(filter) {
      const { text, values } = toSql(filter, sqlite, mapping)
      const [result] = database.exec(
        `SELECT id FROM customers WHERE ${text} ORDER BY id`,
        values as SqlValue[],
      )
      return (result?.values ?? []).map(([id]) => Number(id))
    },
  }
}
