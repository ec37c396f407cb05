import type { ColumnType, Generated, GeneratedAlways } from "kysely"

/** A point in time. It is written as a string and read only through `isoTime`, because drivers return different types. */
type Time = ColumnType<never, string, string>

/** The types of the tables, for Kysely. */
export interface Tables {
  readonly tenants: { readonly id: number; readonly name: string }
  readonly users: UserTable
  readonly companies: { readonly id: number; readonly tenant_id: number; readonly name: string | null }
  readonly customers: CustomerTable
  readonly customer_companies: {
    readonly tenant_id: number
    readonly customer_id: number
    readonly company_id: number
  }
  readonly contacts: ContactTable
  /** A view that joins two tables, because a relation of a filter maps to one table. */
  readonly companies_of_customers: {
    readonly tenant_id: number
    readonly customer_id: number
    readonly id: number
    readonly name: string | null
  }
  readonly jobs: JobTable
  readonly customer_changes: ChangeTable
  /** The last change of each tenant that is no longer in `customer_changes`. */
  readonly pruned_changes: { readonly tenant_id: number; readonly last_id: number }
}

interface UserTable {
  readonly id: number
  readonly tenant_id: number
  readonly first_name: string
  readonly last_name: string
}

export interface CustomerTable {
  readonly id: number
  readonly tenant_id: number
  readonly first_name: string | null
  readonly last_name: string | null
  readonly email: string | null
  readonly organization: string | null
  readonly verified_email: boolean | null
  readonly permission: string | null
  readonly add_method: string | null
  readonly linkedin_url: string | null
  readonly facebook_url: string | null
  readonly twitter_handle: string | null
  readonly job_title: string | null
  readonly phone: string | null
  readonly mobile: string | null
  readonly address: string | null
  readonly external_id: string | null
  readonly avatar_url: string | null
  readonly trusted: boolean | null
  readonly welcome_email_sent: boolean | null
  readonly password_hash: string | null
  readonly created_at: Time
  readonly updated_at: Time
  readonly deleted_at: ColumnType<never, string | null, string | null>
  readonly created_by: number | null
  readonly updated_by: number | null
  readonly state: string | null
}

interface ContactTable {
  readonly id: number
  readonly tenant_id: number
  readonly customer_id: number
  readonly kind: string
  readonly value: string | null
}

interface JobTable {
  readonly id: string
  readonly tenant_id: number
  readonly user_id: number
  readonly state: Generated<JobState>
  /** The text of the caller's filter. The job limits it to the tenant when it runs. */
  readonly filter: string
  readonly include_archived: boolean
  /** The new values, by field. */
  readonly changes: ColumnType<Readonly<Record<string, string | boolean | null>>, string, never>
  readonly dry: boolean
  readonly matched: number | null
  readonly updated: number | null
  readonly error: string | null
  readonly queued_at: Generated<Time>
  readonly ended_at: ColumnType<never, never, string>
}

/** What updates did to customers, for the subscriptions of every server. */
interface ChangeTable {
  readonly tenant_id: number
  /** It grows in the order in which the changes of a tenant are committed, because its updates run one after another. */
  readonly id: GeneratedAlways<number>
  readonly job_id: string
  readonly customer_id: number
  /** The customer, as predicates read it. */
  readonly before: unknown
  readonly after: unknown
  readonly made_at: Generated<Time>
}

/** The state of a job. A job runs in one transaction, so no reader sees a running job. */
export type JobState = "queued" | "done" | "failed"
