import type { Ticket } from "./tickets.ts"

/** A ticket for peers that order numbers only: its date-times are milliseconds. */
export function withInstants(ticket: Ticket): object {
  const { createdAt, updatedAt, dueAt, preview } = ticket
  return {
    ...ticket,
    preview: preview?.toLowerCase() ?? null,
    createdAt: Date.parse(createdAt),
    updatedAt: Date.parse(updatedAt),
    dueAt: dueAt === null ? null : Date.parse(dueAt),
  }
}
