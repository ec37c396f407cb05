import { describe, expect, test } from "vitest"
import * as desk from "../../src/desk.ts"
import type { Field, Schema } from "../../src/index.ts"

const schemas: Readonly<Record<string, Schema>> = { ...desk }

/** The type of a field as a short text: `integer`, `enum: own, all`, `reference: users`. */
function typeOf({ type, values, resource }: Field): string {
  const details = resource ?? values?.join(", ")
  return details === undefined ? type : `${type}: ${details}`
}

function typesOf(name: string): Record<string, string> {
  return Object.fromEntries([...(schemas[name]?.fields.values() ?? [])].map((f) => [f.name, typeOf(f)]))
}

/** The fields of every record. */
const record = {
  id: "integer",
  createdAt: "datetime",
  updatedAt: "datetime",
  deletedAt: "datetime",
  createdBy: "reference: users",
  updatedBy: "reference: users",
  deletedBy: "reference: users",
  state: "string",
}

/** The fields of every resource, and their types. */
const types: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  agentInvites: { ...record, user: "reference: users" },
  companies: {
    ...record,
    name: "string",
    kind: "enum: company, group",
    permission: "string",
    email: "string",
    website: "string",
    industry: "string",
    details: "string",
    avatarPath: "string",
    customersCount: "integer",
    domains: "string",
  },
  conversationMessages: { ...record, message: "string", contactId: "integer", userId: "integer" },
  conversations: {
    id: "integer",
    token: "string",
    contactId: "integer",
    ticket_id: "integer",
    createdAt: "datetime",
    updatedAt: "datetime",
    deletedAt: "datetime",
    state: "string",
  },
  customers: {
    id: "integer",
    firstName: "string",
    lastName: "string",
    organization: "string",
    verifiedEmail: "boolean",
    permission: "enum: own, all",
    addMethod: "enum: automatic, manual",
    linkedinURL: "string",
    facebookURL: "string",
    twitterHandle: "string",
    jobTitle: "string",
    phone: "string",
    mobile: "string",
    address: "string",
    externalId: "string",
    avatarURL: "string",
    trusted: "boolean",
    welcomeEmailSent: "boolean",
    password: "opaque",
    createdAt: "datetime",
    updatedAt: "datetime",
    deletedAt: "datetime",
    createdBy: "reference: users",
    updatedBy: "reference: users",
    state: "string",
    "companies.id": "integer",
    "companies.name": "string",
    "contacts.value": "string",
  },
  helpdocSites: {
    ...record,
    name: "string",
    subdomain: "string",
    customDomain: "string",
    description: "string",
    languageCode: "string",
    publicSiteEnabled: "boolean",
    contactFormEnabled: "boolean",
    sendEmailsToInboxId: "integer",
    authenticationType: "string",
    authenticationTypeId: "integer",
    editMethod: "string",
  },
  inboxes: {
    ...record,
    name: "string",
    email: "string",
    localPart: "string",
    type: "string",
    user: "reference: users",
    languageCode: "string",
    displayOrder: "integer",
    starred: "boolean",
    verified: "boolean",
    synced: "boolean",
    clientOnly: "boolean",
    notificationsOnly: "boolean",
    emailForwardingState: "string",
    smtpPort: "integer",
    spamThreshold: "integer",
    ticketstatus: "reference: ticketstatuses",
    onClosedLock: "string",
    onClosedWait: "integer",
    autoReplyEnabled: "boolean",
    autoReplyFromUserId: "integer",
    autoReplySubject: "string",
    autoReplyMessage: "string",
    happinessRatingEnabled: "boolean",
    timeloggingEnabled: "boolean",
    usingOfficeHours: "boolean",
  },
  messages: {
    ...record,
    threadType: "integer",
    ticket: "reference: tickets",
    contact: "reference: contacts",
    status: "reference: ticketstatuses",
    isPinned: "boolean",
    delayed: "boolean",
    editMethod: "string",
    viewedByCustomerAt: "datetime",
  },
  tags: { ...record, name: "string", color: "string", "inboxes.id": "integer" },
  ticketPriorities: {
    ...record,
    name: "string",
    color: "string",
    displayOrder: "integer",
    ticketCount: "integer",
    icon: "string",
  },
  ticketStatuses: {
    ...record,
    name: "string",
    color: "string",
    code: "string",
    displayOrder: "integer",
    isCustom: "boolean",
    icon: "string",
  },
  ticketTypes: {
    ...record,
    name: "string",
    displayOrder: "integer",
    default: "boolean",
    enabledForFutureInboxes: "boolean",
    "inboxes.id": "integer",
  },
  tickets: {
    id: "integer",
    subject: "string",
    previewText: "string",
    originalRecipient: "string",
    agent: "reference: users",
    customer: "reference: customers",
    company: "reference: companies",
    contact: "reference: contacts",
    inbox: "reference: inboxes",
    source: "reference: ticketsources",
    status: "reference: ticketstatuses",
    priority: "reference: ticketpriorities",
    type: "reference: tickettypes",
    businesshours: "reference: businesshours",
    responseTimeMins: "integer",
    resolutionTimeMins: "integer",
    happinessSurveySentAt: "datetime",
    spam_rules: "string",
    spam_score: "number",
    createdAt: "datetime",
    updatedAt: "datetime",
    deletedAt: "datetime",
    updatedBy: "reference: users",
    deletedBy: "reference: users",
    state: "string",
    "messages.id": "integer",
  },
  timelogs: {
    ...record,
    date: "datetime",
    seconds: "integer",
    timezoneOffset: "integer",
    billable: "boolean",
    description: "string",
    ticket: "reference: tickets",
    user: "reference: users",
    timelogs_id: "integer",
    "companies.id": "integer",
  },
  users: {
    id: "integer",
    email: "string",
    firstName: "string",
    lastName: "string",
    firstname: "string",
    lastname: "string",
    avatarURL: "string",
    role: "string",
    isPartTime: "boolean",
    reviewer: "boolean",
    trainingWheelsEnrollment: "reference: trainingwheelsenrollments",
    editMethod: "string",
    ticketReplyRedirect: "string",
    autoFollowOnCC: "boolean",
    sendPushNotifications: "boolean",
    sendWebNotifications: "boolean",
    createdAt: "datetime",
    updatedAt: "datetime",
    createdBy: "reference: users",
    updatedBy: "reference: users",
    state: "string",
    "inboxes.id": "integer",
    "triggers.id": "integer",
    "users.ontraining": "boolean",
  },
}

