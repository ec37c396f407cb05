import type { IncomingMessage } from "node:http"
import type { ParsedUrlQuery } from "node:querystring"
import type * as express from "express"
import type { FastifyRequest } from "fastify"
import type { Context } from "hono"
import { describe, expectTypeOf, test } from "vitest"
import { customers } from "../../src/desk.ts"
import type { Filter } from "../../src/index.ts"
import { fromSearchParams, type Query } from "../../src/query-string.ts"

type Customers = typeof customers

describe("fromSearchParams takes", () => {
  test("a text and the objects of the platform", () => {
    expectTypeOf<string>().toExtend<Query>()
    expectTypeOf<URL>().toExtend<Query>()
    expectTypeOf<URLSearchParams>().toExtend<Query>()
    expectTypeOf<Request>().toExtend<Query>()
    expectTypeOf<Location>().toExtend<Query>()
  })

  test("the requests and the parsed queries of frameworks", () => {
    expectTypeOf<express.Request>().toExtend<Query>()
    expectTypeOf<express.Request["query"]>().toExtend<Query>()
    expectTypeOf<ParsedUrlQuery>().toExtend<Query>()
    expectTypeOf<FastifyRequest["url"]>().toExtend<Query>()
    expectTypeOf<FastifyRequest>().toExtend<Query>()
    expectTypeOf<Context["req"]>().toExtend<Query>()
    expectTypeOf<Context["req"]["raw"]>().toExtend<Query>()
    expectTypeOf<{ filter?: string; page?: string }>().toExtend<Query>()
    expectTypeOf<Readonly<Record<string, string | readonly string[] | undefined>>>().toExtend<Query>()
  })

  test("nothing else", () => {
    expectTypeOf<undefined>().not.toExtend<Query>()
    expectTypeOf<null>().not.toExtend<Query>()
    expectTypeOf<number>().not.toExtend<Query>()
    expectTypeOf<unknown>().not.toExtend<Query>()
    expectTypeOf<string | undefined>().not.toExtend<Query>()
    expectTypeOf<string[]>().not.toExtend<Query>()
    expectTypeOf<Map<string, string>>().not.toExtend<Query>()
    expectTypeOf<FormData>().not.toExtend<Query>()
    expectTypeOf<Headers>().not.toExtend<Query>()
    expectTypeOf<Response>().not.toExtend<Query>()
    expectTypeOf<Customers>().not.toExtend<Query>()
    expectTypeOf<Filter<Customers>>().not.toExtend<Query>()
    // Its url may be undefined in the types: a server passes request.url ?? "/".
    expectTypeOf<IncomingMessage>().not.toExtend<Query>()
  })

  test("and returns a filter of the schema", () => {
    expectTypeOf(fromSearchParams(customers, "", { required: true })).toEqualTypeOf<Filter<Customers>>()
  })
})
