import { customers, tickets } from "desk-filter/desk"
import { customerRecords } from "./customer-records.ts"
import type { Dataset } from "./dataset.ts"
import { ticketRecords } from "./ticket-records.ts"

export interface SampleFilter {
  readonly title: string
  readonly text: string
}

export interface Sample extends Dataset {
  readonly title: string
  readonly filters: readonly [SampleFilter, ...SampleFilter[]]
}

export type SampleName = "customers" | "tickets"

export const samples: Readonly<Record<SampleName, Sample>> = {
  customers: {
    title: "Desk customers",
    table: "customers",
    schema: customers,
    records: customerRecords,
    filters: [
      {
        title: "Active customers at example.com",
        text: `{
  "state": "active",
  "createdAt": { "$gte": "2024-01-01" },
  "contacts.value": { "$contains": "@example.com" }
}`,
      },
      {
        title: "Trusted, or sees all tickets",
        text: `{
  "$or": [
    { "trusted": true },
    { "permission": "all" }
  ]
}`,
      },
      {
        title: "No job title",
        text: `{
  "jobTitle": null,
  "state": { "$ne": "deleted" }
}`,
      },
      {
        title: "Matches every record",
        text: `{
  "$or": [
    { "id": { "$lt": 7 } },
    { "id": { "$gte": 7 } }
  ]
}`,
      },
      {
        title: "A filter with mistakes",
        text: `{
  "stat": "active",
  "firstName": { "$regex": "^A" },
  "id": { "$in": ["1,2"] },
}`,
      },
    ],
  },
  tickets: {
    title: "Desk tickets",
    table: "tickets",
    schema: tickets,
    records: ticketRecords,
    filters: [
      {
        title: "Active or waiting, without an agent",
        text: `{
  "status": { "$in": [1, 3] },
  "agent": null
}`,
      },
      {
        title: "Slow answers in 2024",
        text: `{
  "responseTimeMins": { "$gt": 60 },
  "createdAt": { "$gte": "2024-01-01", "$lt": "2025-01-01" }
}`,
      },
      { title: "Invoices", text: `{\n  "subject": { "$contains": "nvoice" }\n}` },
    ],
  },
}

export const sampleNames = Object.keys(samples) as readonly SampleName[]

export function isSampleName(value: unknown): value is SampleName {
  return typeof value === "string" && Object.hasOwn(samples, value)
}
