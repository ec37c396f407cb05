import { type Kysely, sql } from "kysely"
import type { Tables } from "./tables.ts"

/**
 * Times have milliseconds, as in responses, so that a filter with a time from a response finds the record. Foreign
 * keys ensure that a row refers only to rows of its own tenant.
 */
const STATEMENTS = [
  `CREATE TABLE IF NOT EXISTS tenants (id bigint PRIMARY KEY, name text NOT NULL)`,

  `CREATE TABLE IF NOT EXISTS users (
    id bigint PRIMARY KEY, tenant_id bigint NOT NULL REFERENCES tenants,
    first_name text NOT NULL, last_name text NOT NULL,
    UNIQUE (tenant_id, id))`,

  `CREATE TABLE IF NOT EXISTS companies (
    id bigint PRIMARY KEY, tenant_id bigint NOT NULL REFERENCES tenants, name text,
    UNIQUE (tenant_id, id))`,

  `CREATE TABLE IF NOT EXISTS customers (
    id bigint PRIMARY KEY, tenant_id bigint NOT NULL REFERENCES tenants,
    first_name text, last_name text, email text, organization text, verified_email boolean,
    permission text, add_method text, linkedin_url text, facebook_url text, twitter_handle text,
    job_title text, phone text, mobile text, address text, external_id text, avatar_url text,
    trusted boolean, welcome_email_sent boolean, password_hash text,
    created_at timestamptz(3) NOT NULL, updated_at timestamptz(3) NOT NULL, deleted_at timestamptz(3),
    created_by bigint, updated_by bigint, state text,
    UNIQUE (tenant_id, id),
    FOREIGN KEY (tenant_id, created_by) REFERENCES users (tenant_id, id),
    FOREIGN KEY (tenant_id, updated_by) REFERENCES users (tenant_id, id))`,

  `CREATE TABLE IF NOT EXISTS customer_companies (
    tenant_id bigint NOT NULL, customer_id bigint NOT NULL, company_id bigint NOT NULL,
    PRIMARY KEY (tenant_id, customer_id, company_id),
    FOREIGN KEY (tenant_id, customer_id) REFERENCES customers (tenant_id, id),
    FOREIGN KEY (tenant_id, company_id) REFERENCES companies (tenant_id, id))`,

  `CREATE TABLE IF NOT EXISTS contacts (
    id bigint PRIMARY KEY, tenant_id bigint NOT NULL, customer_id bigint NOT NULL,
    kind text NOT NULL, value text,
    FOREIGN KEY (tenant_id, customer_id) REFERENCES customers (tenant_id, id))`,
  `CREATE INDEX IF NOT EXISTS contacts_of_customer ON contacts (tenant_id, customer_id)`,
  `CREATE INDEX IF NOT EXISTS contacts_by_value ON contacts (tenant_id, value)`,

  `CREATE OR REPLACE VIEW companies_of_customers AS
    SELECT tenant_id, customer_id, companies.id, companies.name
    FROM customer_companies JOIN companies USING (tenant_id) WHERE companies.id = company_id`,

  `CREATE TABLE IF NOT EXISTS jobs (
    id text PRIMARY KEY, tenant_id bigint NOT NULL REFERENCES tenants, user_id bigint NOT NULL,
    state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'done', 'failed')),
    filter text NOT NULL, include_archived boolean NOT NULL, changes jsonb NOT NULL, dry boolean NOT NULL,
    matched bigint, updated bigint, error text,
    queued_at timestamptz(3) NOT NULL DEFAULT now(), ended_at timestamptz(3),
    FOREIGN KEY (tenant_id, user_id) REFERENCES users (tenant_id, id))`,
  `CREATE INDEX IF NOT EXISTS jobs_queued ON jobs (tenant_id, queued_at) WHERE state = 'queued'`,
  `CREATE INDEX IF NOT EXISTS jobs_ended ON jobs (tenant_id, ended_at)`,

  `CREATE TABLE IF NOT EXISTS customer_changes (
    tenant_id bigint NOT NULL, id bigint GENERATED ALWAYS AS IDENTITY,
    job_id text NOT NULL REFERENCES jobs, customer_id bigint NOT NULL,
    before jsonb NOT NULL, after jsonb NOT NULL, made_at timestamptz(3) NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, id))`,

  `CREATE TABLE IF NOT EXISTS pruned_changes (
    tenant_id bigint PRIMARY KEY REFERENCES tenants, last_id bigint NOT NULL)`,
]

/** Creates the tables that do not exist yet. */
export async function createTables(database: Kysely<Tables>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(database)
}