/** The fields with an inferred type, of the resources whose page states types. */
const inferred: Readonly<Record<string, readonly string[]>> = {
  agentInvites: [],
  companies: ["permission", "domains"],
  conversationMessages: ["message", "userId"],
  conversations: [],
  customers: ["addMethod", "companies.id", "companies.name", "contacts.value"],
  tickets: ["spam_rules", "messages.id"],
  users: ["role", "editMethod", "ticketReplyRedirect", "users.ontraining"],
}

/** The fields with a stated type, of the resources without a page that lists fields. */
const stated: Readonly<Record<string, readonly string[]>> = {
  helpdocSites: [],
  inboxes: [],
  messages: [],
  tags: [],
  ticketPriorities: [],
  ticketStatuses: [],
  ticketTypes: [],
  timelogs: ["date"],
}

test("the entry exports these resources only", () => {
  expect(Object.keys(desk).sort()).toEqual(Object.keys(types))
  expect([...Object.keys(inferred), ...Object.keys(stated)].sort()).toEqual(Object.keys(types))
})

describe.each(Object.entries(types))("%s", (name, fields) => {
  const declared = [...(schemas[name]?.fields.values() ?? [])]

  test("has these fields with these types", () => {
    expect(typesOf(name)).toEqual(fields)
  })

  test("marks inferred types", () => {
    const names = (is: boolean) => declared.filter((field) => field.inferred === is).map(({ name }) => name)
    if (inferred[name] !== undefined) expect(names(true)).toEqual(inferred[name])
    else expect(names(false)).toEqual(stated[name])
  })

  test("declares only ids as not nullable", () => {
    const ids = Object.keys(fields).filter((field) => field === "id" || field.endsWith(".id"))
    const certain = declared.filter(({ nullable }) => !nullable).map(({ name }) => name)
    expect(certain.sort()).toEqual(ids.sort())
  })

  test("has a source and a description for every field", () => {
    const sources = declared.map(({ source }) => source ?? "")
    expect(sources.filter((source) => !/^https:\/\/(apidocs\.teamwork|github)\.com\/./.test(source))).toEqual(
      [],
    )
    const undescribed = declared
      .filter(({ description }) => description === undefined)
      .map(({ name }) => name)
    expect(undescribed).toEqual([])
  })

  test("declares its relations as relations to many", () => {
    const paths = Object.keys(fields).filter((field) => field.includes("."))
    const relations = new Set(paths.map((path) => path.split(".")[0] ?? ""))
    expect([...(schemas[name]?.relations.values() ?? [])]).toEqual(
      [...relations].map((relation) => ({ name: relation, cardinality: "many" })),
    )
  })
})
